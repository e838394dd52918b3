/**
 * Measures what the sizing model stands on and writes `measured.json`: bytes per
 * reading of our own export, and how many readings one core unfolds, writes and
 * scans in a second. Native DuckDB, one thread. Rates count processor time, so that
 * a busy machine does not change them much.
 *
 * Run: node --import tsx --import ./src/cli/sql-loader.mjs docs/platform/sizing/measure.ts
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exportRows from '../../../src/queries/export_rows.sql?raw';
import { runSample, SAMPLE_PORTFOLIO } from '../questions/sample-run';
import type { SampleRun } from '../questions/sample-run';
import type { Measured } from './measured';
import fleet from './sql/fleet.sql?raw';
import fleetScan from './sql/fleet_scan.sql?raw';
import writtenReadings from './sql/written_readings.sql?raw';

const COPIES = 12;
const SERIES = 16;
const METERS = 12;
const STAMP = { 'meterfold.purpose': 'measurement' };
const EVERY_SERIES = { first_rank: 0, last_rank: 2_147_483_647 };
const OUTPUT = fileURLToPath(new URL('./measured.json', import.meta.url));

const room = mkdtempSync(join(tmpdir(), 'meterfold-measure-'));
try {
  const sample = await measureBytes(await runSample(SAMPLE_PORTFOLIO));
  const throughput = await measureThroughput(await writeFleet());
  const measured: Measured = { machine: describeMachine(), ...sample, ...throughput };
  writeFileSync(OUTPUT, `${JSON.stringify(measured, null, 2)}\n`);
  console.log(JSON.stringify(measured, null, 2));
} finally {
  rmSync(room, { recursive: true, force: true });
}

async function measureBytes(run: SampleRun): Promise<Pick<Measured, 'sample'>> {
  const whole = join(room, 'whole.parquet');
  await run.connection.copyToParquet(exportRows, whole, STAMP, EVERY_SERIES);
  let oneFilePerSeriesBytes = 0;
  for (let rank = 1; rank <= SERIES; rank++) {
    const path = join(room, `series-${rank}.parquet`);
    await run.connection.copyToParquet(exportRows, path, STAMP, { first_rank: rank, last_rank: rank });
    oneFilePerSeriesBytes += statSync(path).size;
  }
  const readings = await readingsIn(run, whole);
  await run.close();
  return {
    sample: {
      readings,
      deliveredBytes: statSync(SAMPLE_PORTFOLIO).size,
      exportedBytes: statSync(whole).size,
      oneFilePerSeriesBytes,
    },
  };
}

async function readingsIn(run: SampleRun, path: string): Promise<number> {
  const [held] = await run.connection.query<{ readings: number }>(writtenReadings, {
    parameters: { written_path: path },
  });
  return held!.readings;
}

async function writeFleet(): Promise<string> {
  const run = await runSample(SAMPLE_PORTFOLIO);
  const path = join(room, 'fleet.parquet');
  const parameters = { source_path: SAMPLE_PORTFOLIO, copies: COPIES };
  await run.connection.copyToParquet(fleet, path, STAMP, parameters);
  await run.close();
  return path;
}

async function measureThroughput(path: string): Promise<Pick<Measured, 'fleet'>> {
  const started = process.cpuUsage();
  const run = await runSample(path);
  const staged = process.cpuUsage();
  const written = join(room, 'written.parquet');
  await run.connection.copyToParquet(exportRows, written, STAMP, EVERY_SERIES);
  const saved = process.cpuUsage();
  await run.connection.query(fleetScan, { parameters: { written_path: written } });
  const scanned = process.cpuUsage();
  const readings = await readingsIn(run, written);
  await run.close();
  return {
    fleet: {
      meters: METERS * COPIES,
      readings,
      etlCoreSeconds: coreSeconds(started, staged),
      writeCoreSeconds: coreSeconds(staged, saved),
      scanCoreSeconds: coreSeconds(saved, scanned),
      exportedBytes: statSync(written).size,
    },
  };
}

function coreSeconds(from: NodeJS.CpuUsage, to: NodeJS.CpuUsage): number {
  return Math.round((to.user + to.system - from.user - from.system) / 1000) / 1000;
}

function describeMachine(): Measured['machine'] {
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    processor: `${cpus().length} virtual cores, ${cpus()[0]?.model ?? 'unknown'}`,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    engine: 'DuckDB 1.4.3, native, one thread',
    loadAverageAtEnd: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
