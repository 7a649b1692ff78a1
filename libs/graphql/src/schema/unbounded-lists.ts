import { getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType, type GraphQLSchema } from 'graphql';

/** Fields that answer a list of objects of any length: neither the edges of a connection, nor `@bounded`. Each is a hole in the armour. */
export const unboundedLists = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__') && !type.name.endsWith('Connection'))
    .flatMap((type) => Object.values(isObjectType(type) || isInterfaceType(type) ? type.getFields() : {})
      .filter((field) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)))
      .filter((field) => !field.astNode?.directives?.some(({ name }) => name.value === 'bounded'))
      .map((field) => `${type.name}.${field.name}`));
