import type { RecordBatch, Table } from 'parquet-wasm/esm';
import { AppError } from '../domain/app-error';
import { openFile, type OpenFile } from './open-file';
import type { ArrowBatch } from './parquet-codec';
import { planProjection, type Projection } from './projection';
import { firstPieceSize, pieceSizeFor, ReadPlan, type Piece, type PieceSize } from './read-plan';

/** Batches of fewer rows are not worth loading a library for. */
const FIGURED_ROWS = 2_000;

/** Reads some columns of one file, piece by piece, as Arrow IPC streams of a few megabytes. */
export class FileReader {
  private readonly plan: ReadPlan;
  private size: PieceSize;
  /** Decoded batches of the current piece that are still in wasm memory. */
  private waiting: RecordBatch[] = [];
  private latest: Promise<ArrowBatch | null> = Promise.resolve(null);
  private rowsRead = 0;
  private done = false;

  private constructor(
    private readonly file: OpenFile,
    private readonly wanted: readonly string[],
    private readonly projection: Projection,
    private readonly figuresOf: string | null,
  ) {
    this.plan = new ReadPlan(file.groupRows);
    this.size = firstPieceSize(file.longestTextBytes);
  }

  /**
   * @param figuresOf a column of arrays whose figures come along where that saves the engine work
   * @throws AppError COLUMN_MISSING, and what `openFile` throws
   */
  static async open(
    blob: Blob,
    columns: readonly string[],
    figuresOf: string | null = null,
  ): Promise<FileReader> {
    const file = await openFile(blob);
    const found = new Set(file.inspection.columns.map((column) => column.name));
    const missing = columns.find((column) => !found.has(column));
    if (missing !== undefined) throw new AppError('COLUMN_MISSING', { column: missing });
    return new FileReader(file, columns, planProjection(file.leafPaths, columns), figuresOf);
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

  private async decode(piece: Piece): Promise<Table> {
    const table = await Promise.race([
      this.file.library.read({
        rowGroups: piece.rowGroups,
        offset: piece.offset,
        limit: piece.rows,
        batchSize: Math.min(piece.rows, this.size.batchRows),
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
    const figured =
      this.figuresOf !== null && rows >= FIGURED_ROWS ? await addFigures(wanted, this.figuresOf) : null;
    return { rows, ipc: figured ?? wanted, hasFigures: figured !== null };
  }
}

/** Leaves it to the engine where Arrow in JavaScript does not know a type of the stream. */
async function addFigures(ipc: Uint8Array, column: string): Promise<Uint8Array | null> {
  const { withArrayFigures } = await import('./figured-batch');
  try {
    return withArrayFigures(ipc, column);
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
