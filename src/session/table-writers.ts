import { tableFromIPC } from 'apache-arrow';
import type { DataType } from 'apache-arrow';
import { csvFormatRows } from 'd3-dsv';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { ArrowFileWriter } from './arrow-file';
import type { ExportFormat } from './chosen-sql';
import { columnKind } from './console/cell-text';
import { fieldsOf } from './console/result-table';

export interface TableJob {
  /** Arrow IPC streams of the same columns, the first as soon as they are known. */
  pieces: AsyncIterable<Uint8Array>;
  codec: ParquetCodec;
  format: ExportFormat;
  /** Carried by Parquet and Arrow; CSV has no place for it. */
  metadata: Record<string, string>;
  /** Told how many rows are written so far. */
  onRows: (rows: number) => void;
  /** Where a Parquet file goes as it comes into being; absent, it becomes a Blob. */
  target?: FileSystemFileHandle | null;
}

/** A file that was written and not yet read back. */
export interface WrittenTable {
  blob: Blob;
  rows: number;
  columns: string[];
}

/** A written file under its path in a zip, or its name alone. */
export interface WrittenPart extends WrittenTable {
  path: string;
}

/** Characters that make a spreadsheet take a text cell for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
const ROW_GROUP_ROWS = 1_000_000;

/** Writes all rows of the pieces as one file. */
export function writeTable(job: TableJob): Promise<WrittenTable> {
  return WRITERS[job.format](job);
}

const WRITERS: Record<ExportFormat, (job: TableJob) => Promise<WrittenTable>> = {
  parquet: writeParquet,
  csv: writeCsv,
  arrow: writeArrow,
};

async function writeParquet({ pieces, codec, metadata, onRows, target }: TableJob): Promise<WrittenTable> {
  const writer = await codec.write({
    keyValueMetadata: metadata,
    rowGroupRows: ROW_GROUP_ROWS,
    target: target ?? null,
  });
  let rows = 0;
  let columns: string[] = [];
  try {
    for await (const piece of pieces) {
      columns = namesOf(piece);
      rows += tableFromIPC(piece).numRows;
      await writer.append(piece);
      onRows(rows);
    }
    return { blob: await writer.finish(), rows, columns };
  } catch (thrown) {
    await writer.abort().catch(() => undefined);
    throw thrown;
  }
}

async function writeArrow({ pieces, metadata, onRows }: TableJob): Promise<WrittenTable> {
  const writer = new ArrowFileWriter(metadata);
  let columns: string[] = [];
  for await (const piece of pieces) {
    columns = namesOf(piece);
    writer.append(piece);
    onRows(writer.rows);
  }
  return { blob: await writer.finish(), rows: writer.rows, columns };
}

async function writeCsv({ pieces, onRows }: TableJob): Promise<WrittenTable> {
  const parts: BlobPart[] = [];
  let rows = 0;
  let columns: string[] = [];
  for await (const piece of pieces) {
    if (parts.length === 0) {
      columns = namesOf(piece);
      parts.push(`${csvFormatRows([columns])}\n`);
    }
    const lines = csvLines(piece);
    rows += lines.length;
    if (lines.length > 0) parts.push(new Blob([`${csvFormatRows(lines)}\n`]));
    onRows(rows);
  }
  return { blob: new Blob(parts, { type: 'text/csv' }), rows, columns };
}

/** Times are ISO 8601, UTC with Z and local without; null is an empty cell. */
function csvLines(piece: Uint8Array): string[][] {
  const table = tableFromIPC(piece);
  const columns = table.schema.fields.map(({ type }, index) => ({
    ...columnKind(type as DataType),
    values: table.getChildAt(index),
  }));
  return Array.from({ length: table.numRows }, (_row, row) =>
    columns.map(({ type, isNumeric, text, values }) => {
      const value: unknown = values?.get(row);
      if (value === null || value === undefined) return '';
      const cell = text(value);
      if (isNumeric) return cell;
      if (type.startsWith('timestamp')) return cell.replace(' ', 'T');
      return defused(cell);
    }),
  );
}

/** A text as a CSV holds it: what a spreadsheet would take for a formula begins with an apostrophe. */
export function defused(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

function namesOf(piece: Uint8Array): string[] {
  return fieldsOf(piece).map(({ name }) => name);
}
