// Compiles apps and libs into dist/, file by file, with every path alias rewritten to a relative import.
// SWC rather than tsc because tsc leaves aliases as they are; what is not TypeScript (.graphql, .sql, pages) is copied beside it.
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ASSETS = /\.(graphql|sql|html|css|svg)$/;
const NOT_BUILT = /\.(spec|fixtures|d)\.ts$|\/(testing|.*\.testing)\.ts$|\/golden\//;

const swcOptions = (paths) => ({
  cwd: root, configFile: false, swcrc: false, sourceMaps: true,
  module: { type: 'nodenext', resolveFully: true },
  jsc: {
    target: 'es2022', keepClassNames: true, baseUrl: root, paths,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});

const modifiedAt = async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

/** Builds what is newer than its output and removes output whose source is gone. Answers how many files were written.
 * @param tops folders of the checkout to build; the output of others is left as it is */
export async function build({ log = () => {}, tops = ['apps', 'libs'] } = {}) {
  const { transformFile } = await import('@swc/core');
  const tsconfig = join(root, 'tsconfig.base.json');
  const { compilerOptions } = JSON.parse(await readFile(tsconfig, 'utf8'));
  const configuredAt = Math.max(await modifiedAt(tsconfig), await modifiedAt(fileURLToPath(import.meta.url)));
  const options = swcOptions(compilerOptions.paths);
  const expected = new Set();
  let written = 0;

  const buildFile = async (source) => {
    const isCode = source.endsWith('.ts');
    const target = join('dist', isCode ? source.replace(/\.ts$/, '.js') : source);
    expected.add(target);
    const changedAt = Math.max(await modifiedAt(join(root, source)), isCode ? configuredAt : 0);
    if ((await modifiedAt(join(root, target))) > changedAt) return;
    await mkdir(dirname(join(root, target)), { recursive: true });
    if (isCode) {
      const { code, map } = await transformFile(join(root, source), options);
      await writeFile(join(root, `${target}.map`), map ?? '');
      await writeFile(join(root, target), `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
    } else {
      await copyFile(join(root, source), join(root, target));
    }
    written += 1;
  };

  const sources = [];
  for (const top of tops) {
    for (const entry of await readdir(join(root, top), { recursive: true })) {
      const file = join(top, entry).replaceAll('\\', '/');
      if (file.includes('node_modules')) continue;
      if ((file.endsWith('.ts') && !NOT_BUILT.test(file)) || ASSETS.test(file)) sources.push(file);
    }
  }
  await Promise.all(sources.map(buildFile));
  for (const top of tops) {
    for (const entry of await readdir(join(root, 'dist', top), { recursive: true, withFileTypes: true }).catch(() => [])) {
      const file = join(entry.parentPath ?? entry.path, entry.name).slice(root.length).replaceAll('\\', '/');
      if (entry.isFile() && !expected.has(file.replace(/\.map$/, ''))) await rm(join(root, file));
    }
  }
  log(`built ${written} of ${sources.length} files`);
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ log: console.log });
