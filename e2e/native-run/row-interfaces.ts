import { readFileSync } from 'node:fs';

/** Each row type of the questions: the `.sql` file that its comment names, and its fields in order. */
export function rowInterfaces(): Map<string, string[]> {
  const text = readFileSync(new URL('../../src/queries/rows.ts', import.meta.url), 'utf8');
  const pattern = /\/\*\* `(\w+)\.sql`[^*]*\*\/\s*export interface \w+ \{([\s\S]*?)\n\}/g;
  return new Map([...text.matchAll(pattern)].map((match) => [match[1]!, fieldsOf(match[2]!)]));
}

function fieldsOf(body: string): string[] {
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map((match) => match[1]!);
}
