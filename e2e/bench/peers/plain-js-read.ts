import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';

/** One row of the file: a meter's day. Times are milliseconds as if UTC; NaN stands for a missing value. */
export interface FoldedDay {
  date: number;
  minutes: number;
  values: Float64Array;
  /** Row of the file, from 0. */
  row: number;
}

/** The rows of one meter, in the order of the file, and what they hold, counted before anything is done to them. */
export interface ReadMeter {
  client_id: string;
  ext_dev_ref: string;
  days: FoldedDay[];
  values: number;
  energy: bigint;
}

const COLUMNS = ['client_id', 'date', 'ext_dev_ref', 'energy_consumption', 'resolution'] as const;
/** Beyond it a sum of doubles is no longer exact: the ETL sets such values aside. */
const LARGEST = 10n ** 15n;

/** The SHA-256 of the file, as hex. */
export async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * Reads the file row group by row group, column by column.
 * @throws Error for what the ETL would refuse or set aside by the row: a missing key, a resolution that cannot be
 *   read, a value out of bounds
 */
export async function readMeters(path: string): Promise<ReadMeter[]> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const meters = new Map<string, Map<string, ReadMeter>>();
  const resolutions = new Map<string, number>();
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const columns = await readColumns(file, metadata, rowStart, rowEnd);
    for (let at = 0; at < rowEnd - rowStart; at++) {
      const meter = meterOf(meters, columns.client_id[at], columns.ext_dev_ref[at]);
      const date = columns.date[at];
      if (!(date instanceof Date)) throw new Error('a row has no date');
      const minutes = minutesOf(resolutions, columns.resolution[at]);
      const values = takeValues(meter, columns.energy_consumption[at] as (bigint | null)[]);
      meter.days.push({ date: date.getTime(), minutes, values, row: rowStart + at });
    }
    rowStart = rowEnd;
  }
  return [...meters.values()].flatMap((byReference) => [...byReference.values()]);
}

type Columns = Record<(typeof COLUMNS)[number], unknown[]>;

async function readColumns(
  file: Awaited<ReturnType<typeof asyncBufferFromFile>>,
  metadata: Awaited<ReturnType<typeof parquetMetadataAsync>>,
  rowStart: number,
  rowEnd: number,
): Promise<Columns> {
  const columns = Object.fromEntries(
    COLUMNS.map((name) => [name, new Array<unknown>(rowEnd - rowStart)]),
  ) as Columns;
  await parquetRead({
    file,
    metadata,
    rowStart,
    rowEnd,
    columns: [...COLUMNS],
    onChunk: ({ columnName, columnData, rowStart: from }) => {
      const column = columns[columnName as keyof Columns];
      for (let row = 0; row < columnData.length; row++) column[from - rowStart + row] = columnData[row];
    },
  });
  return columns;
}

function meterOf(
  meters: Map<string, Map<string, ReadMeter>>,
  client: unknown,
  reference: unknown,
): ReadMeter {
  if (typeof client !== 'string' || typeof reference !== 'string')
    throw new Error('a row has no client or meter');
  let byReference = meters.get(client);
  if (!byReference) meters.set(client, (byReference = new Map<string, ReadMeter>()));
  let meter = byReference.get(reference);
  if (!meter) {
    meter = { client_id: client, ext_dev_ref: reference, days: [], values: 0, energy: 0n };
    byReference.set(reference, meter);
  }
  return meter;
}

/** Minutes of a resolution such as `60min`; each text is looked into once. */
function minutesOf(known: Map<string, number>, text: unknown): number {
  const found = known.get(text as string);
  if (found !== undefined) return found;
  const minutes = Number(/^(\d+) ?min$/.exec(String(text))?.[1]);
  if (!(minutes > 0) || 1440 % minutes !== 0)
    throw new Error(`the resolution ${String(text)} cannot be read`);
  known.set(text as string, minutes);
  return minutes;
}

/** Puts a row's values in numbers, and counts them. */
function takeValues(meter: ReadMeter, cells: readonly (bigint | null)[]): Float64Array {
  const values = new Float64Array(cells.length);
  let [sum, count] = [0, 0];
  for (let slot = 0; slot < cells.length; slot++) {
    const cell = cells[slot];
    if (cell === null || cell === undefined) {
      values[slot] = NaN;
      continue;
    }
    if (cell >= LARGEST || cell <= -LARGEST) throw new Error('a value is out of bounds');
    const value = Number(cell);
    values[slot] = value;
    sum += value;
    count += 1;
  }
  meter.values += count;
  // A day of whole numbers below 10^15 … is exact in a double unless it is very large; then it is added exactly.
  if (Number.isSafeInteger(sum)) meter.energy += BigInt(sum);
  else for (const cell of cells) meter.energy += cell ?? 0n;
  return values;
}
