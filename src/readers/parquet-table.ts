import { tableFromIPC } from 'apache-arrow';
import { AppError } from '../domain/app-error';
import { FileReader } from '../parquet/file-reader';
import { openFile } from '../parquet/open-file';
import { arrowBatch } from './arrow-cells';
import type { InputTable, TableBatch } from './input-table';

/**
 * A Parquet file whose columns are not those of the input contract, as a table.
 * @throws AppError what the Parquet reader throws; NO_ROWS
 */
export async function openParquet(file: Blob): Promise<InputTable> {
  const { library, inspection } = await openFile(file);
  library.free();
  if (inspection.rows === 0) throw new AppError('NO_ROWS');
  const { columns } = inspection;
  const read = (wanted: readonly number[]) => parquetBatches(file, columns, wanted);
  // The library for Arrow in JavaScript fails on a whole batch with one column of these.
  const all = columns.flatMap(({ type }, index) => (/view|union|run_end|unknown/.test(type) ? [] : [index]));
  return {
    container: 'parquet',
    columns,
    rows: inspection.rows,
    rowsAreExact: true,
    firstRowNumber: 1,
    sample: await firstOf(read(all.filter((index) => isUnique(columns, index)))),
    batches: read,
  };
}

function isUnique(columns: readonly { name: string }[], index: number): boolean {
  return columns.every(({ name }, other) => other === index || name !== columns[index]?.name);
}

async function firstOf(batches: AsyncGenerator<TableBatch, void, undefined>): Promise<TableBatch> {
  const first = await batches.next();
  await batches.return(undefined);
  if (first.done) throw new AppError('NO_ROWS');
  return first.value;
}

async function* parquetBatches(
  file: Blob,
  columns: readonly { name: string }[],
  wanted: readonly number[],
): AsyncGenerator<TableBatch, void, undefined> {
  const positions = [...new Set(wanted)].sort((one, other) => one - other);
  const names = positions.map((position) => columns[position]!.name);
  const twice = names.find((name) => columns.filter((column) => column.name === name).length > 1);
  if (twice !== undefined) throw new AppError('COLUMN_AMBIGUOUS', { column: twice });
  const reader = await FileReader.open(file, names);
  let firstRow = 0;
  for (;;) {
    const batch = await reader.next();
    if (!batch) return;
    for (const record of tableFromIPC(batch.ipc).batches) {
      yield arrowBatch(record, firstRow, positions);
      firstRow += record.numRows;
    }
  }
}
