import type { ParquetWriteOptions } from 'hyparquet-writer';
import {
  dateColumn,
  listColumn,
  parquetBytes,
  textColumn,
  type ListItem,
  type ParquetColumn,
} from '../../src/cli/samples/parquet-columns';

/** One row of the input contract. `date` is midnight in milliseconds as if UTC. */
export interface MeterRow {
  client_id: string | null;
  date: number | null;
  ext_dev_ref: string | null;
  energy_consumption: (number | null)[] | null;
  resolution: string | null;
  fuel?: string | null;
  channel?: string | null;
  unit?: string | null;
}

/** What may differ from the plain contract in how the rows are written. */
export interface FileShape {
  /** The type of a list's items; int64 unless stated. */
  item?: ListItem;
  /** Replaces columns, adds more after them, or drops them (null), by name. */
  columns?: Record<string, ParquetColumn | null>;
  /** The order of the columns; the contract's unless stated. */
  order?: string[];
  write?: Omit<ParquetWriteOptions, 'writer' | 'columnData' | 'schema'>;
}

/** The bytes of a Parquet file with these rows. Optional columns are written when any row states them. */
export function meterFile(rows: readonly MeterRow[], shape: FileShape = {}): Uint8Array {
  const columns = { ...contractColumns(rows, shape.item), ...shape.columns };
  const order = shape.order ?? Object.keys(columns);
  const written = order
    .map((name) => columns[name])
    .filter((column) => column !== null && column !== undefined);
  return parquetBytes(written, { createdBy: 'Meterfold test corpus', ...shape.write });
}

/** The contract's columns of these rows, by name and in order. */
export function contractColumns(
  rows: readonly MeterRow[],
  item: ListItem = { type: 'INT64' },
): Record<string, ParquetColumn> {
  const toItem: (value: number | null) => number | bigint | null =
    item.type === 'INT64' && !item.converted_type ? toInt64 : (value) => value;
  const columns: Record<string, ParquetColumn> = {
    client_id: textColumn('client_id', pick(rows, 'client_id')),
    date: dateColumn('date', pick(rows, 'date')),
    ext_dev_ref: textColumn('ext_dev_ref', pick(rows, 'ext_dev_ref')),
    energy_consumption: listColumn(
      'energy_consumption',
      item,
      rows.map((row) => row.energy_consumption?.map(toItem) ?? null),
    ),
    resolution: textColumn('resolution', pick(rows, 'resolution')),
  };
  for (const name of ['fuel', 'channel', 'unit'] as const) {
    if (rows.some((row) => row[name] !== undefined)) {
      columns[name] = textColumn(
        name,
        rows.map((row) => row[name] ?? null),
      );
    }
  }
  return columns;
}

function pick<K extends keyof MeterRow>(rows: readonly MeterRow[], name: K): MeterRow[K][] {
  return rows.map((row) => row[name]);
}

function toInt64(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}
