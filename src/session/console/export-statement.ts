import { tableFromIPC } from 'apache-arrow';
import type { DataType } from 'apache-arrow';
import { csvFormatRows, csvParseRows } from 'd3-dsv';
import { AppError } from '../../domain/app-error';
import type { ParquetCodec } from '../../parquet/parquet-codec';
import { ArrowFileWriter, readArrowFile } from '../arrow-file';
import type { Progress } from '../progress';
import type { SavedExport } from '../session-state';
import { columnKind } from './cell-text';
import { fieldsOf } from './result-table';

export interface StatementExport {
  pieces: AsyncIterable<Uint8Array>;
  codec: ParquetCodec;
  /** The file's name without its ending. */
  baseName: string;
  format: 'parquet' | 'csv' | 'arrow';
  metadata: Record<string, string>;
  progress: Progress;
}

/** Characters that make a spreadsheet take a text cell for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
const ROW_GROUP_ROWS = 1_000_000;

/**
 * Writes all rows of a person's statement, reads the file back and compares rows and columns.
 * @throws AppError EXPORT_MISMATCH, QUERY_FAILED
 */
export async function exportStatement(job: StatementExport): Promise<{ blob: Blob; saved: SavedExport }> {
  const { blob, rows, columns } = await WRITERS[job.format](job);
  job.progress.stage('verifying', 0, rows);
  const name = `${job.baseName}.${job.format}`;
  const found = await readBack(job, blob, name);
  const wanted = JSON.stringify({ rows, columns });
  if (JSON.stringify(found) !== wanted) {
    throw new AppError('EXPORT_MISMATCH', {
      file: name,
      cause: `expected ${wanted}, found ${JSON.stringify(found)}`,
    });
  }
  job.progress.stage('verifying', rows, rows);
  const checks = [
    `${rows.toLocaleString('en-GB')} rows read back, as many as the statement gave`,
    `${columns.length} columns read back: ${columns.slice(0, 8).join(', ')}${columns.length > 8 ? ', …' : ''}`,
  ];
  return { blob, saved: { name, format: job.format, bytes: blob.size, rows, energy: [], checks } };
}

interface Written {
  blob: Blob;
  rows: number;
  columns: string[];
}

const WRITERS: Record<StatementExport['format'], (job: StatementExport) => Promise<Written>> = {
  parquet: writeParquet,
  csv: writeCsv,
  arrow: writeArrow,
};

async function writeParquet({ pieces, codec, metadata, progress }: StatementExport): Promise<Written> {
  const writer = await codec.write({
    keyValueMetadata: metadata,
    rowGroupRows: ROW_GROUP_ROWS,
    columns: null,
    steadyColumns: [],
    plainColumns: [],
    unboundedColumns: [],
    target: null,
  });
  let rows = 0;
  let columns: string[] = [];
  try {
    for await (const piece of pieces) {
      columns = namesOf(piece);
      rows += tableFromIPC(piece).numRows;
      await writer.append(piece);
      progress.stage('writing', rows, null);
    }
    return { blob: await writer.finish(), rows, columns };
  } catch (thrown) {
    await writer.abort().catch(() => undefined);
    throw thrown;
  }
}

async function writeArrow({ pieces, metadata, progress }: StatementExport): Promise<Written> {
  const writer = new ArrowFileWriter(metadata);
  let columns: string[] = [];
  for await (const piece of pieces) {
    columns = namesOf(piece);
    writer.append(piece);
    progress.stage('writing', writer.rows, null);
  }
  return { blob: await writer.finish(), rows: writer.rows, columns };
}

async function writeCsv({ pieces, progress }: StatementExport): Promise<Written> {
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
    progress.stage('writing', rows, null);
  }
  return { blob: new Blob(parts, { type: 'text/csv' }), rows, columns };
}

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
      return FORMULA_START.test(cell) ? `'${cell}` : cell;
    }),
  );
}

async function readBack(
  { codec, format }: StatementExport,
  blob: Blob,
  name: string,
): Promise<{ rows: number; columns: string[] }> {
  if (format === 'parquet') {
    const { rows, columns } = await codec.inspect(blob, name);
    return { rows, columns: columns.map((column) => column.name) };
  }
  if (format === 'arrow') {
    let rows = 0;
    let columns: string[] = [];
    for await (const batch of readArrowFile(blob)) {
      rows += batch.numRows;
      columns = batch.schema.fields.map((field) => field.name);
    }
    return { rows, columns };
  }
  return readCsvBack(blob);
}

/** Counts the records of a CSV without holding it: a line break inside quotes ends none. */
async function readCsvBack(blob: Blob): Promise<{ rows: number; columns: string[] }> {
  let quoted = false;
  let records = 0;
  let header = '';
  const reader = blob.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const character of value) {
      if (records === 0) header += character;
      if (character === '"') quoted = !quoted;
      else if (character === '\n' && !quoted) records += 1;
    }
  }
  return { rows: records - 1, columns: csvParseRows(header.trimEnd())[0] ?? [] };
}

function namesOf(piece: Uint8Array): string[] {
  return fieldsOf(piece).map(({ name }) => name);
}
