import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One `.sql` file with what stands in it. */
export interface SqlFile {
  /** Folder and file, such as `staging/meter_day.sql`. */
  path: string;
  name: string;
  text: string;
  /** The text without comments and string constants, in lower case. */
  code: string;
}

/** The promise that a `.contract.json` beside a `.sql` makes of its result. */
export interface ModelContract {
  model: string;
  /** `asked`: a question of the run itself, stored nowhere. */
  materialized: 'table' | 'view' | 'appended' | 'asked';
  grain: string;
  description: string;
  unique: string[][];
  columns: { name: string; type: string; nullable: boolean; description: string }[];
}

/** Every `.sql` file under a folder of the project. */
export function sqlFiles(folder: string): SqlFile[] {
  return filesIn(folder, '.sql').map((path) => {
    const text = readText(folder, path);
    return { path, name: path.replace(/^.*\//, '').replace('.sql', ''), text, code: codeOf(text) };
  });
}

/** Every contract under a folder, by the path of the `.sql` file that it stands beside. */
export function contracts(folder: string): Map<string, ModelContract> {
  const paths = filesIn(folder, '.contract.json');
  return new Map(
    paths.map((path) => [
      path.replace('.contract.json', '.sql'),
      JSON.parse(readText(folder, path)) as ModelContract,
    ]),
  );
}

/** The names after `from` and `join`, less those that the text itself defines with `with`. */
export function tablesRead({ code }: SqlFile): string[] {
  const defined = new Set(
    [...code.matchAll(/(?:with|,)\s+([a-z_]+) as (?:materialized )?\(/g)].map((match) => match[1]),
  );
  const read = [...code.matchAll(/(?<!distinct )\b(?:from|join)\s+([a-z_][a-z_0-9]*)/g)].map(
    (match) => match[1]!,
  );
  return [...new Set(read)].filter((name) => !defined.has(name)).sort();
}

function codeOf(text: string): string {
  return text
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .toLowerCase();
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(pathOf(folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
    .sort();
}

function readText(folder: string, path: string): string {
  return readFileSync(`${pathOf(folder)}/${path}`, 'utf8');
}

function pathOf(folder: string): string {
  return fileURLToPath(new URL(`../../${folder}`, import.meta.url));
}
