import { findContainer } from './container';
import type { DayBatch } from './day-batch';
import { foldArrays } from './fold-arrays';
import { foldLong } from './fold-long';
import type { FoldContext } from './fold-long';
import type { InputMapping, Recognition, ValueColumn } from './input-mapping';
import type { Container, InputTable, TableColumn } from './input-table';
import { countNem12, foldNem12, NEM12_MAPPING } from './nem12';
import { openTable } from './open-table';
import type { PartTaker } from './part-taker';
import { readingColumns } from './reading-columns';
import { recognise } from './recognise';
import { meaningOfName } from './value-columns';

/** Rows shown to a person who maps columns by hand. */
const SHOWN_ROWS = 5;

/** What a file turned out to be, before it is read. */
export interface InputInspection {
  container: Container;
  recognition: Recognition;
  columns: readonly TableColumn[];
  /** What the name of each column says of readings, should it hold some. */
  meanings: readonly ValueColumn[];
  /** The first rows as text. */
  sample: readonly (readonly string[])[];
  rows: number;
  rowsAreExact: boolean;
  /** Values that the file holds, or about as many. */
  values: number;
}

/**
 * Looks at a file of any kind.
 * @throws AppError FILE_EMPTY, NOT_PARQUET, NO_ROWS, FILE_DAMAGED, ROW_BROKEN, NEM12_BROKEN, and what the Parquet reader throws
 */
export async function inspectInput(file: Blob, name: string): Promise<InputInspection> {
  const { container, encoding } = await findContainer(file);
  if (container === 'nem12') {
    const { days, values } = await countNem12(file, encoding);
    const recognition = { mapping: NEM12_MAPPING, missing: [], open: [] };
    return {
      container,
      recognition,
      columns: [],
      meanings: [],
      sample: [],
      rows: days,
      rowsAreExact: true,
      values,
    };
  }
  const table = await openTable(file, container, encoding);
  const recognition = recognise(table, name.replace(/\.[^.]+$/, '') || 'meter');
  return {
    container,
    recognition,
    columns: table.columns,
    meanings: table.columns.map(({ name }, column) => meaningOfName(column, name)),
    sample: sampleTexts(table),
    rows: table.rows,
    rowsAreExact: table.rowsAreExact,
    values: table.rows * valuesPerRow(table, recognition.mapping),
  };
}

/**
 * Reads a file as a mapping says: the days of the input contract, in batches.
 * @param part what of the file is opened; null for all of it
 * @throws AppError as `inspectInput`, and VALUE_UNREADABLE, NULL_KEY, TOO_LARGE
 */
export async function* readInput(
  file: Blob,
  mapping: InputMapping,
  context: FoldContext,
  onRows: (rows: number) => void = () => undefined,
  part: PartTaker | null = null,
): AsyncGenerator<DayBatch, void, undefined> {
  const { container, encoding } = await findContainer(file);
  if (container === 'nem12') {
    yield* foldNem12(file, encoding, mapping, context, part);
    return;
  }
  const table = await openTable(file, container, encoding);
  if (mapping.shape === 'long-rows') yield* foldLong(table, mapping, context, onRows, part);
  else yield* foldArrays(table, mapping, onRows, part);
}

function sampleTexts({ sample, columns }: InputTable): string[][] {
  return Array.from({ length: Math.min(SHOWN_ROWS, sample.rows) }, (_, row) =>
    columns.map(({ type }, column) => {
      const cell = sample.cell(row, column);
      if (cell === null || cell === undefined) return '';
      if (typeof cell === 'object') return `[${cell.slice(0, 4).join(', ')}${cell.length > 4 ? ', …' : ''}]`;
      if (typeof cell === 'number' && /^(date|timestamp)/.test(type))
        return new Date(cell).toISOString().slice(0, 19);
      return String(cell).slice(0, 60);
    }),
  );
}

function valuesPerRow({ sample, columns }: InputTable, mapping: InputMapping): number {
  const { shape, slots } = mapping;
  if (shape === 'slot-columns') return slots.length;
  const readings = readingColumns(mapping, columns);
  if (shape === 'long-rows') return Math.max(1, readings.length);
  const counts = readings.map(({ column }) => {
    const cell = sample.cell(0, column);
    return Array.isArray(cell) ? cell.length : typeof cell === 'string' ? cell.split(/[,;|]/).length : 24;
  });
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
}
