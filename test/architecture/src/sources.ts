import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.js';

/** A file of the tree that a person wrote. */
export interface Source { readonly path: string; readonly text: string; readonly lines: number }

const MADE_OR_FOREIGN = /(^|\/)(node_modules|dist)\//;
const WRITTEN = /\.(ts|tsx|mjs|js|sql|graphql|html|css|json|md|ya?ml|sh)$|(^|\/)(Dockerfile|run)$/;

const under = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''));

/** Everything in the folders of the tree and at its top, without what is made. Attempts that must be refused are left out. */
export const sources = (): Source[] => {
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  return [...top, ...['.ci', 'apps', 'infra', 'libs', 'test'].flatMap(under)]
    .filter((path) => WRITTEN.test(path) && !MADE_OR_FOREIGN.test(path) && !path.startsWith('test/architecture/refused/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, lines: text.split('\n').length - 1 };
    });
};
