/**
 * One native run, in a process of its own so that its peak memory is its own.
 * Takes the fleet's path, the output's path and how many meters a list shows;
 * sends its figures to the process that forked it.
 */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { exposeSource } from '../../src/cli/native-source';
import { readFacts } from '../../src/cli/report';
import type { RunFacts } from '../../src/cli/report';
import { ANALYTICAL_TABLE } from '../../src/cli/export-arguments';
import { writeOutput } from '../../src/cli/write-output';
import { DEFAULT_POLICIES } from '../../src/domain/policy';
import { createNodeEngine } from '../../src/engine/node-engine';
import type { NodeConnection } from '../../src/engine/node-engine';
import { runEtl } from '../../src/etl/etl-run';
import { exportMetadata } from '../../src/etl/export-metadata';
import { beginStaging, checkStagedFile, endStaging, stageBatch } from '../../src/etl/staging';
import { METER_SQL } from '../../src/queries/meter-sql';
import { WHOLE_PERIOD } from '../../src/queries/period';
import { ALL_ROOTS } from '../../src/etl/model';
import { metersToVisit } from './figures';
import type { PeerRun } from './figures';
import { FLEET_TOTALS, HOUR_PROFILE } from './fleet-questions';
import { openFacts } from './native-facts';
import { sendFigures } from './peer-process';
import { residentMemory } from './process-figures';

const [, , source = '', output = '', listed = '0'] = process.argv;
await sendFigures(await measure(source, output, Number(listed)));

async function measure(from: string, to: string, listedMeters: number): Promise<PeerRun> {
  const engine = await createNodeEngine({ threads: 1 });
  const connection = await engine.connect();
  const idle = residentMemory(process.pid).now;
  const opened = await timed(() => load(connection, from));
  const drawn = await timed(() => drawMeter(connection, opened.value, 0));
  const loaded = {
    value: opened.value,
    ms: opened.ms + drawn.ms,
    cpu_ms: opened.cpu_ms + drawn.cpu_ms,
  };
  const facts = loaded.value;
  const visited = metersToVisit(listedMeters);
  const switched = await timed(async () => {
    for (const place of visited) await drawMeter(connection, facts, place);
  });
  const totals = await timed(() => connection.query(FLEET_TOTALS));
  const profile = await timed(() => connection.query(HOUR_PROFILE));
  const metadata = metadataOf(facts, from);
  const exported = await timed(() =>
    writeOutput(connection, { out: to, metadata, report: null, choice: ANALYTICAL_TABLE }),
  );
  const found = await openFacts(connection, facts);
  await connection.close();
  await engine.close();
  return {
    facts: found,
    load_ms: loaded.ms,
    open_ms: opened.ms,
    totals_ms: totals.ms,
    profile_ms: profile.ms,
    switch_ms: visited.length ? switched.ms / visited.length : null,
    meter_ms: visited.length ? switched.ms / visited.length : null,
    export_ms: exported.ms,
    load_cpu_ms: loaded.cpu_ms,
    export_cpu_ms: exported.cpu_ms,
    readings: facts.ledger.reduce((total, line) => total + line.readings, 0),
    exported_bytes: statSync(to).size,
    process_idle_bytes: idle,
    process_peak_bytes: residentMemory(process.pid).peak,
  };
}

/** The result of some work with the time on the clock and the processor time that it took. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpu_ms: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - started, cpu_ms: (user + system) / 1000 };
}

/** Stages the file, runs every model and asks what the page asks of the data as a whole. */
async function load(connection: NodeConnection, path: string): Promise<RunFacts> {
  const file = basename(path);
  await beginStaging(connection, false);
  await exposeSource(connection, path, file);
  await stageBatch(connection, { sourceId: 1, firstRow: 0, file, nullKeys: DEFAULT_POLICIES.nullKeys });
  await checkStagedFile(connection, 1, file);
  await runEtl(connection, [{ source_id: 1, source_file: file }], DEFAULT_POLICIES, ALL_ROOTS);
  await endStaging(connection);
  return readFacts(connection);
}

async function drawMeter(connection: NodeConnection, { series }: RunFacts, place: number): Promise<void> {
  const meter = series[place];
  if (!meter) throw new Error(`the fleet has no meter at place ${place}`);
  for (const question of Object.values(METER_SQL)) {
    const parameters = { series_id: meter.series_id, ...WHOLE_PERIOD, holidays: '' };
    await connection.query(question, { parameters });
  }
}

function metadataOf(facts: RunFacts, path: string): Record<string, string> {
  const { size } = statSync(path);
  return exportMetadata({
    createdAt: new Date(),
    policies: DEFAULT_POLICIES,
    // The checksum is work that the page does and this side is spared.
    sources: [{ name: basename(path), sha256: '', bytes: size, rows: facts.ledger[0]?.rows_read ?? 0 }],
    conventions: facts.conventions,
    conversions: facts.conversions,
    ledger: facts.ledger,
    setAside: facts.setAside,
  });
}
