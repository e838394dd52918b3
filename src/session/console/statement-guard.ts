import { isEmptyStatement, secondStatementAt, wordsOf } from './statement-text';
import type { Word } from './statement-text';

/** What a person reads about a statement that did not run or failed, and where in the text it is. */
export interface StatementTrouble {
  title: string;
  sentence: string;
  nextStep: string;
  /** Characters of the statement, or null where the trouble has no place. */
  place: { from: number; to: number } | null;
  /** The engine's own words, for the details. */
  cause: string | null;
}

/** Statements that only read. Everything else is refused before it reaches the engine. */
const READING: ReadonlySet<string> = new Set([
  'select',
  'with',
  'from',
  'values',
  'table',
  'describe',
  'desc',
  'show',
  'summarize',
  'explain',
  'pivot',
  'unpivot',
]);

interface Refusal {
  sentence: string;
  nextStep: string;
}

const CHANGES: Refusal = {
  sentence: 'The console only reads: what is open must stay what the files say, and the ledger with it.',
  nextStep: 'Ask with SELECT. A result you want to keep can be saved as Parquet, CSV or Arrow.',
};
const NO_FILES: Refusal = {
  sentence:
    'The engine in this page can neither reach a file nor an address, so that nothing leaves the machine.',
  nextStep:
    'Drop the file onto the page and query it here, or use “Read it elsewhere” for DuckDB, Python and R.',
};
const NO_COPY: Refusal = {
  sentence:
    'The engine in this page cannot write files, and its Parquet extension would have to be downloaded.',
  nextStep: 'Run the SELECT inside by itself, then save its result as Parquet, CSV or Arrow below.',
};
const NO_EXTENSION: Refusal = {
  sentence: 'An extension would have to be downloaded from another place. Meterfold never asks one.',
  nextStep: 'Export the data and use the extension in your own DuckDB: see “Read it elsewhere”.',
};
const NO_SETTINGS: Refusal = {
  sentence: 'The engine’s settings are locked: they are what keeps it from the network and from your files.',
  nextStep: 'Most settings have a form inside SELECT, such as ORDER BY … NULLS LAST or LIMIT.',
};
const NO_TRANSACTION: Refusal = {
  sentence: 'Each statement runs in a transaction of its own that only reads and is then undone.',
  nextStep: 'Leave this word out and run the SELECT by itself.',
};

const REFUSALS: Readonly<Record<string, Refusal>> = {
  ...sameFor(
    ['create', 'drop', 'alter', 'insert', 'update', 'delete', 'truncate', 'merge', 'replace', 'comment'],
    CHANGES,
  ),
  ...sameFor(['copy', 'export'], NO_COPY),
  ...sameFor(['attach', 'detach', 'import', 'use'], NO_FILES),
  ...sameFor(['install', 'load', 'update_extensions'], NO_EXTENSION),
  ...sameFor(['set', 'reset', 'pragma', 'checkpoint', 'force', 'vacuum', 'analyze', 'call'], NO_SETTINGS),
  ...sameFor(['begin', 'start', 'commit', 'rollback', 'abort', 'end'], NO_TRANSACTION),
  ...sameFor(['prepare', 'execute', 'deallocate'], {
    sentence: 'A prepared statement would be gone with the connection that it was made on.',
    nextStep: 'Write the values into the SELECT itself.',
  }),
};

function sameFor(words: readonly string[], refusal: Refusal): Record<string, Refusal> {
  return Object.fromEntries(words.map((word) => [word, refusal]));
}

/** Why a text may not run, from the text alone; null for one statement that begins like a reading one. */
export function guardStatement(sql: string): StatementTrouble | null {
  if (isEmptyStatement(sql)) {
    return {
      title: 'There is nothing to run',
      sentence: 'The editor holds no statement.',
      nextStep: 'Write a SELECT, or start from one of the examples.',
      place: null,
      cause: null,
    };
  }
  const [first] = wordsOf(sql);
  if (first && !READING.has(first.text)) return refusalOf(first);
  const second = secondStatementAt(sql);
  return second === null ? null : severalStatements({ from: second, to: sql.trimEnd().length });
}

/** The refusal of a text that holds more than one statement. */
export function severalStatements(place: StatementTrouble['place']): StatementTrouble {
  return {
    title: 'One statement at a time',
    sentence: 'The text holds more than one statement, and a result belongs to one.',
    nextStep: 'Select the part that you mean and run it, or remove the rest.',
    place,
    cause: null,
  };
}

/** The refusal of a statement that the engine found to be writing. */
export function changesRefused(cause: string): StatementTrouble {
  return { title: 'This would change what is open', ...CHANGES, place: null, cause };
}

/** The refusal of a function or file that the engine has no part for. */
export function extensionRefused(sentence: string, nextStep: string, cause: string): StatementTrouble {
  return { title: 'This would need a download', sentence, nextStep, place: null, cause };
}

/** The refusal of a file or address. */
export function filesRefused(cause: string): StatementTrouble {
  return { title: 'Files are out of reach here', ...NO_FILES, place: null, cause };
}

function refusalOf({ text, from, to }: Word): StatementTrouble {
  const refusal = REFUSALS[text];
  if (!refusal) {
    return {
      title: 'This is not a statement that reads',
      sentence: `A statement cannot begin with “${text.slice(0, 40)}”.`,
      nextStep: 'Begin with SELECT, FROM, WITH, DESCRIBE, SUMMARIZE, SHOW, PIVOT or EXPLAIN.',
      place: { from, to },
      cause: null,
    };
  }
  return {
    title: `${text.toUpperCase()} is not for this console`,
    ...refusal,
    place: { from, to },
    cause: null,
  };
}
