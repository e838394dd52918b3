import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { designOf } from './platform-design.ts';

/**
 * What the page reads but does not run: a build writes each list to one JSON file,
 * which the page fetches through `virtual:shipped/…` before it loads what needs it.
 * So SQL, contracts and documents are no part of any script.
 */
const LISTS = {
  statements: { folder: 'src', ending: '.sql', except: /[\\/]src[\\/]cli[\\/]/, request: '.sql?raw' },
  contracts: { folder: 'src/etl', ending: '.contract.json', except: null, request: '.contract.json' },
} as const;
type List = keyof typeof LISTS;

const NAMES = Object.keys(LISTS) as List[];
const MODULE = /^\0shipped:(statements|contracts|platform)$/;
const ENTRY = /^\0shipped-entry:(\w+):(\d+)$/;
const CACHE_DIRECTORY = 'node_modules/.cache/shipped-texts';

/** Takes SQL, contracts and the platform design out of the scripts of a build; elsewhere they stay modules. */
export function shippedTexts(): Plugin {
  let root = process.cwd();
  let isBuild = false;
  let files: Record<List, string[]> = { statements: [], contracts: [] };
  return {
    name: 'meterfold:shipped-texts',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
      isBuild = config.command === 'build';
      if (isBuild) files = { statements: filesOf(root, 'statements'), contracts: filesOf(root, 'contracts') };
    },
    async resolveId(source, importer) {
      if (source.startsWith('virtual:shipped/'))
        return `\0shipped:${source.slice('virtual:shipped/'.length)}`;
      const list = isBuild && NAMES.find((name) => source.endsWith(LISTS[name].request));
      if (!list) return null;
      const path = (await this.resolve(source.replace(/\?.*$/, ''), importer, { skipSelf: true }))?.id;
      const index = files[list].indexOf(resolve(path ?? ''));
      return index < 0 ? null : `\0shipped-entry:${list}:${index}`;
    },
    load(id) {
      const entry = ENTRY.exec(id);
      if (entry)
        return `import { text } from 'virtual:shipped/${entry[1]}'; export default text(${entry[2]});`;
      const name = MODULE.exec(id)?.[1] as List | 'platform' | undefined;
      if (!name) return null;
      const content =
        name === 'platform' ? platformDesign(root, (path) => this.addWatchFile(path)) : textsOf(files, name);
      return isBuild ? fetchingModule(root, name, content) : presentModule(content);
    },
    transformIndexHtml: { order: 'post', handler: (_html, { bundle }) => earlyFetches(bundle ?? {}) },
  };
}

function filesOf(root: string, list: List): string[] {
  const { folder, ending, except } = LISTS[list];
  return filesIn(resolve(root, folder), ending).filter((path) => !except?.test(path));
}

/** The files below a folder whose names end so, sorted. */
function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

function textsOf(files: Record<List, string[]>, list: List): unknown[] {
  return files[list].map((path) => {
    const text = readFileSync(path, 'utf8');
    return list === 'contracts' ? (JSON.parse(text) as unknown) : text;
  });
}

function platformDesign(root: string, watch: (path: string) => void): unknown {
  const folder = resolve(root, 'docs/platform');
  const read = (within: string, ending: string) =>
    new Map(
      readdirSync(join(folder, within))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name): [string, string] => {
          watch(join(folder, within, name));
          return [within + name, readFileSync(join(folder, within, name), 'utf8')];
        }),
    );
  return designOf(read('', '.md'), read('contracts/', '.yaml'));
}

/** In a build: the list is a file beside the scripts, with a name that changes with what is in it. */
function fetchingModule(root: string, name: string, content: unknown): string {
  const path = resolve(root, CACHE_DIRECTORY, `${name}.json`);
  mkdirSync(resolve(root, CACHE_DIRECTORY), { recursive: true });
  writeFileSync(path, JSON.stringify(content));
  return `
    import address from ${JSON.stringify(`${path}?url`)};
    let content = null;
    export async function fetchContent() {
      if (content) return content;
      const response = await fetch(address);
      if (!response.ok) throw new Error('${name}: ' + response.status);
      return (content = await response.json());
    }
    export function text(index) {
      if (!content) throw new Error('${name} were not fetched');
      return content[index];
    }`;
}

const presentModule = (content: unknown): string =>
  `export const fetchContent = async () => (${JSON.stringify(content)});`;

/** Lets the browser fetch what the first script will ask for while that script is still on its way. */
function earlyFetches(bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const wanted = new Set<string>();
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || chunk.isEntry || wanted.has(chunk.fileName)) return;
    wanted.add(chunk.fileName);
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name));
  };
  add(chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/main.tsx')));
  const statements = Object.keys(bundle).filter((name) => /(^|\/)statements-[^/]*\.json$/.test(name));
  return [
    ...statements.map((name) => link({ rel: 'preload', as: 'fetch', crossorigin: '', href: `./${name}` })),
    ...[...wanted].map((name) => link({ rel: 'modulepreload', crossorigin: '', href: `./${name}` })),
  ];
}

const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' });
