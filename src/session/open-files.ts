import { ARRAY_FIGURES } from '../domain/array-figures';
import type { Policies } from '../domain/policy';
import type { LeftOut, Selection } from '../domain/selection';
import { TEXT_CODE } from '../domain/text-code';
import type { ArrowConnection, Row } from '../engine/engine';
import { runEtl } from '../etl/etl-run';
import { absentFrom, KEY_COLUMNS, TEXT_COLUMNS } from '../etl/input-contract';
import { ALL_ROOTS } from '../etl/model';
import type { Root } from '../etl/model';
import { beginStaging, checkStagedFile, endStaging, SOURCE_BATCH, stageBatch } from '../etl/staging';
import type { ArrowBatch, ParquetCodec } from '../parquet/parquet-codec';
import type { InputReader } from '../readers/input-reader';
import leftOutOfBatch from '../queries/left_out.sql?raw';
import selectedBatch from '../queries/selected_batch.sql?raw';
import { DAY_FIELDS } from '../readers/day-fields';
import { nameColumns } from '../readers/named-mapping';
import type { ReadableFile } from './inspect-files';
import { LooseRows } from './loose-rows';
import type { Progress } from './progress';
import type { OpenSource } from './session-state';

const READINGS_COLUMN = 'energy_consumption';
const ARROW_TABLE = 'source_arrow';
/** A batch of which only some rows are opened: `selected_batch.sql` takes them out of it. */
const WHOLE_BATCH = 'whole_batch';
const SELECTED_BATCH = 'selected_batch';
const SELECTED_METERS = 'selected_meter';

export interface OpenJob {
  connection: ArrowConnection;
  codec: ParquetCodec;
  inputs: InputReader;
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
  const total = job.files.reduce((sum, { rows }) => sum + rows, 0);
  const loose = new LooseRows(connection);
  const sources: OpenSource[] = [...kept];
  let nextId = Math.max(0, ...kept.map((source) => source.source_id)) + 1;
  try {
    await beginStaging(connection, kept.length > 0);
    let done = 0;
    for (const readable of job.files) {
      const sourceId = nextId++;
      const hash = job.codec.sha256(readable.file, job.signal);
      hash.catch(() => undefined);
      const { rows, leftOut } = await readFile({ ...job, loose }, readable, sourceId, (read) => {
        progress.stage('reading', done + read, total);
      });
      done += readable.rows;
      sources.push({
        source_id: sourceId,
        name: readable.file.name,
        bytes: readable.file.size,
        rows,
        values: readable.values * (readable.selection?.share ?? 1),
        sha256: await hash,
        container: readable.container,
        shape: readable.shape,
        mapping: readable.mapping && nameColumns(readable.mapping, readable.inspection?.columns ?? []),
        ...(leftOut && readable.selection
          ? { part: { selection: readable.selection.selection, leftOut } }
          : {}),
      });
    }
    progress.stage('reading', total, total);
    await transform(connection, sources, job.policies, ALL_ROOTS, progress, job.signal, kept.length > 0);
  } finally {
    await connection.dropTable(ARROW_TABLE).catch(() => undefined);
    await connection.dropTable(SELECTED_METERS).catch(() => undefined);
    await connection.dropTable(SELECTED_BATCH).catch(() => undefined);
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
  keepOpen = false,
): Promise<void> {
  await runEtl(
    connection,
    sources.map((source) => ({ source_id: source.source_id, source_file: source.name })),
    policies,
    changed,
    {
      signal,
      keepOpen,
      onModel: (_name, done, total) => {
        progress.stage('staging', done, total);
      },
    },
  );
  progress.finish('staging');
}

/** The job of reading files, with what is stored of them so far. */
type ReadJob = OpenJob & { loose: LooseRows };

/** @returns how many rows the file has, and what was left out of one of which a part was chosen */
async function readFile(
  job: ReadJob,
  readable: ReadableFile,
  sourceId: number,
  onRows: (rows: number) => void,
): Promise<{ rows: number; leftOut: LeftOut | null }> {
  const { name } = readable.file;
  if (readable.mapping) {
    const { days, rows, leftOut } = await readShaped(job, readable, sourceId, onRows);
    if (!leftOut || days > 0) await checkStagedFile(job.connection, sourceId, name);
    return { rows, leftOut };
  }
  if (readable.selection) await writeMeters(job.connection, readable.selection.selection);
  const { rows, leftOut } = await readContract(job, readable, sourceId, onRows);
  // A file may lie outside the chosen period as a whole; all that is chosen is not empty.
  if (!leftOut || rows > leftOut.rows)
    await checkStagedFile(job.connection, sourceId, name, rows - (leftOut?.rows ?? 0));
  return { rows, leftOut };
}

/** The chosen meters as a table that the batches are held against. */
async function writeMeters(connection: ArrowConnection, { meters }: Selection): Promise<void> {
  await connection.createSmallTable(SELECTED_METERS, {
    columns: [
      { name: 'client_id', type: 'varchar' },
      { name: 'ext_dev_ref', type: 'varchar' },
    ],
    rows: (meters ?? []).map(({ client_id, ext_dev_ref }) => [client_id, ext_dev_ref]),
  });
}

/** A Parquet file of the input contract: its own batches go to the engine as they are. @returns the rows read */
async function readContract(
  job: ReadJob,
  { file, columns, selection }: ReadableFile,
  sourceId: number,
  onRows: (rows: number) => void,
): Promise<{ rows: number; leftOut: LeftOut | null }> {
  const names = columns.map((column) => column.name);
  const part = selection?.selection ?? null;
  const leftOut: LeftOut = { rows: 0, values: 0 };
  let firstRow = 0;
  const groundwork = {
    figuresOf: READINGS_COLUMN,
    // Which rows are chosen is asked of their texts.
    codedTexts: part ? [] : TEXT_COLUMNS.filter((name) => names.includes(name)),
    required: KEY_COLUMNS,
  };
  for await (const batch of job.codec.read(file, file.name, names, job.signal, groundwork)) {
    const left = await stageIpc(job, batch.ipc, {
      rows: batch.rows,
      names: deliveredIn(batch, names),
      texts: batch.texts && inAllColumns(batch.texts, groundwork.codedTexts),
      sourceId,
      firstRow,
      file: file.name,
      part,
    });
    leftOut.rows += left.rows;
    leftOut.values += left.values;
    firstRow += batch.rows;
    onRows(firstRow);
  }
  return { rows: firstRow, leftOut: part && leftOut };
}

/** Any other file: the reading worker delivers days of the input contract, and leaves out what is not chosen. */
async function readShaped(
  job: ReadJob,
  { file, mapping, rows, selection }: ReadableFile,
  sourceId: number,
  onRows: (rows: number) => void,
): Promise<{ days: number; rows: number; leftOut: LeftOut | null }> {
  let firstRow = 0;
  let rowsRead = 0;
  let leftOut: LeftOut | null = null;
  const onLeftOut = (found: LeftOut, ofRows: number) => {
    leftOut = found;
    rowsRead = ofRows;
  };
  const part = selection && { selection: selection.selection, onLeftOut };
  for await (const batch of job.inputs.read(file, mapping!, job.policies, job.signal, part)) {
    await stageIpc(job, batch.ipc, {
      rows: batch.days,
      names: DAY_FIELDS,
      texts: null,
      sourceId,
      firstRow,
      file: file.name,
      part: null,
    });
    rowsRead = batch.rowsRead;
    firstRow += batch.days;
    onRows(Math.min(rows, Math.max(firstRow, batch.rowsRead)));
  }
  // How many rows a text has is an estimate until it is read.
  return { days: firstRow, rows: rowsRead || rows, leftOut };
}

function deliveredIn(batch: ArrowBatch, asked: readonly string[]): string[] {
  const figures = batch.hasFigures ? ARRAY_FIGURES : [];
  if (!batch.texts) return [...asked, ...figures];
  return [...asked.filter((name) => !isText(name)), ...figures, TEXT_CODE];
}

const isText = (name: string): boolean => (TEXT_COLUMNS as readonly string[]).includes(name);

/** Texts of some columns as texts of all of them; those that the file does not have are null. */
function inAllColumns(
  texts: readonly (readonly (string | null)[])[],
  columns: readonly string[],
): (string | null)[][] {
  const places = TEXT_COLUMNS.map((name) => columns.indexOf(name));
  return texts.map((row) => places.map((place) => row[place] ?? null));
}

interface StagedBatch {
  rows: number;
  names: readonly string[];
  texts: (string | null)[][] | null;
  sourceId: number;
  firstRow: number;
  file: string;
  /** The rows that are opened; null for all. */
  part: Selection | null;
}

/** @returns what was left out of the batch */
async function stageIpc(
  { connection, policies, signal, loose }: ReadJob,
  ipc: Uint8Array,
  { rows, names, texts, sourceId, firstRow, file, part }: StagedBatch,
): Promise<LeftOut> {
  const absent = absentFrom(names);
  // It is the worker's once it is handed over.
  const bytes = ipc.byteLength;
  await connection.dropTable(ARROW_TABLE);
  await connection.insertArrow(ARROW_TABLE, ipc, true);
  await connection.nameColumns(part ? WHOLE_BATCH : SOURCE_BATCH, ARROW_TABLE, names, absent);
  const delivered = [...names, ...absent];
  const left = part
    ? await selectRows(connection, part, { delivered, firstRow }, signal)
    : { rows: 0, values: 0 };
  const place = { sourceId, firstRow, file, nullKeys: policies.nullKeys, texts };
  await stageBatch(connection, { ...place, hasFlags: names.includes('flags') }, signal);
  // The batch itself goes first: compressing it would be work for nothing.
  await connection.dropTable(ARROW_TABLE);
  const kept = rows - left.rows;
  if (kept > 0) await loose.add(kept, (bytes * kept) / rows);
  return left;
}

/** Puts the chosen rows of `whole_batch` under the name that staging reads. @returns what they leave out */
async function selectRows(
  connection: ArrowConnection,
  { from, to, meters }: Selection,
  { delivered, firstRow }: { delivered: readonly string[]; firstRow: number },
  signal: AbortSignal,
): Promise<LeftOut> {
  const parameters = {
    first_row: firstRow,
    selected_from: from ?? '',
    selected_to: to ?? '',
    selects_meters: meters !== null,
  };
  // Staging asks several times for what it stages, and each time all would be looked through again.
  await connection.materialize('table', SELECTED_BATCH, selectedBatch, { parameters, signal });
  const columns = [...delivered.filter((name) => name !== 'source_row'), 'source_row'];
  await connection.nameColumns(SOURCE_BATCH, SELECTED_BATCH, columns, []);
  const [left] = await connection.query<LeftOut & Row>(leftOutOfBatch, { parameters, signal });
  return left ?? { rows: 0, values: 0 };
}
