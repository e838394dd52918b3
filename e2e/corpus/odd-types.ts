import { gzipSync } from 'node:zlib';
import type { SchemaElement } from 'hyparquet-writer';
import { textColumn, type ParquetColumn } from '../../src/cli/samples/parquet-columns';
import { arrowSchemaMetadata, type ArrowFlavour } from './arrow-schema';
import type { OddFile } from './corpus-types';
import {
  CHUNK_META,
  chunkMeta,
  chunkOf,
  FOOTER,
  magic,
  putTogether,
  SCHEMA,
  takeApart,
  type ThriftStruct,
} from './footer';
import { contractColumns, meterFile, type FileShape, type MeterRow } from './meter-file';
import { seriesRows, slotValue, SPRING, vilniusClock } from './meter-rows';
import { oddFile, type LabelledRow } from './truth';

const RANGE = { first: '2022-03-20', last: '2022-11-06' };
const clock = vilniusClock(60);
const ENERGY = 'energy_consumption';
/** Parquet's number for a repeated field. */
const REPEATED = 2;

/** Files that say the same in other types: list items, list layouts, Arrow flavours, codecs, column order. */
export const oddTypeFiles: readonly OddFile[] = [
  typed('list-of-double', { item: { type: 'DOUBLE' } }, 0.125),
  typed('list-of-float32', { item: { type: 'FLOAT' } }, 0.125),
  typed('list-of-int32', { item: { type: 'INT32' } }),
  typed('list-of-int16', { item: { type: 'INT32', converted_type: 'INT_16' } }),
  typed('list-of-uint32', { item: { type: 'INT32', converted_type: 'UINT_32' } }),
  typed('list-of-decimal-9-3', { item: decimal('INT32', 9, 3) }, 0.125),
  typed('list-of-decimal-18-3', { item: decimal('INT64', 18, 3) }, 0.125),
  typed(
    'list-of-decimal-38-6',
    { item: { ...decimal('FIXED_LEN_BYTE_ARRAY', 38, 6), type_length: 16 } },
    0.125,
  ),
  arrow('large_list'),
  // A fixed size cannot hold a day of 23 or 25; the wall-clock days all have 24.
  arrow('fixed_size_list'),
  arrow('dictionary'),
  arrow('large_utf8'),
  built('required-columns', requiredColumns),
  built('list-named-element', (rows) => meterFile(rows, { columns: { [ENERGY]: namedElement(rows) } })),
  oddFile({ name: 'list-in-two-levels', clock, rows: zeroInSpring, make: twoLevels }),
  built('columns-in-another-order-with-extras', reordered),
  built('row-groups-of-seven', (rows) => meterFile(rows, { write: { rowGroupSize: 7 } })),
  built('small-pages', (rows) => meterFile(rows, { write: { pageSize: 512 } })),
  built('no-statistics', (rows) => meterFile(rows, { write: { statistics: false } })),
  built('codec-none', (rows) => meterFile(rows, { write: { codec: 'UNCOMPRESSED' } })),
  built('codec-gzip', (rows) =>
    meterFile(rows, { write: { codec: 'GZIP', compressors: { GZIP: (bytes) => gzipSync(bytes) } } }),
  ),
];

function typed(name: string, shape: FileShape, fraction = 0): OddFile {
  return oddFile({
    name,
    clock,
    rows: () =>
      seriesRows({ ...RANGE, value: (position) => slotValue(position) + fraction * (position % 8) }),
    make: (rows) => meterFile(rows, shape),
  });
}

function built(name: string, make: (rows: readonly MeterRow[]) => Uint8Array): OddFile {
  return oddFile({ name, clock, rows: () => seriesRows(RANGE), make });
}

function arrow(flavour: ArrowFlavour): OddFile {
  return built(`arrow-${flavour.replaceAll('_', '-')}`, (rows) =>
    meterFile(rows, { write: { kvMetadata: [arrowSchemaMetadata(flavour, 24)] } }),
  );
}

function decimal(type: SchemaElement['type'], precision: number, scale: number) {
  return { type, converted_type: 'DECIMAL' as const, precision, scale };
}

function requiredColumns(rows: readonly MeterRow[]): Uint8Array {
  const columns = contractColumns(rows);
  for (const column of Object.values(columns)) {
    // Items stay nullable: the spring slot is null.
    column.elements[0] = { ...column.elements[0]!, repetition_type: 'REQUIRED' };
  }
  return meterFile(rows, { columns });
}

/** The layout of most writers today: `list.element`. */
function namedElement(rows: readonly MeterRow[]): ParquetColumn {
  const column = contractColumns(rows)[ENERGY]!;
  return {
    ...column,
    elements: column.elements.map((part) => (part.name === 'item' ? { ...part, name: 'element' } : part)),
  };
}

function zeroInSpring(): LabelledRow[] {
  return seriesRows({ ...RANGE, encoding: 'wall-clock-zero' }).map((label) =>
    label.row.date === SPRING ? { ...label, asideSlots: { 3: 'zero_in_nonexistent_hour' } } : label,
  );
}

/**
 * An old layout, whose items cannot be null: the repeated field is the item itself. The writer
 * cannot make it, but its pages equal those of a list with required items; only the footer differs.
 */
function twoLevels(rows: readonly MeterRow[]): Uint8Array {
  const column = contractColumns(rows)[ENERGY]!;
  const [group, list, item] = column.elements;
  const elements = [group!, list!, { ...item!, repetition_type: 'REQUIRED' as const }];
  const { data, footer } = takeApart(meterFile(rows, { columns: { [ENERGY]: { ...column, elements } } }));
  const schema = footer[FOOTER.schema] as ThriftStruct[];
  const at = schema.findIndex((element) => hasName(element, 'list'));
  schema.splice(at, 1);
  Object.assign(schema[at]!, { [SCHEMA.repetition]: REPEATED, [SCHEMA.name]: magic('array') });
  chunkMeta(chunkOf(footer, ENERGY))[CHUNK_META.path] = [magic(ENERGY), magic('array')];
  return putTogether({ data, footer });
}

function hasName(element: ThriftStruct, name: string): boolean {
  return new TextDecoder().decode(element[SCHEMA.name] as Uint8Array) === name;
}

function reordered(rows: readonly MeterRow[]): Uint8Array {
  const remark = textColumn(
    'remark',
    rows.map((_row, index) => `row ${index}`),
  );
  const order = ['resolution', 'remark', ENERGY, 'ext_dev_ref', 'date', 'client_id'];
  return meterFile(rows, { columns: { remark }, order });
}
