/** One column as a file has it. */
export interface TableColumn {
  name: string;
  /** In Arrow's words, lower case; every column of a text file is `utf8`. */
  type: string;
}

/**
 * A cell in plain form: whole and broken numbers as number, dates and times as
 * milliseconds (as if UTC), lists as arrays. `undefined` is a value of a kind
 * that no reading, key or time can be.
 */
export type Cell = string | number | boolean | null | undefined | readonly (number | null)[];

/** Some rows of a table. Rows are counted from 0 within the batch. */
export interface TableBatch {
  rows: number;
  /** The file's row, counted from 0, of the batch's first row. */
  firstRow: number;
  cell(row: number, column: number): Cell;
}

/** A file as a table, whatever holds it. */
export interface InputTable {
  container: Container;
  columns: readonly TableColumn[];
  /** Rows where the file announces them; an estimate from the sample's weight where it does not. */
  rows: number;
  rowsAreExact: boolean;
  /** What a person calls row 0 of the data: 2 where a header line stands above it. */
  firstRowNumber: number;
  /** The first rows, from which the shape is recognised. */
  sample: TableBatch;
  /** All rows, in file order. @param wanted the columns that will be asked for */
  batches(wanted: readonly number[]): AsyncGenerator<TableBatch, void, undefined>;
}

export type Container = 'parquet' | 'csv' | 'arrow-file' | 'arrow-stream' | 'nem12';

/** Rows that recognition looks at. */
export const SAMPLE_ROWS = 2_000;
