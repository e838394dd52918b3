import { AppError } from '../domain/app-error';
import type { Selection } from '../domain/selection';
import { matchColumns } from '../etl/input-contract';
import type { MatchedColumn } from '../etl/input-contract';
import { refuseTooLarge, type DataSize } from '../etl/memory-need';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { holdsSeveral, isAnotherShape, mayHoldMore, refuseUnclear } from '../readers/accept';
import { findContainer } from '../readers/container';
import { MOST_READINGS } from '../readers/input-mapping';
import type { InputMapping, Shape } from '../readers/input-mapping';
import type { InputReader } from '../readers/input-reader';
import type { Container } from '../readers/input-table';
import type { InputInspection } from '../readers/open-input';
import { readStory } from './export-metadata';
import type { Progress } from './progress';
import type { ExportStory, OpenSource } from './session-state';

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
  /** The part of the file that is opened; null for all of it. */
  selection: ChosenPart | null;
}

/** What a person chose of files that are too large, and about how much of their rows that is. */
export interface ChosenPart {
  selection: Selection;
  share: number;
}

/** What a person said about files before they are read. */
export interface ChosenMappings {
  get(file: File): InputMapping | undefined;
  /** How a file with the same columns is read. */
  alike?(inspection: InputInspection): InputMapping | null;
}

export interface InspectJob {
  codec: ParquetCodec;
  inputs: InputReader;
  files: readonly File[];
  open: readonly OpenSource[];
  chosen: ChosenMappings;
  /** The part of a file that a person chose to open. */
  parts: Pick<WeakMap<File, ChosenPart>, 'get'>;
  progress: Progress;
  signal: AbortSignal;
  /** What folded data may take of the engine's memory. */
  budgetBytes: number;
}

/** A refusal that a person's answer may lift. */
export abstract class Answerable extends Error {
  constructor(readonly refusal: AppError) {
    super(refusal.message);
  }
}

/** A file whose columns a person can map by hand: which one, and what it holds. */
export class Mappable extends Answerable {
  constructor(
    readonly file: File,
    readonly inspection: InputInspection,
    refusal: AppError,
  ) {
    super(refusal);
  }
}

/** Files that are too large together, and of which a part can be opened. */
export class Selectable extends Answerable {
  constructor(
    readonly files: readonly ReadableFile[],
    refusal: AppError,
  ) {
    super(refusal);
  }
}

/**
 * Looks at every file before any is read.
 * @returns the readable files, or the story of a file that Meterfold wrote itself
 * @throws AppError with the reason for the first file that cannot be read; Answerable where a person could help
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
  try {
    for (const one of readable) refuseTooMany(one);
    const names = files.map((file) => file.name).join(', ');
    refuseTooLarge(names, readable.map(sizeOf), open, job.budgetBytes);
  } catch (thrown) {
    throw new Selectable(readable, thrown as AppError);
  }
  return { readable, story: null };
}

/** Single readings are held before they are folded, outside the engine. @throws AppError TOO_LARGE */
function refuseTooMany({ file, shape, rows, values, selection }: ReadableFile): void {
  if (shape !== 'long-rows' || values * (selection?.share ?? 1) <= MOST_READINGS) return;
  const fits = Math.floor((rows * MOST_READINGS) / values);
  throw new AppError('TOO_LARGE', { file: file.name, count: rows, fits });
}

/** What a file takes of the engine's memory. Single readings are folded to days: of hours, mostly, or finer. */
function sizeOf({ shape, rows, values, selection }: ReadableFile): DataSize {
  const share = selection?.share ?? 1;
  return { rows: (rows * share) / (shape === 'long-rows' ? 24 : 1), values: values * share };
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
      selection: job.parts.get(file) ?? null,
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !['COLUMN_MISSING', 'COLUMN_TYPE'].includes(thrown.code))
      throw thrown;
    return await inspectShaped(job, file, null, thrown);
  }
}

/** @param refusal why the file is none of the input contract; it stands unless the file is clearly of another shape */
async function inspectShaped(
  job: InspectJob,
  file: File,
  chosen: InputMapping | null,
  refusal: AppError | null,
): Promise<ReadableFile> {
  const { inputs, chosen: said, signal } = job;
  let inspection: InputInspection;
  try {
    inspection = await inputs.inspect(file, signal);
  } catch (thrown) {
    throw refusal ?? thrown;
  }
  const asked = chosen ? null : question(file, inspection, refusal);
  const alike = asked && said.alike?.(inspection);
  if (asked && !alike) throw new Mappable(file, inspection, asked);
  return readableAs(job, file, inspection, chosen ?? alike ?? inspection.recognition.mapping);
}

/** What a person must be asked before a file can be read; null for one that is clear. */
function question(file: File, inspection: InputInspection, refusal: AppError | null): AppError | null {
  if (refusal && !isAnotherShape(refusal, inspection)) return refusal;
  try {
    refuseUnclear(file.name, inspection.recognition, inspection);
    return null;
  } catch (thrown) {
    return thrown as AppError;
  }
}

/** A file of the input contract that has more arrays of readings beside it; null where that is not clear. */
async function inspectSeveral(job: InspectJob, file: File): Promise<ReadableFile | null> {
  const inspection = await job.inputs.inspect(file, job.signal);
  return holdsSeveral(inspection) ? readableAs(job, file, inspection, inspection.recognition.mapping) : null;
}

function readableAs(
  { parts }: Pick<InspectJob, 'parts'>,
  file: File,
  inspection: InputInspection,
  mapping: InputMapping,
): ReadableFile {
  const selection = parts.get(file) ?? null;
  const { container, rows, values } = inspection;
  return {
    file,
    container,
    shape: mapping.shape,
    rows,
    values,
    columns: [],
    mapping,
    inspection,
    selection,
  };
}

async function withName<T>(file: File, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof AppError) throw new AppError(thrown.code, { ...thrown.detail, file: file.name });
    throw new AppError('FILE_UNREADABLE', { file: file.name, cause: String(thrown) });
  }
}
