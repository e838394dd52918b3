/**
 * Teaches Node what Vite does with `import sql from './x.sql?raw'`: the module's
 * default export is the file's text; and with `?url` it is
 * empty, since nothing can be fetched from here. Use, beside tsx:
 * `node --import tsx --import ./src/cli/sql-loader.mjs src/cli/main.ts`.
 */
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { isMainThread } from 'node:worker_threads';

const SUFFIX = '.sql?raw';
const ADDRESS = '?url';

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, nextResolve) {
  if (specifier.endsWith(ADDRESS)) {
    return { url: new URL(encodeURIComponent(specifier), context.parentURL).href, shortCircuit: true };
  }
  if (!specifier.endsWith(SUFFIX)) return nextResolve(specifier, context);
  return { url: new URL(specifier, context.parentURL).href, shortCircuit: true };
}

/** @type {import('node:module').LoadHook} */
export function load(url, context, nextLoad) {
  if (url.endsWith(encodeURIComponent(ADDRESS)))
    return { format: 'module', source: "export default '';", shortCircuit: true };
  if (!url.endsWith(SUFFIX)) return nextLoad(url, context);
  const text = readFileSync(new URL(url), 'utf8');
  return { format: 'module', source: `export default ${JSON.stringify(text)};`, shortCircuit: true };
}

// Node 20 runs hooks on a thread of their own, which loads this same file; later versions deprecate that way.
if (isMainThread) {
  const { register, registerHooks } =
    /** @type {typeof nodeModule & { registerHooks?: (hooks: object) => void }} */ (nodeModule);
  if (registerHooks) registerHooks({ resolve, load });
  else register(import.meta.url);
}
