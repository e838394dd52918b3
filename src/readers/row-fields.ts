import { AppError } from '../domain/app-error';
import { readNumber, readTime, isNoValue } from './cell-text';
import type { StatedTime } from './cell-text';
import type { InputMapping, Role } from './input-mapping';
import { readingColumns } from './reading-columns';
import type { ReadingColumn } from './reading-columns';
import type { Cell, InputTable, TableBatch } from './input-table';

/** Reads the fields of a table's rows as a mapping says, and refuses what cannot be read with its place in the file. */
export class RowFields {
  private lastText = '';
  private lastTime: StatedTime | null = null;
  /** The columns of readings; none where a day's slots are columns. */
  readonly readings: readonly ReadingColumn[];

  constructor(
    private readonly table: InputTable,
    readonly mapping: InputMapping,
  ) {
    this.readings = readingColumns(mapping, table.columns);
  }

  /** The columns that the mapping asks for. */
  get wanted(): number[] {
    const values = this.readings.map(({ column }) => column);
    return [...new Set([...Object.values(this.mapping.roles), ...this.mapping.slots, ...values])];
  }

  /** A text of the row; null where there is no such column or no value. */
  text(batch: TableBatch, row: number, role: Role): string | null {
    const column = this.mapping.roles[role];
    if (column === undefined) return null;
    const cell = batch.cell(row, column);
    if (cell === null || cell === undefined) return null;
    const text = typeof cell === 'string' ? cell.trim() : String(cell);
    return text === '' ? null : text;
  }

  clientId(batch: TableBatch, row: number): string | null {
    return this.mapping.roles.client_id === undefined
      ? this.mapping.clientId
      : this.text(batch, row, 'client_id');
  }

  /** The meter; a column of readings that nothing else tells apart adds its name, or is the meter where none is stated. */
  meter(batch: TableBatch, row: number, ownName: string | null = null): string | null {
    if (this.mapping.roles.ext_dev_ref === undefined) return ownName ?? this.mapping.meter;
    const meter = this.text(batch, row, 'ext_dev_ref');
    return ownName === null || meter === null ? meter : `${meter} ${ownName}`;
  }

  fuel(batch: TableBatch, row: number, reading: ReadingColumn | null): string | null {
    return reading?.fuel ?? this.text(batch, row, 'fuel');
  }

  channel(batch: TableBatch, row: number, reading: ReadingColumn | null): string | null {
    return reading?.channel ?? this.text(batch, row, 'channel');
  }

  unit(batch: TableBatch, row: number, reading: ReadingColumn | null): string | null {
    if (reading && reading.unit !== null) return reading.unit;
    return this.mapping.roles.unit === undefined ? this.mapping.unit : this.text(batch, row, 'unit');
  }

  /** The date or time in a column. @throws AppError VALUE_UNREADABLE */
  time(batch: TableBatch, row: number, role: 'date' | 'timestamp'): StatedTime | null {
    const column = this.mapping.roles[role];
    if (column === undefined) return null;
    const cell = batch.cell(row, column);
    if (cell === null || cell === undefined) return null;
    const { type } = this.table.columns[column]!;
    if (typeof cell === 'number' && /^(date|timestamp)/.test(type))
      return { wall: cell, offsetMinutes: null };
    if (typeof cell === 'number') return this.timeOfNumber(cell, batch, row, column);
    if (typeof cell !== 'string') throw this.unreadable(batch, row, column, cell);
    if (isNoValue(cell)) return null;
    if (cell === this.lastText) return this.lastTime;
    const found = readTime(cell, this.mapping.dateOrder);
    if (!found) throw this.unreadable(batch, row, column, cell);
    this.lastText = cell;
    this.lastTime = found;
    return found;
  }

  /** A number in a column. @throws AppError VALUE_UNREADABLE */
  number(batch: TableBatch, row: number, column: number): number | null {
    return this.plainNumber(batch.cell(row, column), batch, row, column);
  }

  /** A list of numbers in a column, as a list or as text. @throws AppError VALUE_UNREADABLE */
  list(batch: TableBatch, row: number, column: number): readonly (number | null)[] | null {
    const cell = batch.cell(row, column);
    if (cell === null) return null;
    if (typeof cell === 'string') return this.listOfText(cell, batch, row, column);
    if (typeof cell === 'object') return cell;
    throw this.unreadable(batch, row, column, cell);
  }

  /** The refusal of a cell, with its row and column as a person finds them in the file. */
  unreadable(batch: TableBatch, row: number, column: number, cell: Cell): AppError {
    return new AppError('VALUE_UNREADABLE', {
      row: batch.firstRow + row + this.table.firstRowNumber,
      column: this.table.columns[column]?.name ?? '',
      value: String(cell).slice(0, 80),
    });
  }

  private plainNumber(cell: Cell, batch: TableBatch, row: number, column: number): number | null {
    if (cell === null || typeof cell === 'number') return cell;
    const number = typeof cell === 'string' ? readNumber(cell, this.mapping.decimal) : undefined;
    if (number === undefined) throw this.unreadable(batch, row, column, cell);
    return number;
  }

  private listOfText(text: string, batch: TableBatch, row: number, column: number): (number | null)[] | null {
    if (isNoValue(text)) return null;
    const inner = text
      .trim()
      .replace(/^[[({]/, '')
      .replace(/[\])}]$/, '')
      .trim();
    if (inner === '') return [];
    const separator = inner.includes(';') ? ';' : inner.includes('|') ? '|' : ',';
    return inner.split(separator).map((item) => {
      const bare = item.trim().replaceAll(/^["']|["']$/g, '');
      return this.plainNumber(bare, batch, row, column);
    });
  }

  /** Seconds or milliseconds since 1970, which are true moments. */
  private timeOfNumber(cell: number, batch: TableBatch, row: number, column: number): StatedTime {
    if (cell > 1e8 && cell < 1e10) return { wall: cell * 1000, offsetMinutes: 0 };
    if (cell >= 1e11 && cell < 1e13) return { wall: cell, offsetMinutes: 0 };
    const text = String(cell);
    const found = /^\d{8}(\d{4})?$/.test(text) ? readTime(text, this.mapping.dateOrder) : null;
    if (!found) throw this.unreadable(batch, row, column, cell);
    return found;
  }
}
