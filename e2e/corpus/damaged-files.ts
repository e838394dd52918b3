import { readFileSync } from 'node:fs';
import { mulberry32 as random } from '../../src/cli/samples/random';
import { ipcFromDays } from '../../src/readers/day-batch-ipc';
import type { DayRow } from '../../src/readers/day-batch';
import { chunkExtent, chunks, concat, magic, takeApart, uint32 } from './footer';
import { duckdbFile } from './duckdb-file';
import { meterFile } from './meter-file';
import { seriesRows } from './meter-rows';
import { nem12Text } from './nem12-file';
import { shapedFiles } from './shaped-files';

const BOMB_SQL = readFileSync(new URL('./dictionary-bomb.sql', import.meta.url), 'utf8');

/** A file that was damaged on purpose, by a seed. What it must come to is not known: a coded sentence or a right result. */
export interface DamagedFile {
  name: string;
  kind: string;
  fileName: string;
  make(): Uint8Array | Promise<Uint8Array>;
}

type Damage = (bytes: Uint8Array, next: () => number) => Uint8Array;

/** Rows in several row groups, so that a file can end between two. */
function severalGroups(): Uint8Array {
  const rows = seriesRows({ first: '2022-01-01', last: '2022-12-31' }).map(({ row }) => row);
  return meterFile(rows, { write: { rowGroupSize: 30 } });
}

let made: Uint8Array | null = null;
const good = (): Uint8Array => (made ??= severalGroups()).slice();

/** Flips some bits between two places. */
function flip(bytes: Uint8Array, from: number, to: number, count: number, next: () => number): Uint8Array {
  const damaged = bytes.slice();
  for (let times = 0; times < count; times++) {
    const at = from + Math.floor(next() * (to - from));
    damaged[at] = damaged[at]! ^ (1 << Math.floor(next() * 8));
  }
  return damaged;
}

const footerStart = (bytes: Uint8Array): number => takeApart(bytes).data.length;

const inFooter: Damage = (bytes, next) =>
  flip(bytes, footerStart(bytes), bytes.length - 8, 1 + Math.floor(next() * 6), next);
const inPages: Damage = (bytes, next) =>
  flip(bytes, 4, footerStart(bytes), 1 + Math.floor(next() * 20), next);
/** Page headers stand at the start of each chunk. */
const inPageHeaders: Damage = (bytes, next) => {
  const all = chunks(takeApart(bytes).footer);
  const { start } = chunkExtent(all[Math.floor(next() * all.length)]!);
  return flip(bytes, start, start + 12, 2, next);
};
const inLengths: Damage = (bytes, next) =>
  concat(bytes.slice(0, -8), uint32(Math.floor(next() * 2 ** 32)), magic('PAR1'));
const wrongMagic: Damage = (bytes, next) =>
  flip(bytes, ...(next() < 0.5 ? ([0, 4] as const) : ([bytes.length - 4, bytes.length] as const)), 2, next);

/** Sizes that a footer of Thrift announces and no file can hold. */
const hostileThrift: Damage = (bytes, next) => {
  const at = Math.floor(next() * 6);
  const varint = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x07);
  const starts = [
    concat(Uint8Array.of(0x29, 0xfc), varint),
    concat(Uint8Array.of(0x18), varint),
    concat(Uint8Array.of(0x1b), varint, Uint8Array.of(0x88)),
    new Uint8Array(5_000).fill(0x1c),
    new Uint8Array(5_000).fill(0x19),
    concat(Uint8Array.of(0x15, 0x02, 0x19, 0xfc), varint, new Uint8Array(100).fill(0x15)),
  ];
  const footer = concat(starts[at]!, bytes.slice(-200 - Math.floor(next() * 100), -8));
  return concat(bytes.slice(0, 1000), footer, uint32(footer.length), magic('PAR1'));
};

const cutAnywhere: Damage = (bytes, next) => bytes.slice(0, 1 + Math.floor(next() * (bytes.length - 1)));
const anywhere: Damage = (bytes, next) => flip(bytes, 0, bytes.length, 1 + Math.floor(next() * 12), next);

/** Damages that people and programs do to text: lines lost, doubled, cut, quotes opened, other characters in fields. */
const inText: Damage = (bytes, next) => {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const at = Math.floor(next() * Math.min(lines.length, 400));
  const line = lines[at] ?? '';
  const place = Math.floor(next() * line.length);
  const replacements = [
    [],
    [line, line],
    [line.slice(0, place)],
    [`${line.slice(0, place)}"${line.slice(place)}`],
    [`${line.slice(0, place)}\u0000\u0007${line.slice(place)}`],
    [`${line}${line}`],
    [line.replaceAll(/[0-9]/g, 'x')],
    [line.replaceAll(/[,;\t]/g, ' ')],
    [`${line.slice(0, place)}${'9'.repeat(400)}${line.slice(place)}`],
    [line.replaceAll(/\d{4}/g, '0000')],
    ['a'.repeat(1_000_000)],
    [line.replaceAll('-', '')],
  ];
  lines.splice(at, 1, ...replacements[Math.floor(next() * replacements.length)]!);
  return new TextEncoder().encode(lines.join('\n'));
};

function series(
  kind: string,
  count: number,
  fileName: string,
  make: () => Uint8Array,
  damage: Damage,
): DamagedFile[] {
  return Array.from({ length: count }, (_, seed) => ({
    name: `${kind}-${seed}`,
    kind,
    fileName: fileName.replace('#', `${kind}-${seed}`),
    make: () => damage(make(), random(1_000 + seed)),
  }));
}

/** The file cut at the end of each row group, and just behind it with its own footer kept. */
function cutAtRowGroups(): DamagedFile[] {
  return Array.from({ length: 13 }, (_, group) => ({
    name: `cut-at-row-group-${group}`,
    kind: 'cut-at-row-group',
    fileName: `cut-at-row-group-${group}.parquet`,
    make: () => {
      const bytes = good();
      const { data, footer } = takeApart(bytes);
      const all = chunks(footer);
      const { start, length } = chunkExtent(all[Math.min(all.length, (group + 1) * 5) - 1]!);
      const end = Math.min(data.length, start + length);
      return group % 2 === 0 ? bytes.slice(0, end) : concat(bytes.slice(0, end), bytes.slice(data.length));
    },
  }));
}

function arrowBytes(): Uint8Array {
  const days: DayRow[] = seriesRows({ first: '2022-01-01', last: '2022-02-28' }).map(({ row }, index) => ({
    clientId: row.client_id,
    meter: row.ext_dev_ref,
    date: row.date! / 86_400_000,
    values: row.energy_consumption,
    resolution: row.resolution,
    fuel: null,
    channel: null,
    unit: 'kWh',
    sourceRow: index,
    setAsideAs: null,
    flags: null,
  }));
  return ipcFromDays(days);
}

function textOf(name: string): () => Uint8Array {
  return () => {
    const lines = shapedFiles.find((file) => file.name === name)!.text.split('\n');
    return new TextEncoder().encode(lines.slice(0, 800).join('\n'));
  };
}

const HOSTILE_NAMES = [
  '<script>alert(1)<\u2215script>.parquet',
  '..%2f..%2fetc%2fpasswd.csv',
  "'; drop table reading; --.parquet",
  '{{constructor}}.csv',
  '\u202Egpj.parquet',
  'a'.repeat(200) + '.csv',
  '=cmd|calc.csv',
  '%00.parquet',
];

function hostileNames(): DamagedFile[] {
  return HOSTILE_NAMES.map((fileName, index) => ({
    name: `hostile-name-${index}`,
    kind: 'hostile-name',
    fileName,
    make: () => cutAnywhere(good(), random(index)),
  }));
}

/** A few kilobytes that unpack to megabytes of one text. */
function bombs(): DamagedFile[] {
  return [1, 4, 16].map((part) => ({
    name: `dictionary-bomb-${part}`,
    kind: 'dictionary-bomb',
    fileName: `dictionary-bomb-${part}.parquet`,
    make: () =>
      duckdbFile(
        BOMB_SQL.replace('LENGTH', String(Math.floor(8_000_000 / part))).replace('ROWS', String(part)),
      ),
  }));
}

/** Some kilobytes that name one text of megabytes for every row: gigabytes, if all were unpacked. */
function wideBomb(): DamagedFile {
  return {
    name: 'dictionary-bomb-every-row',
    kind: 'dictionary-bomb-every-row',
    fileName: 'dictionary-bomb-every-row.parquet',
    make: () => {
      const fields = { ext_dev_ref: 'm'.repeat(4_000_000) };
      return meterFile(seriesRows({ first: '2022-01-01', last: '2023-12-31', fields }).map(({ row }) => row));
    },
  };
}

/** Every damaged file. The same bytes on every run. */
export const damagedFiles: readonly DamagedFile[] = [
  ...series('flip-footer', 60, '#.parquet', good, inFooter),
  ...series('flip-pages', 50, '#.parquet', good, inPages),
  ...series('flip-page-headers', 40, '#.parquet', good, inPageHeaders),
  ...series('wrong-length', 12, '#.parquet', good, inLengths),
  ...series('wrong-magic', 8, '#.parquet', good, wrongMagic),
  ...series('hostile-thrift', 24, '#.parquet', good, hostileThrift),
  ...series('cut', 12, '#.parquet', good, cutAnywhere),
  ...cutAtRowGroups(),
  ...bombs(),
  wideBomb(),
  ...hostileNames(),
  ...series('csv-wide', 24, '#.csv', textOf('wide-H01'), inText),
  ...series('csv-long', 24, '#.csv', textOf('long-offset'), inText),
  ...series('csv-arrays', 12, '#.csv', textOf('text-arrays'), inText),
  ...series('csv-bytes', 12, '#.csv', textOf('long-utc'), anywhere),
  ...series('arrow', 24, '#.arrow', arrowBytes, anywhere),
  ...series('arrow-cut', 8, '#.arrow', arrowBytes, cutAnywhere),
  ...series('nem12', 24, '#.csv', () => new TextEncoder().encode(nem12Text()), inText),
];

/** Some sixty of them, of every kind. */
export function representative(files: readonly DamagedFile[] = damagedFiles): DamagedFile[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    files.filter((file) => file.kind === kind).filter((_, index) => index % 7 === 0),
  );
}
