import {
  type GraphQLArgument, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';

interface Described { readonly name: string; readonly description?: string | null | undefined }

/** What the schema does not explain: types, fields, arguments. A field of an interface is explained there. */
export const undescribed = (schema: GraphQLSchema): readonly string[] => {
  const without = (place: string, { name, description }: Described): string[] => (description ? [] : [`${place}${name}`]);
  const inherited = (type: GraphQLNamedType): ReadonlySet<string> =>
    new Set('getInterfaces' in type ? type.getInterfaces().flatMap((from) => Object.values(from.getFields()).filter(({ description }) => description).map(({ name }) => name)) : []);
  const ofType = (type: GraphQLNamedType): string[] => {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return without('', type);
    const explained = inherited(type);
    return [...without('', type), ...Object.values(type.getFields()).flatMap((field) => [
      ...(explained.has(field.name) ? [] : without(`${type.name}.`, field)),
      ...('args' in field ? (field.args as readonly GraphQLArgument[]).flatMap((arg) => without(`${type.name}.${field.name}: `, arg)) : []),
    ])];
  };
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type)).flatMap(ofType)
    .concat(schema.getDirectives().filter(({ astNode }) => astNode).flatMap((directive) => [...without('@', directive), ...directive.args.flatMap((arg) => without(`@${directive.name}: `, arg))]));
};
