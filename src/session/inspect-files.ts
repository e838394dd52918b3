import { AppError } from '../domain/app-error';
import { matchColumns } from '../etl/input-contract';
import type { MatchedColumn } from '../etl/input-contract';
import { refuseTooLarge } from '../etl/memory-need';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { holdsSeveral, isAnotherShape, mayHoldMore, refuseUnclear } from '../readers/accept';
import { findContainer } from '../readers/container';
import type { InputMapping, Shape } from '../readers/input-mapping';
import type { InputReader } from '../readers/input-reader';
import type { Container } from '../readers/input-table';
import type { InputInspection } from '../readers/open-input';
import { readStory } from './export-metadata';
import type { Progress } from './progress';
import type { ExportStory, OpenSource } from './session-state';

/** What folded data may take of the 3.1 GiB that the engine has; the rest is for queries. */
const ENGINE_BUDGET_BYTES = 2.6e9;

/** A file that has been looked at and can be read. */
export interface ReadableFile {
  file: File;
  container: Container;
  shape: Shape;
  rows: number;
  values: number;
  /** The columns of the input contract; empty for a file of another shape. */
  columns: MatchedColumn[];
  /** How to read a file of another shape; null for one of the input contract. */
  mapping: InputMapping | null;
  /** What was found in a file of another shape. */
  inspection: InputInspection | null;
}

/** What a person said about files before they are read. */
export type ChosenMappings = Pick<WeakMap<File, InputMapping>, 'get'>;

export interface InspectJob {
  codec: ParquetCodec;
  inputs: InputReader;
  files: readonly File[];
  open: readonly OpenSource[];
  chosen: ChosenMappings;
  progress: Progress;
  signal: AbortSignal;
}

/** A file whose columns a person can map by hand: which one, and what it holds. Travels as the cause of a refusal. */
export class Mappable extends Error {
  constructor(
    readonly file: File,
    readonly inspection: InputInspection,
    readonly refusal: AppError,
  ) {
    super(refusal.message);
  }
}

/**
 * Looks at every file before any is read.
 * @returns the readable files, or the story of a file that Meterfold wrote itself
 * @throws AppError with the reason for the first file that cannot be read; Mappable where a person could help
 */
export async function inspectFiles(
  job: InspectJob,
): Promise<{ readable: ReadableFile[]; story: ExportStory | null }> {
  const { files, open, progress } = job;
  const readable: ReadableFile[] = [];
  for (const [index, file] of files.entries()) {
    progress.stage('inspecting', index, files.length);
    const found = await inspectFile(job, file);
    if ('story' in found) return { readable: [], story: found.story };
    readable.push(found);
  }
  progress.stage('inspecting', files.length, files.length);
  // What is open counts even if it is to be replaced: it stays until the new data is ready.
  refuseTooLarge(files.map((file) => file.name).join(', '), readable, open, ENGINE_BUDGET_BYTES);
  return { readable, story: null };
}

async function inspectFile(job: InspectJob, file: File): Promise<ReadableFile | { story: ExportStory }> {
  const { container } = await withName(file, () => findContainer(file));
  const chosen = job.chosen.get(file);
  if (container !== 'parquet' || chosen) return inspectShaped(job, file, chosen ?? null, null);
  const inspection = await job.codec.inspect(file, file.name);
  const story = readStory(file.name, inspection);
  if (story) return { story };
  try {
    const columns = matchColumns(file.name, inspection.columns);
    if (inspection.rows === 0) throw new AppError('NO_ROWS', { file: file.name });
    const several = mayHoldMore(inspection.columns) ? await inspectSeveral(job, file) : null;
    if (several) return several;
    const values = inspection.valuesByColumn['energy_consumption'] ?? 0;
    return {
      file,
      container,
      shape: 'list-column',
      rows: inspection.rows,
      values,
      columns,
      mapping: null,
      inspection: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !['COLUMN_MISSING', 'COLUMN_TYPE'].includes(thrown.code))
      throw thrown;
    return await inspectShaped(job, file, null, thrown);
  }
}

/** @param refusal why the file is none of the input contract; it stands unless the file is clearly of another shape */
async function inspectShaped(
  { inputs, signal }: InspectJob,
  file: File,
  chosen: InputMapping | null,
  refusal: AppError | null,
): Promise<ReadableFile> {
  let inspection: InputInspection;
  try {
    inspection = await inputs.inspect(file, signal);
  } catch (thrown) {
    throw refusal ?? thrown;
  }
  if (!chosen) {
    if (refusal && !isAnotherShape(refusal, inspection)) throw new Mappable(file, inspection, refusal);
    try {
      refuseUnclear(file.name, inspection.recognition, inspection);
    } catch (thrown) {
      throw new Mappable(file, inspection, thrown as AppError);
    }
  }
  return readableAs(file, inspection, chosen ?? inspection.recognition.mapping);
}

/** A file of the input contract that has more arrays of readings beside it; null where that is not clear. */
async function inspectSeveral({ inputs, signal }: InspectJob, file: File): Promise<ReadableFile | null> {
  const inspection = await inputs.inspect(file, signal);
  return holdsSeveral(inspection) ? readableAs(file, inspection, inspection.recognition.mapping) : null;
}

function readableAs(file: File, inspection: InputInspection, mapping: InputMapping): ReadableFile {
  const { container, rows, values } = inspection;
  return { file, container, shape: mapping.shape, rows, values, columns: [], mapping, inspection };
}

async function withName<T>(file: File, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof AppError) throw new AppError(thrown.code, { ...thrown.detail, file: file.name });
    throw new AppError('FILE_UNREADABLE', { file: file.name, cause: String(thrown) });
  }
}
