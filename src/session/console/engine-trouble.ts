import type { AppError } from '../../domain/app-error';
import { refusalText } from '../../domain/refusal-text';
import { shortText } from '../../domain/number-text';
import { changesRefused, extensionRefused, filesRefused } from './statement-guard';
import type { StatementTrouble } from './statement-guard';

/** What to do instead of the extensions that people reach for most. */
const INSTEAD: Readonly<Record<string, string>> = {
  parquet: 'Drop the Parquet file onto the page: it is then open as tables.',
  json: 'Lists and structs need no JSON: select their fields, or unnest them.',
  icu: 'Use timestamp_local for local time and timestamp_utc for UTC: both are plain timestamps, and date_trunc, extract and strftime work on them.',
  httpfs: 'Download the file yourself and drop it onto the page.',
  spatial: 'Export the data and use the extension in your own DuckDB: see “Read it elsewhere”.',
};

/**
 * An engine's message as a person reads it, with the place that it names in the statement.
 * @param offset where the text that the engine was given begins in the person's text
 */
export function engineTrouble(error: AppError, sql: string, offset = 0): StatementTrouble {
  const cause = error.detail.cause ?? '';
  if (error.code !== 'QUERY_FAILED') {
    const { code, detail } = error;
    return { ...refusalText({ code, detail: { ...detail, task: 'statement' } }), place: null, cause };
  }
  const found = placeIn(cause, sql);
  const place = found && { from: found.from + offset, to: found.to + offset };
  return { ...(specialTrouble(cause) ?? plainTrouble(cause)), place };
}

function specialTrouble(cause: string): StatementTrouble | null {
  if (/read-only mode/i.test(cause)) return changesRefused(cause);
  const missing = /"?([\w$]+)"? is not in the catalog, but it exists in the (\w+) extension/i.exec(cause);
  const extension = missing?.[2] ?? /extension '(\w+)'/i.exec(cause)?.[1] ?? extensionLoad(cause);
  if (extension !== undefined) {
    const what = missing ? `“${shortText(missing[1]!, 40)}”` : 'This statement';
    return extensionRefused(
      `${what} needs DuckDB’s ${extension} extension, which would have to be downloaded. Meterfold asks no other place for anything.`,
      INSTEAD[extension] ?? INSTEAD['spatial']!,
      cause,
    );
  }
  return /file system operations are disabled|external access|cannot access (file|directory)/i.test(cause)
    ? filesRefused(cause)
    : null;
}

function extensionLoad(cause: string): string | undefined {
  return /loading external extensions is disabled/i.test(cause) ? 'ICU' : undefined;
}

interface Reading {
  pattern: RegExp;
  title: string;
  sentence: (match: RegExpExecArray) => string;
}

const quoted = (text: string | undefined) => `“${shortText(text ?? '', 60)}”`;

const READINGS: readonly Reading[] = [
  {
    pattern: /syntax error at or near "([\s\S]*?)"/,
    title: 'The statement cannot be read',
    sentence: (match) => `DuckDB can make sense of it up to ${quoted(match[1])}, and not from there on.`,
  },
  {
    pattern: /syntax error at end of input/,
    title: 'The statement is not finished',
    sentence: () => 'It ends where DuckDB expects more.',
  },
  {
    pattern: /Referenced (?:column|table) "([\s\S]*?)" not found/,
    title: 'There is no such column',
    sentence: (match) => `No table in this FROM has ${quoted(match[1])}.`,
  },
  {
    pattern: /Table with name (\S+) does not exist/,
    title: 'There is no such table',
    sentence: (match) => `Nothing that is open is called ${quoted(match[1])}.`,
  },
  {
    pattern: /Function with name "?(\w+)"? does not exist/i,
    title: 'There is no such function',
    sentence: (match) => `DuckDB knows no function ${quoted(match[1])}.`,
  },
  {
    pattern: /No function matches the given name and argument types '([\s\S]*?)'/,
    title: 'The function does not take this',
    sentence: (match) => `There is no form ${quoted(match[1])}; a cast such as ::double often helps.`,
  },
  {
    pattern: /column "?([\s\S]*?)"? must appear in the GROUP BY clause/i,
    title: 'A column is neither grouped nor summed',
    sentence: (match) =>
      `Add ${quoted(match[1])} to GROUP BY (or write GROUP BY ALL), or put it into a function such as sum or max.`,
  },
  {
    pattern: /Conversion Error: ([^\n]+)/,
    title: 'A value cannot be converted',
    sentence: (match) => `${endStop(match[1]!)} try_cast gives NULL instead of stopping.`,
  },
];

function plainTrouble(cause: string): StatementTrouble {
  const frame = { nextStep: suggestionIn(cause), place: null, cause };
  for (const { pattern, title, sentence } of READINGS) {
    const match = pattern.exec(cause);
    if (match) return { title, sentence: sentence(match), ...frame };
  }
  const [head = ''] = cause.split(/\n\s*\n|\nLINE /);
  const text = head.replace(/^[\w ]*Error:\s*/, '').replaceAll('\n', ' ');
  return { title: 'The statement failed', sentence: endStop(shortText(text, 300)), ...frame };
}

/** What the engine itself proposes: names that are near, columns that there are. */
function suggestionIn(cause: string): string {
  const near = /Did you mean ("[^"]+"|[^\n?]+)/.exec(cause)?.[1];
  if (near) return `Did you mean ${quoted(near.replaceAll('"', ''))}?`;
  const candidates = /Candidate (?:bindings|functions|macros):([\s\S]*?)(?:\n\s*\n|\nLINE |$)/.exec(
    cause,
  )?.[1];
  if (candidates) {
    const list = candidates
      .split(/[\n,]/)
      .map((text) => text.trim().replaceAll('"', ''))
      .filter((text) => text !== '');
    return `There are: ${list.slice(0, 6).join(', ')}.`;
  }
  return 'Change the statement and run it again.';
}

function endStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The word under the mark that the engine draws below the line, as characters of the statement. */
function placeIn(cause: string, sql: string): { from: number; to: number } | null {
  const match = /LINE (\d+): ([^\n]*)\n( *)\^/.exec(cause);
  if (!match) return null;
  const [, number, shown, indent] = match;
  const lines = sql.split('\n');
  const index = Number(number) - 1;
  const line = lines[index];
  if (line === undefined) return null;
  const prefix = `LINE ${number}: `.length;
  // A long line is shown in part, between dots.
  const excerpt = shown!.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const cut = shown!.startsWith('...') ? 3 : 0;
  const excerptAt = line.indexOf(excerpt);
  if (excerptAt < 0) return null;
  const column = Math.min(Math.max(indent!.length - prefix - cut + excerptAt, 0), line.length);
  const before = lines.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  const word = /^("(?:[^"]|"")*"|'(?:[^']|'')*'|[\w$]+|\S)/.exec(line.slice(column))?.[0] ?? '';
  const from = before + column;
  return word === '' ? { from: Math.max(from - 1, 0), to: from } : { from, to: from + word.length };
}
