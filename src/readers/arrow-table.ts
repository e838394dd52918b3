import { RecordBatchReader } from 'apache-arrow';
import type { DataType, RecordBatch } from 'apache-arrow';
import { AppError } from '../domain/app-error';
import { arrowBatch, arrowWords } from './arrow-cells';
import { SAMPLE_ROWS } from './input-table';
import type { Container, InputTable, TableBatch } from './input-table';

/** An Arrow file is read into memory whole; one larger than this is left to Parquet. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * An Arrow IPC file or stream as a table.
 * @throws AppError FILE_DAMAGED, NO_ROWS, TOO_LARGE
 */
export async function openArrow(file: Blob, container: Container): Promise<InputTable> {
  if (file.size > MAX_BYTES) throw new AppError('TOO_LARGE', { cause: `${file.size} bytes of Arrow` });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { batches, fields } = decode(bytes);
  const rows = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  if (rows === 0) throw new AppError('NO_ROWS');
  return {
    container,
    columns: fields.map((field) => ({ name: field.name, type: arrowWords(field.type) })),
    rows,
    rowsAreExact: true,
    firstRowNumber: 1,
    sample: sampleOf(batches),
    batches: async function* () {
      let firstRow = 0;
      for (const batch of batches) {
        yield await Promise.resolve(arrowBatch(batch, firstRow));
        firstRow += batch.numRows;
      }
    },
  };
}

function decode(bytes: Uint8Array): { batches: RecordBatch[]; fields: { name: string; type: DataType }[] } {
  try {
    const reader = RecordBatchReader.from(bytes).open();
    const fields = reader.schema.fields.map((field) => ({ name: field.name, type: field.type as DataType }));
    const batches = [...reader];
    checkLengths(batches);
    return { batches, fields };
  } catch (thrown) {
    throw new AppError('FILE_DAMAGED', { cause: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** The library believes the lengths that a damaged file announces. */
function checkLengths(batches: readonly RecordBatch[]): void {
  for (const batch of batches) {
    for (const child of batch.data.children) {
      if (child.length !== batch.numRows)
        throw new Error(`a column of ${child.length} rows among ${batch.numRows}`);
      const values = child.values as { length: number } | null;
      const offsets = child.valueOffsets as Int32Array | BigInt64Array | undefined;
      if (offsets && child.length > 0)
        checkOffsets(offsets, child.length, values?.length ?? child.children[0]?.length ?? 0);
      if (values && !offsets && values.length * 8 < child.length)
        throw new Error('values that end too early');
    }
  }
}

/** Each place begins where the one before ends, and the last ends inside what there is. */
function checkOffsets(offsets: Int32Array | BigInt64Array, length: number, end: number): void {
  if (offsets.length < length + 1) throw new Error('offsets that end too early');
  let before = 0n as number | bigint;
  for (let index = 0; index <= length; index++) {
    const at = offsets[index]!;
    if (at < before || at > end) throw new Error(`an offset of ${at} after ${before}, of ${end} in all`);
    before = at;
  }
}

function sampleOf(batches: readonly RecordBatch[]): TableBatch {
  const first = batches.find((batch) => batch.numRows > 0)!;
  return arrowBatch(first.slice(0, SAMPLE_ROWS), 0);
}
