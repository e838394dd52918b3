import {
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  type Data,
  type DataType,
  type Field,
} from 'apache-arrow';
import { canJoin, joinColumn } from './column-join';

/** Rows that go to the encoder at once: each batch costs it a fixed time for every column. */
const GATHERED_ROWS = 131_072;

interface Column {
  field: Field;
  data: Data;
}

/** Puts the small batches of an engine together to large ones. */
export class RowGatherer {
  private waiting: RecordBatch[] = [];
  private rows = 0;
  private schema: Schema | null = null;
  /** The last stream with columns that cannot be joined: it goes on as it came. */
  private unjoined: Uint8Array | null = null;

  /**
   * Takes one complete IPC stream in.
   * @returns IPC streams that are ready to be encoded, each of one batch
   */
  take(ipc: Uint8Array): Uint8Array[] {
    const ready: Uint8Array[] = [];
    const table = tableFromIPC(ipc);
    // Batches of other columns are the encoder's to refuse: they must not be mixed in here.
    if (this.rows > 0 && String(this.schema) !== String(table.schema)) ready.push(this.flush());
    this.schema = table.schema;
    this.unjoined = isJoinable(table.schema) ? null : ipc;
    if (this.unjoined) return table.numRows > 0 ? [...ready, ipc] : ready;
    for (const batch of table.batches) {
      if (batch.numRows === 0) continue;
      this.waiting.push(batch);
      this.rows += batch.numRows;
      if (this.rows >= GATHERED_ROWS) ready.push(this.flush());
    }
    return ready;
  }

  /** True once a stream was taken in. */
  get knowsColumns(): boolean {
    return this.schema !== null;
  }

  /** True while there are rows that no stream has been made of. */
  get holdsRows(): boolean {
    return this.rows > 0;
  }

  /** Everything that waits, as one stream; without rows it has the columns all the same. */
  flush(): Uint8Array {
    if (this.unjoined) return this.unjoined;
    const columns = this.outputColumns();
    const fields = columns.map(({ field }) => field);
    const schema = new Schema(fields);
    const children = columns.map(({ data }) => data);
    const struct = makeData({ type: new Struct(fields), length: this.rows, nullCount: 0, children });
    this.waiting = [];
    this.rows = 0;
    return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
  }

  private outputColumns(): Column[] {
    return (this.schema?.fields ?? []).map((field, index) => {
      const parts = this.waiting.map((batch) => batch.data.children[index]!);
      return { field, data: joinColumn(field.type as DataType, parts, this.rows) };
    });
  }
}

function isJoinable(schema: Schema): boolean {
  return schema.fields.every(({ type }) => canJoin(type as DataType));
}
