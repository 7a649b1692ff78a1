import { ApolloArmor } from '@escape.tech/graphql-armor';
import { NoSchemaIntrospectionCustomRule, type GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import { tooCostly } from '../errors/api-error.js';
import type { Limits } from './limits.js';

/** The limit itself stays unsaid: whoever probes for it learns nothing. */
const refuse = (sentence: string) => ({
  exposeLimits: false,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, _error: GraphQLError) => context?.reportError(tooCostly(sentence))],
});

/** Rules over a document, before anything runs. Armor's cost rule is off: it cannot see variables and counts a plain page of 100 as
 * too much; `armour/cost.ts` stands in its place. Its token rule is off too: it ends in a 500; the parser's own limit ends in a 400. */
export const validationRules = ({ depth, aliases, directives }: Limits, production: boolean): ValidationRule[] => {
  const { validationRules: rules } = new ApolloArmor({
    blockFieldSuggestion: { enabled: false }, // hideSchemaDetailsFromClientErrors does it
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    maxDepth: { n: depth, flattenFragments: true, ...refuse('This operation is nested too deeply. Ask in several steps.') },
    // Without an empty allow list, a thousand aliases of __typename pass.
    maxAliases: { n: aliases, allowList: [], ...refuse('This operation has too many aliases. Ask in several operations.') },
    maxDirectives: { n: directives, ...refuse('This operation has too many directives.') },
  }).protect();
  return [...rules, ...(production ? [NoSchemaIntrospectionCustomRule] : [])];
};
