/**
 * What the rest of Meterfold knows of Parquet: this interface. `codec-client.ts`
 * fulfils it by talking to a worker, the only user of parquet-wasm and hyparquet.
 */

/** One leaf or list column at the top level of a file. */
export interface FoundColumn {
  name: string;
  /** In Arrow's words, lower case: `utf8`, `date32`, `list<int64>`, `dictionary<int32, utf8>`, … */
  type: string;
}

/** What can be said about a file without reading its data pages. */
export interface ParquetInspection {
  bytes: number;
  rows: number;
  rowGroups: number;
  columns: FoundColumn[];
  /** Values per top-level column, list items counted singly, nulls included. */
  valuesByColumn: Record<string, number>;
  keyValueMetadata: Record<string, string>;
}

/** Some rows of a file as a self-contained Arrow IPC stream. */
export interface ArrowBatch {
  ipc: Uint8Array;
  rows: number;
  /** Whether the columns ARRAY_FIGURES stand behind those asked for. */
  hasFigures: boolean;
  /**
   * For each value of TEXT_CODE, the last column of the batch, the texts that it stands for; null where the columns
   * of text are as they were.
   */
  texts: (string | null)[][] | null;
}

/** What is worked out of batches beside the engine where that saves it work. */
export interface Groundwork {
  /** The column of arrays whose figures come along. */
  figuresOf: string;
  /** The columns of text that give way to one code for each combination of them; none to leave all as they are. */
  codedTexts: readonly string[];
  /** Columns without a null in them, or texts stay as they are. */
  required: readonly string[];
}

/** What codes of the days stand for, in several columns. */
export interface Coding {
  /** The column of the days that holds the codes; null stands for null. It is not written itself. */
  column: 'series_id' | 'source_id';
  codes: readonly number[];
  /** For each column that it becomes, the text of each code. */
  texts: Readonly<Record<string, readonly string[]>>;
}

/** How the analytical table is written from days that are still folded. */
export interface FoldedWriteOptions {
  keyValueMetadata: Record<string, string>;
  /** The columns of the file, in order. */
  columns: readonly string[];
  codings: readonly Coding[];
  /** Readings in all. */
  rows: number;
  rowGroupRows: number;
  /** Where the bytes go as they come; null gathers them in a Blob. */
  target: FileSystemFileHandle | null;
}

export interface WriteOptions {
  keyValueMetadata: Record<string, string>;
  rowGroupRows: number;
  /** Where the bytes go as they come; null gathers them in a Blob. */
  target: FileSystemFileHandle | null;
}

/** How far a file has come on its way to the disk. */
export interface WrittenSoFar {
  rows: number;
  bytes: number;
}

/** A Parquet file being written. Bytes go into a Blob in parts, or to the sink as they come. */
export interface ParquetWriter {
  /** Takes one complete Arrow IPC stream (schema and batches). Resolves when the writer wants more. */
  append(ipc: Uint8Array): Promise<void>;
  /** How far the file has come. */
  written(): WrittenSoFar;
  /** Writes the footer and hands the file over. */
  finish(): Promise<Blob>;
  /** Drops what was written. */
  abort(): Promise<void>;
}

export interface ParquetCodec {
  /** @throws AppError NOT_PARQUET, FILE_TRUNCATED, FILE_DAMAGED, FILE_ENCRYPTED, FILE_EMPTY, FILE_CHANGED, CODEC_UNSUPPORTED */
  inspect(file: Blob, name: string): Promise<ParquetInspection>;
  /**
   * Batches in file order, only the named columns (they come in file order, whatever the order asked for).
   * @param groundwork what is worked out of them on the way, where that saves the engine work
   * @param onOpened told before the first batch what `inspect` would say, for a file that is opened once only
   */
  read(
    file: Blob,
    name: string,
    columns: string[],
    signal: AbortSignal,
    groundwork?: Groundwork,
    onOpened?: (inspection: ParquetInspection) => void,
  ): AsyncIterable<ArrowBatch>;
  /** SHA-256 as lower-case hex, read in pieces. */
  sha256(file: Blob, signal: AbortSignal): Promise<string>;
  write(options: WriteOptions): Promise<ParquetWriter>;
  /** The analytical table; the writer takes streams of `export_day.sql` and unfolds them. */
  writeFolded(options: FoldedWriteOptions): Promise<ParquetWriter>;
  /** Starts a worker ahead of the first job, so that the job does not wait for it. Failing is left to the job. */
  prepare(): void;
  /** Ends the worker; a later call starts a new one. */
  close(): void;
}
