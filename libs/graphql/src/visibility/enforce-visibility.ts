import { maySee, type Actor } from '@vouchsafe/access';
import { defaultFieldResolver, isNonNullType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { notFound } from '../errors/api-error.js';
import { visibleFields, type VisibleField } from './visible-fields.js';

/** What the policy needs of the request. */
interface Known { readonly known: { readonly actor: Actor | undefined } }
type Attribute = string | number | boolean;

const isAttribute = (value: unknown): value is Attribute => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What an object says of itself under the policy's names: a person by their id, a status as the log writes it. */
const toldBy = (source: unknown) => (attribute: string): Attribute | null | undefined => {
  const value: unknown = typeof source === 'object' && source !== null && Object.hasOwn(source, attribute) ? (source as Record<string, unknown>)[attribute] : undefined;
  if (typeof value === 'object' && value !== null && 'personId' in value) return value.personId as string;
  if (value === null) return null;
  return isAttribute(value) ? (attribute === 'status' ? String(value).toLowerCase() : value) : undefined;
};

const guard = ({ field: declared, kind, to }: VisibleField): void => {
  const field = declared as GraphQLField<unknown, Known>;
  const resolve = field.resolve ?? defaultFieldResolver;
  const isRequired = isNonNullType(field.type);
  field.resolve = (source, args, context, info) => {
    const { actor } = context.known;
    if (actor && maySee(actor, to, kind, toldBy(source))) return resolve(source, args, context, info);
    if (isRequired) throw notFound(); // the object should not have come this far: nothing of it leaves
    return null;
  };
};

/** Asks the policy again at every field of a person's record, whatever the query behind it decided: what it forgot to leave out is left out here.
 * @throws Error for a class that no rule opens */
export const enforceVisibility = (schema: GraphQLSchema): GraphQLSchema => {
  for (const field of visibleFields(schema)) guard(field);
  return schema;
};
