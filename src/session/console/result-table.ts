import { DataType, RecordBatchReader, tableFromIPC } from 'apache-arrow';
import type { Field, Table, Vector } from 'apache-arrow';
import { cellText, columnKind } from './cell-text';
import type { ColumnKind } from './cell-text';

/** What is held of a result at most; the export still has all of it. */
export const MOST_ROWS_HELD = 1_000_000;
export const MOST_BYTES_HELD = 256 * 1024 * 1024;

export interface ResultColumn extends ColumnKind {
  name: string;
}

interface Part {
  firstRow: number;
  columns: (Vector | null)[];
  rows: number;
}

/**
 * The rows of a result as they came, in Arrow's own memory: a cell is turned into text when it is
 * looked at. Bounded, so that a statement without LIMIT does not fill the machine.
 */
export class ResultTable {
  readonly columns: ResultColumn[];
  rows = 0;
  bytes = 0;
  private readonly parts: Part[] = [];
  private readonly texts: ((value: unknown) => string)[];

  constructor(firstPiece: Uint8Array) {
    this.columns = fieldsOf(firstPiece).map(({ name, type }) => ({ name, ...columnKind(type as DataType) }));
    this.texts = this.columns.map(cellText);
  }

  /** Takes one Arrow IPC stream. False when it was the last that is held. */
  append(piece: Uint8Array): boolean {
    const table: Table = tableFromIPC(piece);
    const rows = Math.min(table.numRows, MOST_ROWS_HELD - this.rows);
    if (rows > 0) {
      const columns = this.columns.map((_column, index) => table.getChildAt(index));
      this.parts.push({ firstRow: this.rows, columns, rows });
      this.rows += rows;
      this.bytes += piece.byteLength;
    }
    return rows === table.numRows && this.rows < MOST_ROWS_HELD && this.bytes < MOST_BYTES_HELD;
  }

  /** A cell as exact text, and null for NULL. */
  cell(row: number, column: number): string | null {
    const part = this.partOf(row);
    const value: unknown = part?.columns[column]?.get(row - part.firstRow);
    return value === null || value === undefined ? null : this.texts[column]!(value);
  }

  private partOf(row: number): Part | undefined {
    let [low, high] = [0, this.parts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.parts[middle]!.firstRow <= row) low = middle;
      else high = middle - 1;
    }
    return this.parts[low];
  }
}

/** The columns of a stream that hold dictionaries, whose entries a streamed result leaves out. */
export function dictionaryColumns(firstPiece: Uint8Array): { name: string; isWhole: boolean }[] {
  return fieldsOf(firstPiece)
    .filter(({ type }) => holdsDictionary(type as DataType))
    .map(({ name, type }) => ({ name, isWhole: DataType.isDictionary(type) }));
}

/** The columns alone: batches with dictionaries would not decode. */
export function fieldsOf(piece: Uint8Array): Field[] {
  return RecordBatchReader.from(piece).open().schema.fields;
}

function holdsDictionary(type: DataType): boolean {
  return (
    DataType.isDictionary(type) ||
    (type.children ?? []).some((child) => holdsDictionary(child.type as DataType))
  );
}
