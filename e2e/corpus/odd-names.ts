import type { OddFile } from './corpus-types';
import { meterFile, type MeterRow } from './meter-file';
import { seriesRows, slotValue, vilniusClock } from './meter-rows';
import { oddFile } from './truth';

const RANGE = { first: '2022-03-25', last: '2022-03-30' };
const clock = vilniusClock(60);
const make = (rows: readonly MeterRow[]) => meterFile(rows);

/** Texts that hurt whoever pastes them into SQL, HTML, CSV, a spreadsheet or a shell. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  quotes: `O'Brien "the" \`meter\``,
  sql: `'; drop table meter_day; --`,
  placeholder: `$1 ? :name {{x}} %s $(id)`,
  script: '<script>alert(1)</script>',
  image: '"><img src=x onerror=alert(1)>',
  formula: `=cmd|' /C calc'!A0`,
  plus: '+1+1',
  minus: '-2+3',
  at: '@SUM(A1)',
  comma: 'a,b;c\td',
  newline: 'line one\nline two\r\nline three',
  emoji: '👩‍👩‍👧‍👦⚡ meter 🏠',
  rightToLeft: 'مقياس ‮txt.exe‬',
  combining: 'Z̤͔ͧ̑̓ä͖̭̈̇l̮̒ͫǧ̗͚̚o̙̔ͮ',
  nul: 'before\u0000after',
  spaces: '  spaces around  ',
  lone: 'null',
  long: 'long-'.repeat(2048),
  unbroken: '字'.repeat(3500),
};

/** Names a file system takes and a careless program does not. */
const HOSTILE_FILE_NAMES: Readonly<Record<string, string>> = {
  quotes: `it's "quoted"; drop table x --.parquet`,
  script: '<img src=x onerror=alert(1)>.parquet',
  emoji: 'energy ⚡👩‍👩‍👧‍👦.parquet',
  formula: `=cmd|' .parquet`,
  rightToLeft: 'meter ‮teuqrap.exe‬.parquet',
  newline: 'two\nlines.parquet',
  percent: '100%25 %2e%2e ?x=1#y.parquet',
  dots: '..parquet',
  option: '--out.parquet',
  noExtension: 'no extension',
  long: `${'long'.repeat(58)}.parquet`,
};

/** A file with hostile values in every text column, and plain files under hostile names. */
export const oddNameFiles: readonly OddFile[] = [
  oddFile({
    name: 'hostile-values-together',
    clock,
    make,
    rows: () =>
      Object.values(HOSTILE_TEXTS).flatMap((text, index) =>
        seriesRows({
          ...RANGE,
          fields: { client_id: text, ext_dev_ref: text, unit: text.slice(0, 200) },
          value: (at) => slotValue(at + index),
        }),
      ),
  }),
  ...Object.entries(HOSTILE_FILE_NAMES).map(([kind, fileName], index) =>
    oddFile({
      name: `hostile-file-name-${kind}`,
      fileName,
      clock,
      make,
      // Equal bytes would be the file that is open already, whatever its name.
      rows: () => seriesRows({ ...RANGE, value: (at) => slotValue(at + index) }),
    }),
  ),
];
