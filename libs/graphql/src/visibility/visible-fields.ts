import { actionFor, type VisibilityClass } from '@vouchsafe/access';
import {
  getDirectiveValues, getNamedType, GraphQLDirective, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';

export interface VisibleField {
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The kind of resource that the type is a record of, by the policy's name. */
  readonly kind: string;
  readonly to: VisibilityClass;
}

const valueOf = (schema: GraphQLSchema, directive: string, node: Parameters<typeof getDirectiveValues>[1] | null | undefined, argument: string): string | undefined => {
  const declared = schema.getDirective(directive);
  return declared instanceof GraphQLDirective && node ? getDirectiveValues(declared, node)?.[argument] as string | undefined : undefined;
};

/** What a type is a record of; undefined if it is no person's record. */
export const recordOf = (schema: GraphQLSchema, type: GraphQLObjectType): string | undefined => valueOf(schema, 'recordOf', type.astNode, 'kind');

/** The fields that name a class of visibility.
 * @throws Error for a class that no rule of the policy opens, or on a type that is no record: it would say what nobody enforces */
export const visibleFields = (schema: GraphQLSchema): readonly VisibleField[] =>
  Object.values(schema.getTypeMap()).filter(isObjectType).flatMap((type) => Object.values(type.getFields()).flatMap((field) => {
    const to = valueOf(schema, 'visible', field.astNode, 'to') as VisibilityClass | undefined;
    if (to === undefined) return [];
    const kind = recordOf(schema, type);
    if (kind === undefined) throw new Error(`${type.name}.${field.name} is @visible, but ${type.name} is not @recordOf anything.`);
    if (actionFor(kind, to) === undefined) throw new Error(`${type.name}.${field.name} is @visible to ${to}, but no rule of the policy opens that class of "${kind}".`);
    return [{ type: type.name, field, kind, to }];
  }));

const NAMES_A_PERSON = /^(person|sponsor|protege|delegate|witness)Id$/;
const isFrame = ({ name }: GraphQLObjectType): boolean => /^(Query|Mutation|Subscription|PageInfo)$|(Connection|Edge)$|^__/.test(name);

/** Types of which an object is about somebody: they name a person, or belong to one that does. What a mutation answers repeats what it was sent,
 * and is none. */
const aboutPersons = (schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> => {
  const answers = new Set(Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ type }) => getNamedType(type))
    .flatMap((type) => ('getTypes' in type ? type.getTypes() : [])));
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType).filter((type) => !isFrame(type) && !answers.has(type));
  const targets = (type: GraphQLObjectType) => Object.values(type.getFields()).map((field) => getNamedType(field.type)).filter(isObjectType);
  const found = new Set(objects.filter((type) => type.name === 'Person' || Object.keys(type.getFields()).some((name) => NAMES_A_PERSON.test(name)) || targets(type).some(({ name }) => name === 'Person')));
  for (const type of found) for (const target of targets(type)) found.add(target); // a set that grows is walked to its end
  return new Set([...found].filter((type) => !isFrame(type)));
};

/** Fields of a person's record that say nobody's class: each is a hole that nobody decided on. */
export const fieldsWithoutVisibility = (schema: GraphQLSchema): readonly string[] => {
  const said = new Set(visibleFields(schema).map(({ type, field }) => `${type}.${field.name}`));
  return [...aboutPersons(schema)].flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)).filter((field) => !said.has(field)).sort();
};
