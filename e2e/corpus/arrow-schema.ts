import {
  DateDay,
  Dictionary,
  Field,
  FixedSizeList,
  Int32,
  Int64,
  LargeList,
  LargeUtf8,
  Schema,
  Table,
  tableToIPC,
  Utf8,
  type DataType,
} from 'apache-arrow';

/** How an Arrow-aware writer says that it held a column before it became Parquet. */
export type ArrowFlavour = 'large_list' | 'fixed_size_list' | 'dictionary' | 'large_utf8';

/**
 * The `ARROW:schema` metadata that makes Arrow readers rebuild the contract's columns
 * in another flavour: same Parquet columns, another Arrow type.
 */
export function arrowSchemaMetadata(flavour: ArrowFlavour, slots: number): { key: string; value: string } {
  const item = new Field('item', new Int64(), true);
  const text = (): DataType => {
    if (flavour === 'dictionary') return new Dictionary(new Utf8(), new Int32());
    return flavour === 'large_utf8' ? new LargeUtf8() : new Utf8();
  };
  const list = flavour === 'fixed_size_list' ? new FixedSizeList(slots, item) : new LargeList(item);
  const schema = new Schema([
    new Field('client_id', text(), true),
    new Field('date', new DateDay(), true),
    new Field('ext_dev_ref', text(), true),
    new Field('energy_consumption', list, true),
    new Field('resolution', text(), true),
  ]);
  return { key: 'ARROW:schema', value: Buffer.from(schemaMessage(schema)).toString('base64') };
}

/** The first message of an IPC stream: continuation marker, length, schema. */
function schemaMessage(schema: Schema): Uint8Array {
  const stream = tableToIPC(new Table(schema), 'stream');
  const length = new DataView(stream.buffer, stream.byteOffset).getInt32(4, true);
  return stream.slice(0, 8 + length);
}
