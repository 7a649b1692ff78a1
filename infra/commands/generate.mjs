// Makes each context's TypeScript types from its .graphql files: libs/<context>/service/src/graphql.generated.ts, and of all files together the contract
// as it is published, apps/api/schema.graphql. What changes there is said where it breaks a client: note it in CHANGELOG.md.
// A context gets what its own files declare and whatever that refers to, not the whole schema: a change elsewhere leaves its file alone.
// `--check` writes nothing and ends with 1 if a committed file is not what would be written.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildASTSchema, buildSchema, concatAST, findBreakingChanges, getNamedType, GraphQLObjectType, isInputObjectType, isInterfaceType, isObjectType,
  isSpecifiedScalarType, isUnionType, Kind, parse, print, printType, Source,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';

const here = fileURLToPath(new URL('../..', import.meta.url));
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const HEADER = '// Made from the .graphql files by `npm run generate`. Edit those.\n\n';

const graphqlFilesIn = (folder) =>
  !existsSync(folder) ? [] : readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.graphql') && !file.includes('node_modules')).sort().map((file) => join(folder, file));

const read = (root) => (file) => parse(new Source(readFileSync(file, 'utf8'), relative(root, file)));

/** The types that a type speaks of. */
const referredBy = (type, fields) => {
  if (isUnionType(type)) return type.getTypes();
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const chosen = Object.values(type.getFields()).filter(({ name }) => !fields || fields.has(name));
  return [
    ...type.getInterfaces(),
    ...chosen.flatMap((field) => [getNamedType(field.type), ...field.args.map((arg) => getNamedType(arg.type))]),
  ];
};

/** What one context's files declare: names of types, and which fields of the roots are theirs. */
const declaredIn = (documents) => {
  const names = new Set();
  const rootFields = new Map();
  for (const definition of documents.flatMap((document) => document.definitions)) {
    const name = definition.name?.value;
    if (ROOTS.has(name)) {
      const fields = rootFields.get(name) ?? new Set();
      for (const field of definition.fields ?? []) fields.add(field.name.value);
      rootFields.set(name, fields);
    } else if (name && definition.kind !== 'DirectiveDefinition') names.add(name);
  }
  return { names, rootFields };
};

/** The part of the schema that a context needs, as text. */
const partOf = (schema, { names, rootFields }) => {
  const closure = new Map();
  const waiting = [...names, ...rootFields.keys()].map((name) => schema.getType(name));
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (closure.has(type.name) || isSpecifiedScalarType(type)) continue;
    closure.set(type.name, type);
    waiting.push(...referredBy(type, ROOTS.has(type.name) ? rootFields.get(type.name) ?? new Set() : undefined));
  }
  const ordered = [...closure.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return ordered.map((type) => {
    if (!ROOTS.has(type.name)) return printType(type);
    const { fields, ...config } = type.toConfig();
    const own = Object.fromEntries(Object.entries(fields).filter(([name]) => rootFields.get(type.name)?.has(name)));
    return printType(new GraphQLObjectType({ ...config, fields: own }));
  }).join('\n\n');
};

/** A member of a union, or of an interface, is told from its siblings by `__typename`, so there it must be said. */
const demandTypenames = (code, schema) => Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && (type.getInterfaces().length > 0 || Object.values(schema.getTypeMap()).some((other) => isUnionType(other) && other.getTypes().includes(type))))
  .reduce((text, { name }) => text.replace(`readonly __typename?: '${name}';`, `readonly __typename: '${name}';`), code);

/** Codegen wants a query type; a context that only writes has none. */
const withQuery = (sdl) => (/^type Query\b/m.test(sdl) ? sdl : `${sdl}\n\ntype Query`);

const typesFor = async (schema, sdl) => {
  const [{ codegen }, typescript] = await Promise.all([import('@graphql-codegen/core'), import('@graphql-codegen/typescript')]);
  const document = parse(withQuery(sdl));
  const code = await codegen({
    filename: 'graphql.generated.ts', schema: document, schemaAst: buildASTSchema(document, { assumeValid: true }), documents: [],
    pluginMap: { typescript: typescript.default?.plugin ? typescript.default : typescript },
    plugins: [{ typescript: {} }],
    config: {
      immutableTypes: true, enumsAsTypes: true, useTypeImports: true, strictScalars: true, skipDocumentsValidation: true,
      maybeValue: 'T | null', inputMaybeValue: 'T | null | undefined',
      scalars: {
        ID: 'string', Date: 'string', Instant: 'string',
        // The scalar writes a number as its digits, so a resolver may hand over either.
        Position: { input: 'string', output: 'string | number' },
      },
    },
  });
  return HEADER + demandTypenames(code, schema).trim().replace(/[ \t]+$/gm, '') + '\n';
};

const PUBLISHED = 'apps/api/schema.graphql';
const PUBLISHED_HEADER = '# The contract of the API. Made from the .graphql files of libs by `npm run generate`: edit those.\n\n';

/** The whole contract as one document: extensions folded into what they extend, definitions in a fixed order, directives where they are applied. */
const published = ({ definitions }) => {
  const isExtension = ({ kind }) => kind === Kind.OBJECT_TYPE_EXTENSION;
  const whole = definitions.filter((definition) => !isExtension(definition)).map((definition) => {
    const more = definitions.filter((other) => isExtension(other) && other.name.value === definition.name.value).flatMap(({ fields }) => fields ?? []);
    return more.length === 0 ? definition : { ...definition, fields: [...(definition.fields ?? []), ...more] };
  });
  const place = ({ kind, name }) => [kind === Kind.DIRECTIVE_DEFINITION ? 0 : ROOTS.has(name.value) ? 1 : 2, name.value].join(' ');
  const isEmptyRoot = ({ name, fields }) => ROOTS.has(name.value) && !fields?.length;
  const ordered = whole.filter((definition) => !isEmptyRoot(definition)).sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return `${PUBLISHED_HEADER}${print({ kind: Kind.DOCUMENT, definitions: ordered })}\n`;
};

/** What a client of the contract before would notice. */
const broken = (before, now) => (before === '' ? [] : findBreakingChanges(buildSchema(before), buildSchema(now)).map(({ description }) => description));

const firstDifference = (committed, fresh) => {
  const [before, after] = [committed.split('\n'), fresh.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at < 0 ? after.length : at;
  return `  line ${line + 1}\n  - ${before[line] ?? '(ends)'}\n  + ${after[line] ?? '(ends)'}`;
};

/** @returns the files that differ from what is committed; with `check` they are left as they are */
export async function generate({ root = here, check = false, log = () => {} } = {}) {
  const contexts = readdirSync(join(root, 'libs')).filter((name) => existsSync(join(root, 'libs', name, 'service'))).sort();
  const base = graphqlFilesIn(join(root, 'libs/graphql/src/schema')).map(read(root));
  const files = new Map(contexts.map((context) => [context, graphqlFilesIn(join(root, 'libs', context, 'service')).map(read(root))]));
  const whole = concatAST([...base, ...[...files.values()].flat()]);
  const [mistake] = validateSDL(whole);
  if (mistake) throw mistake;
  const schema = buildASTSchema(whole, { assumeValidSDL: true });
  const stale = [];
  const targets = [[join(root, PUBLISHED), async () => published(whole)], ...[...files].map(([context, documents]) => [
    join(root, 'libs', context, 'service/src/graphql.generated.ts'), async () => (documents.length === 0 ? '' : typesFor(schema, partOf(schema, declaredIn(documents)))),
  ])];
  for (const [target, make] of targets) {
    const committed = existsSync(target) ? readFileSync(target, 'utf8') : '';
    const fresh = await make();
    if (committed === fresh) continue;
    stale.push(relative(root, target));
    log(`${check ? 'is stale' : 'written'}: ${relative(root, target)}`);
    if (target.endsWith(PUBLISHED)) for (const change of broken(committed, fresh)) log(`  breaks clients: ${change}`);
    if (check) log(firstDifference(committed, fresh));
    else if (fresh === '') rmSync(target);
    else writeFileSync(target, fresh);
  }
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  try {
    const stale = await generate({ check, log: console.log });
    if (stale.length === 0) console.log('Every graphql.generated.ts is up to date.');
    else if (check) {
      console.log('Run "npm run generate" and commit what it writes.');
      process.exitCode = 1;
    }
  } catch (error) {
    if (error.name !== 'GraphQLError') throw error;
    console.error(error.toString()); // with file, line and column
    process.exitCode = 1;
  }
}
