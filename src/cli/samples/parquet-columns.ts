import { parquetWriteBuffer, type ParquetWriteOptions, type SchemaElement } from 'hyparquet-writer';

/** One top-level column: its schema, parent before children, and one entry per row. */
export interface ParquetColumn {
  elements: SchemaElement[];
  data: unknown[];
}

export type ListItem = Omit<SchemaElement, 'name' | 'repetition_type'>;

/** A nullable UTF-8 column. */
export function textColumn(name: string, data: (string | null)[]): ParquetColumn {
  const text: Partial<SchemaElement> = { converted_type: 'UTF8', logical_type: { type: 'STRING' } };
  return { elements: [{ name, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL', ...text }], data };
}

/** A nullable date32 column from midnights in milliseconds as if UTC. */
export function dateColumn(name: string, data: (number | null)[]): ParquetColumn {
  return {
    elements: [
      {
        name,
        type: 'INT32',
        repetition_type: 'OPTIONAL',
        converted_type: 'DATE',
        logical_type: { type: 'DATE' },
      },
    ],
    data: data.map((date) => (date === null ? null : new Date(date))),
  };
}

/** A nullable list column with nullable items, laid out as `name.list.item`. */
export function listColumn(name: string, item: ListItem, data: (unknown[] | null)[]): ParquetColumn {
  return {
    elements: [
      {
        name,
        repetition_type: 'OPTIONAL',
        num_children: 1,
        converted_type: 'LIST',
        logical_type: { type: 'LIST' },
      },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'item', repetition_type: 'OPTIONAL', ...item },
    ],
    data,
  };
}

/** The bytes of a Parquet file with these columns; Snappy unless the options say otherwise. */
export function parquetBytes(
  columns: readonly ParquetColumn[],
  options: Omit<ParquetWriteOptions, 'writer' | 'columnData' | 'schema'> = {},
): Uint8Array {
  const root: SchemaElement = { name: 'schema', repetition_type: 'REQUIRED', num_children: columns.length };
  return new Uint8Array(
    parquetWriteBuffer({
      createdBy: 'Meterfold sample generator',
      rowGroupSize: 1_000_000,
      ...options,
      schema: [root, ...columns.flatMap((column) => column.elements)],
      columnData: columns.map(({ elements, data }) => ({ name: elements[0]?.name ?? '', data })),
    }),
  );
}
