/**
 * What limits the engine's thread: opens a fleet, asks and exports as the page does, in this process, with
 * processor time and memory of each kind of work. `engine-profile.ts` forks it with the fleet's path and a small fleet's.
 */
import { readFile } from 'node:fs/promises';
import { openAsBlob } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { DEFAULT_POLICIES } from '../../src/domain/policy';
import { FileReader } from '../../src/parquet/file-reader';
import type { Groundwork, ParquetCodec } from '../../src/parquet/parquet-codec';
import { openFile } from '../../src/parquet/open-file';
import { provideWasm } from '../../src/parquet/wasm-module';
import exportDay from '../../src/queries/export_day.sql?raw';
import { METER_SQL } from '../../src/queries/meter-sql';
import { WHOLE_PERIOD } from '../../src/queries/period';
import type { Dataset } from '../../src/session/session-state';
import { planExport } from '../../src/session/export-plan';
import { openFiles } from '../../src/session/open-files';
import { Progress } from '../../src/session/progress';
import { readDataset } from '../../src/session/read-dataset';
import { FLEET_TOTALS, HOUR_PROFILE } from './fleet-questions';
import { sendFigures } from './peer-process';
import { startProfiledEngine } from './profile-engine';
import type { EngineProfile } from './figures';
import type { ProfiledEngine } from './profile-engine';

const CONTRACT = ['client_id', 'date', 'ext_dev_ref', 'energy_consumption', 'resolution'];

async function profileEngine(path: string, warm: string): Promise<Omit<EngineProfile, 'meters'>> {
  provideWasm(() =>
    readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')),
  );
  const engine = await startProfiledEngine();
  const { connection } = engine;
  const signal = new AbortController().signal;
  let parquet_ms = 0;
  const read = async function* (
    file: Blob,
    _name: string,
    columns: string[],
    _signal: AbortSignal,
    groundwork?: Groundwork,
  ) {
    const reader = await FileReader.open(file, columns, groundwork);
    for (;;) {
      const before = process.cpuUsage();
      const batch = await reader.next();
      parquet_ms += since(before);
      if (!batch) return;
      yield batch;
    }
  };
  // The page has rehearsed its job on a small file before the first one comes; so does this.
  await openFleet(engine, warm, read);
  parquet_ms = 0;
  engine.forget();
  const { series, sources } = await openFleet(engine, path, read);
  const open = engine.costs();
  const engine_open_bytes = engine.engineBytes();
  const meter_ms: Record<string, number> = {};
  const series_id = series[Math.floor(series.length / 2)]!.series_id;
  for (const round of [0, 1]) {
    for (const [name, sql] of Object.entries(METER_SQL)) {
      const before = process.cpuUsage();
      await connection.query(sql, { parameters: { series_id, ...WHOLE_PERIOD, holidays: '' } });
      if (round) meter_ms[name] = since(before);
    }
  }
  const totals_ms = await timed(() => connection.query(FLEET_TOTALS));
  const profile_ms = await timed(() => connection.query(HOUR_PROFILE));
  let total = 0;
  let runs: Awaited<ReturnType<typeof planExport>>['runs'] = [];
  const export_plan_ms = await timed(async () => {
    ({ runs, total } = await planExport(connection, sources, signal));
  });
  const export_rows_ms = await timed(() => exportRows(engine, runs));
  return {
    open,
    parquet_ms,
    meter_ms,
    totals_ms,
    profile_ms,
    export_plan_ms,
    export_rows_ms,
    readings: total,
    engine_open_bytes,
    engine_bytes: engine.engineBytes(),
  };
}

type Read = ParquetCodec['read'];

/** Opens a fleet in place of what is open. */
async function openFleet({ connection }: ProfiledEngine, path: string, read: Read): Promise<Dataset> {
  const file = (await openAsBlob(path)) as File;
  const { library, inspection } = await openFile(file);
  library.free();
  const { rows, valuesByColumn } = inspection;
  const progress = new Progress('open', '', [], () => undefined);
  const sources = await openFiles({
    connection,
    codec: { read, sha256: () => Promise.resolve('') } as never,
    inputs: null as never,
    files: [
      {
        file: Object.assign(file, { name: basename(path) }),
        container: 'parquet',
        shape: 'list-column',
        rows,
        values: valuesByColumn['energy_consumption'] ?? 0,
        columns: CONTRACT.map((name) => ({ name })) as never,
        mapping: null,
        inspection: null,
        selection: null,
      },
    ],
    kept: [],
    policies: DEFAULT_POLICIES,
    progress,
    signal: new AbortController().signal,
  });
  return readDataset(connection, 1, sources, DEFAULT_POLICIES, progress);
}

async function exportRows(
  { connection }: ProfiledEngine,
  runs: Awaited<ReturnType<typeof planExport>>['runs'],
): Promise<void> {
  for (const { parameters } of runs) {
    for await (const piece of connection.stream(exportDay, { parameters })) void piece;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const [, , path = '', warm = ''] = process.argv;
await sendFigures(await profileEngine(path, warm));
