import { DataType, tableFromIPC, Vector, type RecordBatch } from 'apache-arrow';
import type { Policies } from '../domain/policy';
import { ScanTally } from '../domain/scan-tally';
import type { FileScan, MeterKey, ScannedMeter, Selection } from '../domain/selection';
import type { ParquetCodec } from '../parquet/parquet-codec';
import type { InputReader } from '../readers/input-reader';
import { coded } from './coded-texts';
import type { ReadableFile } from './inspect-files';
import type { Progress } from './progress';

const COLUMNS = ['client_id', 'date', 'ext_dev_ref'];
const DAY = 86_400_000;

interface ScanJob {
  codec: ParquetCodec;
  inputs: InputReader;
  files: readonly Pick<ReadableFile, 'file' | 'rows' | 'mapping'>[];
  policies: Policies;
  progress: Progress;
  signal: AbortSignal;
}

/** Looks whose rows lie in files and of which dates. Of Parquet files of the input contract no array is touched. */
export async function scanFiles(job: ScanJob): Promise<FileScan> {
  const { inputs, files, policies, progress, signal } = job;
  const total = files.reduce((sum, { rows }) => sum + rows, 0);
  const tally = new ScanTally();
  let done = 0;
  // How many rows a text has is an estimate until it is looked through.
  let looked = 0;
  for (const { file, rows, mapping } of files) {
    const onRows = (ofFile: number) => progress.stage('reading', done + Math.min(rows, ofFile), total);
    if (mapping) {
      const found = await inputs.scan(file, mapping, policies, signal, onRows);
      tally.addAll(found);
      looked += found.rows;
    } else {
      await scanContract(job, file, tally, onRows);
      looked += rows;
    }
    done += rows;
    progress.stage('reading', done, total);
  }
  return tally.scan(looked);
}

/** Reads three columns of the file. */
async function scanContract(
  { codec, signal }: ScanJob,
  file: File,
  tally: ScanTally,
  onRows: (rows: number) => void,
): Promise<void> {
  let done = 0;
  for await (const { ipc, rows } of codec.read(file, file.name, COLUMNS, signal)) {
    for (const batch of tableFromIPC(ipc).batches) tallyBatch(batch, tally);
    done += rows;
    onRows(done);
  }
}

/** How much of the files' rows a selection takes, from 0 to 1; about, since meters may differ in their dates. */
export function shareOf({ meters, dates, rows }: FileScan, { from, to, meters: chosen }: Selection): number {
  const [first, last] = [dayOf(from) ?? -Infinity, dayOf(to) ?? Infinity];
  const inPeriod = dates.reduce((sum, [day, count]) => (day >= first && day <= last ? sum + count : sum), 0);
  if (!chosen) return inPeriod / rows;
  const names = new Set(chosen.map(nameOf));
  const ofMeters = meters.reduce((sum, meter) => (names.has(nameOf(meter)) ? sum + meter.rows : sum), 0);
  return (inPeriod / rows) * (ofMeters / rows);
}

/** The meters whose client or name contains one of the words, at most so many of them, in their order. */
export function metersFound(scan: FileScan, words: string, most: number): ScannedMeter[] {
  const wanted = words
    .split(/[,;]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  const isWanted = ({ client_id, ext_dev_ref }: MeterKey) =>
    wanted.length === 0 || wanted.some((word) => `${client_id} ${ext_dev_ref}`.toLowerCase().includes(word));
  return scan.meters.filter(isWanted).slice(0, most);
}

export const dateText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function dayOf(date: string | null): number | null {
  return date === null ? null : Date.parse(`${date}T00:00Z`) / DAY;
}

const nameOf = ({ client_id, ext_dev_ref }: MeterKey): string => `${client_id}\u0000${ext_dev_ref}`;

/** Rows without client, meter or date belong to no choice: they are opened, or refused, whatever is chosen. */
function tallyBatch(batch: RecordBatch, tally: ScanTally): void {
  const dataOf = (name: string) =>
    batch.data.children[batch.schema.fields.findIndex((field) => field.name === name)];
  const client = coded(dataOf('client_id'), batch.numRows);
  const meter = coded(dataOf('ext_dev_ref'), batch.numRows);
  const days = daysOf(batch);
  let found: ScannedMeter | null = null;
  for (let row = 0; row < batch.numRows; row++) {
    const isOther = client.codes[row] !== client.codes[row - 1] || meter.codes[row] !== meter.codes[row - 1];
    if (row === 0 || isOther) {
      const client_id = client.texts[client.codes[row]!] ?? null;
      const ext_dev_ref = meter.texts[meter.codes[row]!] ?? null;
      found = client_id === null || ext_dev_ref === null ? null : tally.meter({ client_id, ext_dev_ref });
    }
    const day = days(row);
    if (found && day !== null) tally.add(found, day, 1);
  }
}

function daysOf(batch: RecordBatch): (row: number) => number | null {
  const data = batch.data.children[batch.schema.fields.findIndex((field) => field.name === 'date')]!;
  const column = new Vector([data]);
  const values = data.values as Int32Array;
  // Days, and not milliseconds, which are larger numbers.
  if (
    DataType.isDate(data.type) &&
    data.nullCount === 0 &&
    values.BYTES_PER_ELEMENT === 4 &&
    values.length === data.length
  ) {
    return (row) => values[row]!;
  }
  return (row) => {
    const value = column.get(row) as number | null;
    return value === null ? null : Math.floor(Number(value) / DAY);
  };
}
