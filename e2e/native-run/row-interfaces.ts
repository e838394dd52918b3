import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../src/queries/rows/', import.meta.url);

/** Each row type of the questions: the `.sql` file that its comment names, and its fields in order. */
export function rowInterfaces(): Map<string, string[]> {
  const text = readdirSync(FOLDER)
    .map((file) => readFileSync(new URL(file, FOLDER), 'utf8'))
    .join('\n');
  const pattern = /\/\*\* `(\w+)\.sql`[^*]*\*\/\s*export interface \w+ \{([\s\S]*?)\n\}/g;
  return new Map([...text.matchAll(pattern)].map((match) => [match[1]!, fieldsOf(match[2]!)]));
}

function fieldsOf(body: string): string[] {
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map((match) => match[1]!);
}
