import { AppError } from '../domain/app-error';
import type { Policies } from '../domain/policy';
import type { ArrowConnection } from '../engine/engine';
import { runEtl } from '../etl/etl-run';
import { matchColumns, OPTIONAL_COLUMNS, READER_COLUMNS } from '../etl/input-contract';
import type { MatchedColumn } from '../etl/input-contract';
import { refuseTooLarge } from '../etl/memory-need';
import { ALL_ROOTS } from '../etl/model';
import type { Root } from '../etl/model';
import { beginStaging, checkStagedFile, endStaging, SOURCE_BATCH, stageBatch } from '../etl/staging';
import type { ParquetCodec, ParquetInspection } from '../parquet/parquet-codec';
import { readStory } from './export-metadata';
import type { Progress } from './progress';
import type { ExportStory, OpenSource } from './session-state';

/** What folded data may take of the 3.1 GiB that the engine has; the rest is for queries. */
const ENGINE_BUDGET_BYTES = 2.6e9;

const ARROW_TABLE = 'source_arrow';

/** A file that has been looked at and can be read. */
export interface ReadableFile {
  file: File;
  inspection: ParquetInspection;
  columns: MatchedColumn[];
}

/**
 * Looks at every file's footer and columns before any is read.
 * @returns the readable files, or the story of a file that Meterfold wrote itself
 * @throws AppError with the reason for the first file that cannot be read
 */
export async function inspectFiles(
  codec: ParquetCodec,
  files: readonly File[],
  open: readonly OpenSource[],
  progress: Progress,
): Promise<{ readable: ReadableFile[]; story: ExportStory | null }> {
  const readable: ReadableFile[] = [];
  for (const [index, file] of files.entries()) {
    progress.stage('inspecting', index, files.length);
    const inspection = await codec.inspect(file, file.name);
    const story = readStory(file.name, inspection);
    if (story) return { readable: [], story };
    const columns = matchColumns(file.name, inspection.columns);
    if (inspection.rows === 0) throw new AppError('NO_ROWS', { file: file.name });
    readable.push({ file, inspection, columns });
  }
  progress.stage('inspecting', files.length, files.length);
  // What is open counts even if it is to be replaced: it stays until the new data is ready.
  const sizes = readable.map((one) => ({ rows: one.inspection.rows, values: valuesOf(one) }));
  refuseTooLarge(files.map((file) => file.name).join(', '), sizes, open, ENGINE_BUDGET_BYTES);
  return { readable, story: null };
}

function valuesOf({ inspection }: ReadableFile): number {
  return inspection.valuesByColumn['energy_consumption'] ?? 0;
}

export interface OpenJob {
  connection: ArrowConnection;
  codec: ParquetCodec;
  files: readonly ReadableFile[];
  /** What is open already and stays; empty to replace it. */
  kept: readonly OpenSource[];
  policies: Policies;
  progress: Progress;
  signal: AbortSignal;
}

/**
 * Reads the files into the engine and runs the ETL over them.
 * @returns the sources that are open afterwards
 * @throws AppError or an AbortError; what was open before is untouched then
 */
export async function openFiles(job: OpenJob): Promise<OpenSource[]> {
  const { connection, kept, progress } = job;
  const total = job.files.reduce((sum, { inspection }) => sum + inspection.rows, 0);
  const sources: OpenSource[] = [...kept];
  let nextId = Math.max(0, ...kept.map((source) => source.source_id)) + 1;
  try {
    await beginStaging(connection, kept.length > 0);
    let done = 0;
    for (const readable of job.files) {
      const sourceId = nextId++;
      const hash = job.codec.sha256(readable.file, job.signal);
      hash.catch(() => undefined);
      await readFile(job, readable, sourceId, (rows) => {
        progress.stage('reading', done + rows, total);
      });
      done += readable.inspection.rows;
      sources.push({
        source_id: sourceId,
        name: readable.file.name,
        bytes: readable.file.size,
        rows: readable.inspection.rows,
        values: valuesOf(readable),
        sha256: await hash,
      });
    }
    progress.stage('reading', total, total);
    await transform(connection, sources, job.policies, ALL_ROOTS, progress, job.signal);
  } finally {
    await connection.dropTable(ARROW_TABLE).catch(() => undefined);
    await endStaging(connection).catch(() => undefined);
  }
  return sources;
}

/** Runs the models behind the staging and checking stages of the progress. */
export async function transform(
  connection: ArrowConnection,
  sources: readonly OpenSource[],
  policies: Policies,
  changed: readonly Root[],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  await runEtl(
    connection,
    sources.map((source) => ({ source_id: source.source_id, source_file: source.name })),
    policies,
    changed,
    {
      signal,
      onModel: (_name, done, total) => {
        progress.stage('staging', done, total);
      },
    },
  );
  progress.finish('staging');
}

async function readFile(
  job: OpenJob,
  { file, columns }: ReadableFile,
  sourceId: number,
  onRows: (rows: number) => void,
): Promise<void> {
  const { connection, codec, policies, signal } = job;
  const names = columns.map((column) => column.name);
  const absent = [...OPTIONAL_COLUMNS.filter((name) => !names.includes(name)), ...READER_COLUMNS];
  let firstRow = 0;
  for await (const batch of codec.read(file, file.name, names, signal)) {
    await connection.dropTable(ARROW_TABLE);
    await connection.insertArrow(ARROW_TABLE, batch.ipc, true);
    await connection.nameColumns(SOURCE_BATCH, ARROW_TABLE, names, absent);
    await stageBatch(
      connection,
      { sourceId, firstRow, file: file.name, nullKeys: policies.nullKeys },
      signal,
    );
    firstRow += batch.rows;
    onRows(firstRow);
  }
  await checkStagedFile(connection, sourceId, file.name);
}
