import type { RecordBatch, Table } from 'parquet-wasm/esm';
import { AppError } from '../domain/app-error';
import { openFile, type OpenFile } from './open-file';
import type { ArrowBatch, Groundwork, ParquetInspection } from './parquet-codec';
import type { Prepared } from './prepared-batch';
import { planProjection, type Projection } from './projection';
import {
  evenBatchRows,
  firstPieceSize,
  pieceSizeFor,
  ReadPlan,
  type Piece,
  type PieceSize,
} from './read-plan';

/** Batches of fewer rows are not worth loading a library for. */
const PREPARED_ROWS = 2_000;

/** Reads some columns of one file, piece by piece, as Arrow IPC streams of a few megabytes. */
export class FileReader {
  private plan: ReadPlan;
  private size: PieceSize;
  private isWeighed = false;
  /** Decoded batches of the current piece that are still in wasm memory. */
  private waiting: RecordBatch[] = [];
  private latest: Promise<ArrowBatch | null> = Promise.resolve(null);
  private rowsRead = 0;
  private done = false;

  private constructor(
    private readonly file: OpenFile,
    private readonly wanted: readonly string[],
    private readonly projection: Projection,
    private readonly groundwork: Groundwork | null,
  ) {
    this.plan = new ReadPlan(file.groupRows);
    this.size = firstPieceSize(file.longestTextBytes);
  }

  /**
   * @param groundwork what is worked out of the batches on the way, where that saves the engine work
   * @throws AppError COLUMN_MISSING, and what `openFile` throws
   */
  static async open(
    blob: Blob,
    columns: readonly string[],
    groundwork: Groundwork | null = null,
  ): Promise<FileReader> {
    const file = await openFile(blob);
    const found = new Set(file.inspection.columns.map((column) => column.name));
    const missing = columns.find((column) => !found.has(column));
    if (missing !== undefined) throw new AppError('COLUMN_MISSING', { column: missing });
    return new FileReader(file, columns, planProjection(file.leafPaths, columns), groundwork);
  }

  get inspection(): ParquetInspection {
    return this.file.inspection;
  }

  /** The next batch, or null after the last one. Calls that overlap are served in order. */
  next(): Promise<ArrowBatch | null> {
    this.latest = this.latest.then(() => this.advance());
    return this.latest;
  }

  private async advance(): Promise<ArrowBatch | null> {
    if (this.done) return null;
    const batch = this.waiting.shift();
    if (batch) return this.wrapUp(batch.numRows, batch.intoIPCStream());
    if (!this.isWeighed) await this.weigh();
    const piece = this.plan.next(this.size);
    if (!piece) {
      this.done = true;
      this.file.library.free();
      return null;
    }
    const table = await this.decode(piece);
    if (piece.coalesced) return this.wrapUp(piece.rows, table.intoIPCStream());
    this.waiting = table.recordBatches();
    table.free();
    return this.advance();
  }

  /**
   * Decodes a few rows to learn the weight of one. They are read again with those behind them, which takes less
   * than a batch of their own takes the engine.
   */
  private async weigh(): Promise<void> {
    this.isWeighed = true;
    const piece = this.plan.next(this.size);
    this.plan = new ReadPlan(this.file.groupRows);
    if (!piece || piece.rows === this.file.inspection.rows) return;
    const table = await this.decode(piece);
    this.size = pieceSizeFor(table.intoIPCStream().byteLength / piece.rows, piece.rows);
  }

  private async decode(piece: Piece): Promise<Table> {
    const table = await Promise.race([
      this.file.library.read({
        rowGroups: piece.rowGroups,
        offset: piece.offset,
        limit: piece.rows,
        batchSize: evenBatchRows(piece.rows, this.size.batchRows),
        ...(this.projection.paths ? { columns: this.projection.paths } : {}),
      }),
      this.file.source.failure,
    ]);
    const rows = countRows(table);
    if (rows !== piece.rows) {
      throw new AppError('FILE_DAMAGED', { cause: `${rows} rows where the footer announces ${piece.rows}` });
    }
    return table;
  }

  /** Learns from a batch's weight how many rows to take next time. */
  private async wrapUp(rows: number, ipc: Uint8Array): Promise<ArrowBatch> {
    this.rowsRead += rows;
    this.size = pieceSizeFor(ipc.byteLength / rows, this.rowsRead);
    const wanted = this.projection.exact ? ipc : await leaveOutOthers(ipc, this.wanted);
    const prepared = this.groundwork && rows >= PREPARED_ROWS ? await prepare(wanted, this.groundwork) : null;
    if (!prepared) return { rows, ipc: wanted, hasFigures: false, texts: null };
    return { rows, hasFigures: true, ...prepared };
  }
}

/** Leaves it to the engine where Arrow in JavaScript does not know a type of the stream. */
async function prepare(ipc: Uint8Array, groundwork: Groundwork): Promise<Prepared | null> {
  const { prepareBatch } = await import('./prepared-batch');
  try {
    return prepareBatch(ipc, groundwork);
  } catch {
    return null;
  }
}

/** Drops the columns that the library delivered unasked. Seldom needed, so Arrow is loaded only then. */
async function leaveOutOthers(ipc: Uint8Array, wanted: readonly string[]): Promise<Uint8Array> {
  const { tableFromIPC, tableToIPC } = await import('apache-arrow');
  const table = tableFromIPC(ipc);
  const positions = table.schema.fields.flatMap(({ name }, index) => (wanted.includes(name) ? [index] : []));
  return tableToIPC(table.selectAt(positions), 'stream');
}

function countRows(table: Table): number {
  let rows = 0;
  for (const batch of table.recordBatches()) {
    rows += batch.numRows;
    batch.free();
  }
  return rows;
}
