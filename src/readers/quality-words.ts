import type { InputMapping } from './input-mapping';
import type { InputTable, TableBatch } from './input-table';

/** A file's own word for how a reading came to be, as `noted_slot` reads it: E, S, F with a method's number, N, D, or X and the word. */
export type SourceFlag = string;

/** The flag of null data: what stands there is no reading. */
const NULL_DATA: SourceFlag = 'N';
const DOUBTED: SourceFlag = 'D';

const MEASURED =
  /^(a|act|actual|actuals|m|meas|measured|metered|r|real|read|v|val|valid|validated|ok|good|g|w|wahr|gemessen|true|normal|final|definitive|mitattu)$/;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(e|est|estimate|estimated|estimation|estimado|schatzwert|geschatzt|forecast|calculated|interpolated)$/,
    'E',
  ],
  [/^(s|sub|subst|substitute|substituted|replaced|ersatzwert|provisional)$/, 'S'],
  [/^(f|final_?substitute|edited|corrected|manual)$/, 'F'],
  [/^(n|null|missing|absent|unavailable|no_?data|none|fehlend)$/, 'N'],
  [/^(d|bad|invalid|suspect|questionable|uncertain|doubtful|error|faulty|fault|storung)$/, 'D'],
];
const LONGEST_WORD = 24;

/**
 * What the file's own column of quality says of a row: null for an ordinary measurement, and where there is no
 * such column. A word that is not known stays the file's word; where it stands in most of the first rows and none
 * of the known words for a measurement does, it is taken for one.
 */
export function flagReader(
  table: InputTable,
  mapping: InputMapping,
): (batch: TableBatch, row: number) => SourceFlag | null {
  const column = mapping.roles.quality;
  if (column === undefined) return () => null;
  const ordinary = usualWord(table.sample, column);
  const known = new Map<string, SourceFlag | null>();
  return (batch, row) => {
    const word = wordOf(batch, row, column);
    if (word === null || word === ordinary) return null;
    let flag = known.get(word);
    if (flag === undefined) known.set(word, (flag = flagOf(word)));
    return flag;
  };
}

/**
 * A reading by its flag. Null data is no reading; a number that stands there all the same is kept and doubted, so that
 * nothing is lost.
 */
export function flagged(
  read: number | null,
  flag: SourceFlag | null,
): { value: number | null; flag: SourceFlag | null } {
  if (flag !== NULL_DATA || read === null || read === 0)
    return { value: flag === NULL_DATA ? null : read, flag };
  return { value: read, flag: DOUBTED };
}

function flagOf(word: string): SourceFlag | null {
  if (/^[ESF]\d{1,2}$/i.test(word)) return word.toUpperCase();
  if (MEASURED.test(word)) return null;
  const found = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  // The signs that part the runs of flags are kept out of them.
  return found ?? `X${word.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, LONGEST_WORD)}`;
}

/** A word in the form in which it is compared: lower case, without accents. */
function wordOf(batch: TableBatch, row: number, column: number): string | null {
  const cell = batch.cell(row, column);
  if (cell === null || cell === undefined || typeof cell === 'object') return null;
  const word = String(cell)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_');
  return word === '' ? null : word;
}

/** The unknown word of most rows, where no row has a known word for a measurement. */
function usualWord(sample: TableBatch, column: number): string | null {
  const counts = new Map<string, number>();
  for (let row = 0; row < sample.rows; row++) {
    const word = wordOf(sample, row, column);
    if (word === null) continue;
    if (MEASURED.test(word)) return null;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, one], [, other]) => other - one);
  if (!usual || usual[1] * 2 <= sample.rows || !flagOf(usual[0])?.startsWith('X')) return null;
  return usual[0];
}
