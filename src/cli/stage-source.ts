import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { totalmem } from 'node:os';
import { AppError, toAppError } from '../domain/app-error';
import type { Policies } from '../domain/policy';
import type { TableColumn } from '../engine/engine';
import type { NodeConnection } from '../engine/node-engine';
import { absentFrom } from '../etl/input-contract';
import { refuseTooLarge } from '../etl/memory-need';
import { checkStagedFile, SOURCE_BATCH, stageBatch } from '../etl/staging';
import { classifyTrouble } from '../parquet/file-trouble';
import { provideWasm } from '../parquet/wasm-module';
import { holdsSeveral, isAnotherShape, mayHoldMore, refuseUnclear } from '../readers/accept';
import type { DayBatch } from '../readers/day-batch';
import type { Shape } from '../readers/input-mapping';
import { nameColumns } from '../readers/named-mapping';
import type { NamedMapping } from '../readers/named-mapping';
import type { Container } from '../readers/input-table';
import { overrideMapping } from '../readers/mapping-override';
import type { MappingOverride } from '../readers/mapping-override';
import { inspectInput, readInput } from '../readers/open-input';
import type { InputInspection } from '../readers/open-input';
import { findContainer } from '../readers/container';
import { checkFile, exposeSource } from './native-source';

/** A file that has been taken in, and what it turned out to be. */
export interface StagedSource {
  name: string;
  bytes: number;
  rows: number;
  container: Container;
  shape: Shape;
  /** How its columns were read, by their names; null for a file of the input contract. */
  mapping: NamedMapping | null;
}

/** What is opened, and what a person said about its columns. */
export interface SourceRequest {
  path: string;
  sourceId: number;
  policies: Policies;
  override?: MappingOverride | null;
}

const DAY = 86_400_000;

const DAY_TABLE = 'source_days';

const DAY_TABLE_COLUMNS: readonly TableColumn[] = [
  { name: 'client_id', type: 'varchar' },
  { name: 'ext_dev_ref', type: 'varchar' },
  { name: 'date', type: 'date' },
  { name: 'energy_consumption', type: 'double[]' },
  { name: 'resolution', type: 'varchar' },
  { name: 'fuel', type: 'varchar' },
  { name: 'channel', type: 'varchar' },
  { name: 'unit', type: 'varchar' },
  { name: 'source_row', type: 'integer' },
  { name: 'set_aside_as', type: 'varchar' },
  { name: 'flags', type: 'varchar' },
];

provideWasm(() => readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')));

/**
 * Takes a file on disk into the staging tables, whatever its shape.
 * @throws AppError as the page would
 */
export async function stageSource(connection: NodeConnection, request: SourceRequest): Promise<StagedSource> {
  const name = basename(request.path);
  const override = request.override ?? null;
  const bytes = await checkFile(request.path, name);
  const blob = await openAsBlob(request.path);
  const { container } = await named(name, () => findContainer(blob));
  const refusal =
    container === 'parquet' && override === null
      ? await stageContract(connection, request, name, blob)
      : null;
  if (refusal !== null && !(refusal instanceof AppError))
    return { name, bytes, rows: refusal.rows, container, shape: 'list-column', mapping: null };
  try {
    return { ...(await stageShaped(connection, request, name, blob, refusal)), bytes };
  } catch (thrown) {
    throw refusal && isShapeTrouble(thrown) ? refusal : thrown;
  }
}

/** @returns the file's rows, why it is no file of the input contract, or null for one with more columns of readings */
async function stageContract(
  connection: NodeConnection,
  { path, sourceId, policies }: SourceRequest,
  name: string,
  blob: Blob,
): Promise<{ rows: number } | AppError | null> {
  let rows: number;
  try {
    const source = await exposeSource(connection, path, name);
    ({ rows } = source);
    if (mayHoldMore(source.columns) && holdsSeveral(await named(name, () => inspectInput(blob, name))))
      return null;
  } catch (thrown) {
    const error = toAppError(thrown, 'FILE_DAMAGED');
    if (error.code === 'COLUMN_MISSING' || error.code === 'COLUMN_TYPE') return error;
    throw error;
  }
  await stageBatch(connection, { sourceId, firstRow: 0, file: name, nullKeys: policies.nullKeys });
  await checkStagedFile(connection, sourceId, name, rows);
  return { rows };
}

async function stageShaped(
  connection: NodeConnection,
  { sourceId, policies, override }: SourceRequest,
  name: string,
  blob: Blob,
  refusal: AppError | null,
): Promise<Omit<StagedSource, 'bytes'>> {
  const inspection = await named(name, () => inspectInput(blob, name));
  if (refusal && !isAnotherShape(refusal, inspection)) throw refusal;
  const recognition = override ? overrideMapping(name, inspection, override) : inspection.recognition;
  refuseUnclear(name, recognition, inspection);
  refuseTooLarge(name, [inspection], [], totalmem());
  const { mapping } = recognition;
  let days = 0;
  await named(name, async () => {
    for await (const batch of readInput(blob, mapping, policies)) {
      await exposeDays(connection, batch);
      await stageBatch(connection, { sourceId, firstRow: days, file: name, nullKeys: policies.nullKeys });
      days += batch.length;
    }
  });
  await checkStagedFile(connection, sourceId, name);
  return {
    name,
    rows: rowsOf(inspection, days),
    container: inspection.container,
    shape: mapping.shape,
    mapping: nameColumns(mapping, inspection.columns),
  };
}

const rowsOf = (inspection: InputInspection, days: number): number =>
  inspection.rowsAreExact ? inspection.rows : days;

/** Makes `source_batch` stand for a batch of folded days. */
export async function exposeDays(connection: NodeConnection, days: DayBatch): Promise<void> {
  const rows = days.map((day) => [
    day.clientId,
    day.meter,
    day.date === null ? null : day.date * DAY,
    day.values,
    day.resolution,
    day.fuel,
    day.channel,
    day.unit,
    day.sourceRow,
    day.setAsideAs,
    day.flags,
  ]);
  await connection.createListTable(DAY_TABLE, DAY_TABLE_COLUMNS, rows);
  const columns = DAY_TABLE_COLUMNS.map(({ name: column }) => column);
  await connection.nameColumns(SOURCE_BATCH, DAY_TABLE, columns, absentFrom(columns));
}

/** Gives whatever goes wrong a code and the file's name. */
async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const error = classifyTrouble(thrown, 'read');
    throw new AppError(error.code, { ...error.detail, file: name });
  }
}

/** Recognition says nothing that the first refusal has not said better. */
const isShapeTrouble = (thrown: unknown): boolean =>
  thrown instanceof AppError &&
  ['SHAPE_UNKNOWN', 'SHAPE_UNSURE', 'COLUMN_AMBIGUOUS', 'NO_ROWS'].includes(thrown.code);
