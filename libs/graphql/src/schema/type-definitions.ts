import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kind, parse, print, type DefinitionNode } from 'graphql';

const graphqlFilesIn = (folder: URL): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => join(fileURLToPath(folder), file));

const isEmptyRoot = (definitions: readonly DefinitionNode[]) => (definition: DefinitionNode): boolean =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION && !definition.fields?.length
  && !definitions.some((other) => other.kind === Kind.OBJECT_TYPE_EXTENSION && other.name.value === definition.name.value);

/** The whole contract as one text: the base, and every `.graphql` file below the given folders. A root that nobody extends is left out.
 * @throws GraphQLError with file and place for a file that is not GraphQL */
export const typeDefinitions = (folders: readonly URL[]): string => {
  const files = [new URL('.', import.meta.url), ...folders].flatMap(graphqlFilesIn);
  const definitions = files.flatMap((file) => parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).definitions);
  const left = definitions.filter((definition) => !isEmptyRoot(definitions)(definition));
  return print({ kind: Kind.DOCUMENT, definitions: left });
};
