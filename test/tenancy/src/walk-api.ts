import {
  getNamedType, getNullableType, isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, isUnionType,
  type GraphQLField, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema,
} from 'graphql';

/** What to say for an argument or a field of an input that needs a value: by its name and the field it belongs to, ids above all. */
export type IdOf = (name: string, field: string) => string;

const VALUES: Record<string, string> = { Int: '2', Float: '1', Boolean: 'true', Date: '"2026-03-01"', Instant: '"2026-03-01T12:00:00Z"', Position: '"1"' };

const valueOf = (type: GraphQLInputType, name: string, field: string, idOf: IdOf): string => {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${valueOf(bare.ofType as GraphQLInputType, name.replace(/s$/, ''), field, idOf)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) {
    if (bare.name === 'PeriodInput') return '{ from: "2020-01-01", to: "2030-12-31" }';
    const asked = Object.values(bare.getFields()).filter((each) => isNonNullType(each.type) || /Id$|^id$/.test(each.name));
    const wanted = bare.isOneOf ? Object.values(bare.getFields()).slice(0, 1) : asked;
    return `{ ${wanted.map((each) => `${each.name}: ${valueOf(each.type, each.name, field, idOf)}`).join(', ')} }`;
  }
  return bare.name in VALUES ? VALUES[bare.name]! : JSON.stringify(idOf(name, field));
};

const call = (field: GraphQLField<unknown, unknown>, root: string, idOf: IdOf): string => {
  const given = field.args.filter(({ name, type }) => isNonNullType(type) || name === 'first').map(({ name, type }) => `${name}: ${valueOf(type, name, root, idOf)}`);
  return given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
};

/** Everything that a type tells, down to `depth`. */
const selection = (schema: GraphQLSchema, type: GraphQLOutputType, depth: number, root: string, idOf: IdOf): string | undefined => {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (depth === 0) return undefined;
  if (isUnionType(named) || isInterfaceType(named)) {
    const members = schema.getPossibleTypes(named);
    const isRefusal = (member: (typeof members)[number]): boolean => member.getInterfaces().some(({ name }) => name === 'Refusal');
    const others = members.filter((member) => !isRefusal(member)).map((member) => [member.name, fieldsOf(schema, member, depth, root, idOf)] as const);
    const parts = [...others.filter(([, fields]) => fields !== ''), ...(members.some(isRefusal) ? [['Refusal', 'message'] as const] : [])];
    return `{ __typename ${parts.map(([name, fields]) => `... on ${name} { ${fields} }`).join(' ')} }`;
  }
  const fields = fieldsOf(schema, named, depth, root, idOf);
  return fields === '' ? undefined : `{ ${fields} }`;
};

const fieldsOf = (schema: GraphQLSchema, type: GraphQLOutputType, depth: number, root: string, idOf: IdOf): string => {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  return Object.values(named.getFields()).flatMap((field) => {
    const below = selection(schema, field.type, depth - 1, root, idOf);
    return below === undefined ? [] : [`${call(field, root, idOf)} ${below}`];
  }).join(' ');
};

/** One operation for each root field, asking for all that it may tell. */
export const operations = (schema: GraphQLSchema, kind: 'query' | 'mutation', depth: number, idOf: IdOf): { name: string; text: string }[] =>
  Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
    .map((field) => ({ name: field.name, text: `${kind} { ${call(field, field.name, idOf)} ${selection(schema, field.type, depth - 1, field.name, idOf) ?? '{ __typename }'} }` }));
