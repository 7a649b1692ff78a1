import {
  DirectiveLocation, getDirectiveValues, getNamedType, getNullableType, GraphQLDirective, GraphQLInt, GraphQLNonNull, isCompositeType, isListType,
  type DocumentNode, type GraphQLSchema,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { tooCostly } from '../errors/api-error.js';
import { checkFirst, DEFAULT_PER_PAGE, MOST_PER_PAGE } from '../pages/pages.js';

const bounded = new GraphQLDirective({ name: 'bounded', locations: [DirectiveLocation.FIELD_DEFINITION], args: { max: { type: new GraphQLNonNull(GraphQLInt) } } });

/** A bounded list comes with its owner and is short as a rule: counted at its bound, a page of owners would never pass. */
const MOST_OF_A_SHORT_LIST = 10;

type Field = Parameters<ComplexityEstimator>[0]['field'];

/** How many items a field may answer. The edges of a connection were counted where its page was asked for. */
const itemsOf = (field: Field, first: unknown, parentName: string): number => {
  if (field.args.some(({ name }) => name === 'first')) {
    const size = first ?? DEFAULT_PER_PAGE;
    checkFirst(size);
    return size as number;
  }
  if (!isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type)) || parentName.endsWith('Connection')) return 1;
  const values = field.astNode && getDirectiveValues(bounded, field.astNode);
  return values ? Math.min(values['max'] as number, MOST_OF_A_SHORT_LIST) : MOST_PER_PAGE;
};

const estimator: ComplexityEstimator = ({ field, args, type, childComplexity }) => {
  if (field.name.startsWith('__')) return 1; // introspection is its own world, and off in production
  return 1 + itemsOf(field, args['first'], type.name) * childComplexity;
};

/** What an operation may cost at most: one per field, lists multiplied by their size.
 * @throws GraphQLError BAD_USER_INPUT for a page of the wrong size, TOO_COSTLY above `limit` */
export const checkCost = (
  schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown> | undefined, operationName: string | null | undefined, limit: number,
): number => {
  const cost = getComplexity({
    schema, query, variables: variables ?? {}, estimators: [estimator], ...(operationName ? { operationName } : {}),
  });
  if (cost > limit) throw tooCostly('This operation may answer too much at once. Ask for smaller pages or fewer fields.');
  return cost;
};
