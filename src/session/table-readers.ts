import { Table, tableToIPC } from 'apache-arrow';
import { csvParseRows } from 'd3-dsv';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { readArrowFile } from './arrow-file';
import type { ExportFormat } from './chosen-sql';

/** A written file as it lies there: how many rows, which columns. */
export interface TableShape {
  rows: number;
  columns: string[];
}

/** Reads a written file's rows and columns back. */
export async function shapeOf(
  format: ExportFormat,
  blob: Blob,
  name: string,
  codec: ParquetCodec,
): Promise<TableShape> {
  if (format === 'parquet') {
    const { rows, columns } = await codec.inspect(blob, name);
    return { rows, columns: columns.map((column) => column.name) };
  }
  let rows = 0;
  let columns: string[] = [];
  if (format === 'arrow') {
    for await (const batch of readArrowFile(blob)) {
      rows += batch.numRows;
      columns = batch.schema.fields.map((field) => field.name);
    }
    return { rows, columns };
  }
  for await (const records of csvRecords(blob)) {
    if (columns.length === 0) columns = records[0] ?? [];
    rows += records.length;
  }
  return { rows: Math.max(0, rows - 1), columns };
}

/** The named columns of a Parquet or Arrow file, batch by batch. */
export async function* readColumns(
  format: 'parquet' | 'arrow',
  blob: Blob,
  name: string,
  columns: string[],
  codec: ParquetCodec,
  signal: AbortSignal,
): AsyncGenerator<{ ipc: Uint8Array; rows: number }, void, undefined> {
  if (format === 'parquet') {
    yield* codec.read(blob, name, columns, signal);
    return;
  }
  for await (const batch of readArrowFile(blob)) {
    signal.throwIfAborted();
    // A batch's own select mixes columns up; that of a table does not.
    yield { ipc: tableToIPC(new Table([batch]).select(columns), 'stream'), rows: batch.numRows };
  }
}

/** Records of a CSV, header included, some thousand at a time: a line break inside quotes ends none. */
export async function* csvRecords(blob: Blob): AsyncGenerator<string[][], void, undefined> {
  const reader = blob.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let looked = 0;
  let quoted = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    rest += value;
    let end = -1;
    for (; looked < rest.length; looked++) {
      const character = rest.charCodeAt(looked);
      if (character === QUOTE) quoted = !quoted;
      else if (character === LINE_FEED && !quoted) end = looked;
    }
    if (end < 0) continue;
    const records = rest.slice(0, end + 1);
    // The parser takes an empty line at the very start for the end of everything.
    yield records === '\n' ? [['']] : csvParseRows(records);
    rest = rest.slice(end + 1);
    looked = rest.length;
  }
  if (rest !== '') yield csvParseRows(rest);
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
