/**
 * `npm run bench [-- --meters 1,100 --runs 5,3 --out FOLDER]`: measures the built
 * page in Chromium beside native DuckDB with one thread, on seeded fleets, and
 * writes `docs/benchmarks.md` and `docs/benchmarks.json`.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MOST_ROWS } from '../../src/ui/meter-filter';
import { writeFleet } from '../corpus/fleet';
import { provideChromium } from '../setup/chromium.mjs';
import { FLEET_YEAR } from './figures';
import type { BenchResult, FleetResult, PairedRun } from './figures';
import { describeMachine } from './machine';
import { runNative } from './native-run';
import { runPage } from './page-run';
import { benchmarkPage } from './report';
import { servePage } from './served-page';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const FEWEST_RUNS = 5;
/** Short runs scatter more, so there are more of them. */
const FLEETS = [
  { meters: 1, runs: 9 },
  { meters: 100, runs: 7 },
  { meters: 1000, runs: 5 },
];

const { values: options } = parseArgs({
  options: { meters: { type: 'string' }, runs: { type: 'string' }, out: { type: 'string', default: DOCS } },
});

const room = mkdtempSync(join(tmpdir(), 'meterfold-bench-'));
process.on('exit', () => rmSync(room, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await bench(chosenFleets());

/** The usual fleets, or those of `--meters`, with the runs of `--runs`: one number for each, or one for all. */
function chosenFleets(): typeof FLEETS {
  const runs = options.runs?.split(',').map(Number) ?? [];
  const sizes = options.meters?.split(',').map(Number) ?? FLEETS.map(({ meters }) => meters);
  return sizes.map((meters, place) => ({
    meters,
    runs: runs[place] ?? runs[0] ?? FLEETS.find((usual) => usual.meters === meters)?.runs ?? FEWEST_RUNS,
  }));
}

/** Runs fleet after fleet and writes what is known after each, so that an interrupted call leaves its results. */
async function bench(plan: typeof FLEETS): Promise<void> {
  const chromium = provideChromium();
  const finish = await describeMachine(chromium);
  console.log('Building the page…');
  const served = await servePage(join(room, 'page'));
  const pair: RunPairOf = (source, meters, run) =>
    runPair({ chromium, address: served.address, source, meters, run });
  try {
    await warmUp(pair);
    const fleets: FleetResult[] = [];
    for (const { meters, runs } of plan) {
      fleets.push(await benchFleet(meters, runs, pair));
      writeResult({ machine: finish(), fleets });
    }
  } finally {
    await served.close();
  }
}

function writeResult(result: BenchResult): void {
  writeFileSync(join(options.out, 'benchmarks.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(options.out, 'benchmarks.md'), benchmarkPage(result));
}

type RunPairOf = (source: string, meters: number, run: number) => Promise<PairedRun>;

/** The first run finds cold disk caches; it is not counted. */
async function warmUp(pair: RunPairOf): Promise<void> {
  const source = join(room, 'warm-up.parquet');
  await writeFleet(source, { meters: 1, ...FLEET_YEAR });
  await pair(source, 1, 0);
}

async function benchFleet(meters: number, count: number, pair: RunPairOf): Promise<FleetResult> {
  const source = join(room, `fleet-${meters}.parquet`);
  await writeFleet(source, { meters, ...FLEET_YEAR });
  const runs: PairedRun[] = [];
  for (let run = 1; run <= count; run++) {
    const figures = await pair(source, meters, run);
    runs.push(figures);
    console.log(`${meters} meters, run ${run} of ${count}: ${progressText(figures)}`);
  }
  const source_bytes = statSync(source).size;
  rmSync(source);
  return { meters, readings: runs[0]?.native.readings ?? 0, source_bytes, runs };
}

interface PairPlan {
  chromium: string;
  address: string;
  source: string;
  meters: number;
  run: number;
}

/** Page and native one after the other, taking turns at going first, so that noise hits both alike. */
async function runPair({ chromium, address, source, meters, run }: PairPlan): Promise<PairedRun> {
  const output = join(room, 'native.parquet');
  const native = () => runNative(source, output, Math.min(meters, MOST_ROWS));
  const page = () => runPage(chromium, address, source);
  const pageFirst = run % 2 === 0 ? await page() : null;
  const nativeFigures = await native();
  const figures = { page: pageFirst ?? (await page()), native: nativeFigures };
  rmSync(output);
  if (figures.page.readings !== figures.native.readings) {
    throw new Error(`page: ${figures.page.readings} readings, native: ${figures.native.readings}`);
  }
  return figures;
}

function progressText({ page, native }: PairedRun): string {
  const both = (step: string, one: number, other: number) =>
    `${step} ${Math.round(one)} ms beside ${Math.round(other)} ms`;
  const load = both('load', page.load_ms, native.load_ms);
  return `${load}, ${both('export', page.export_ms, native.export_ms)}, load average ${loadavg()[0]?.toFixed(1)}`;
}
