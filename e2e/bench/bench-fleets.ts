import { rmSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { MOST_ROWS } from '../../src/ui/meter-filter';
import { writeFleet } from '../corpus/fleet';
import { FLEET_YEAR } from './figures';
import type { FleetResult, PairedRun, PythonLibrary } from './figures';
import { runPeer } from './native-run';
import { runPage } from './page-run';
import { requireSameFacts } from './peers/peer-facts';
import { runPython } from './peers/python';
import type { PeerFigures, PeerRun } from './figures';

export interface FleetPlan {
  meters: number;
  resolutionMinutes: number;
  runs: number;
}

interface Place {
  room: string;
  chromium: string;
  address: string;
  /** The interpreter, and which of the libraries it has. */
  python: string;
  libraries: readonly PythonLibrary[];
}

/** Plain JavaScript and Python hold every reading in memory: they run beside each run of fleets of up to this many. */
const PEER_READINGS = 10_000_000;
/** The other peers scatter little beside the page; they run in the first so many runs. */
const PEER_RUNS = 5;
const MATERIALISED_RUNS = 1;
/** Of larger fleets Python runs once, where it has the memory. */
const LARGE_PYTHON_RUNS = 1;
/** Sums of floating-point numbers in another order differ behind here. */
const ENERGY_SHARE = 1e-9;

/** Measures fleet after fleet and reports what is known after each run. */
export async function benchFleets(
  place: Place,
  plan: readonly FleetPlan[],
  report: (fleets: FleetResult[]) => void,
): Promise<void> {
  // The first run finds cold disk caches; it is not counted.
  await benchFleet(place, { meters: 1, resolutionMinutes: 60, runs: 1 }, () => undefined);
  const fleets: FleetResult[] = [];
  for (const fleet of plan) {
    fleets.push(await benchFleet(place, fleet, (soFar) => report([...fleets, soFar])));
    report(fleets);
  }
}

async function benchFleet(
  place: Place,
  { meters, resolutionMinutes, runs: count }: FleetPlan,
  report: (fleet: FleetResult) => void,
): Promise<FleetResult> {
  const source = join(place.room, `fleet-${meters}-${resolutionMinutes}.parquet`);
  await writeFleet(source, { meters, resolutionMinutes, ...FLEET_YEAR });
  const fleet: FleetResult = {
    meters,
    resolution_minutes: resolutionMinutes,
    readings: 0,
    source_bytes: statSync(source).size,
    runs: [],
  };
  for (let run = 1; run <= count; run++) {
    const figures = await runOnce(place, source, meters, run);
    fleet.runs.push(figures);
    fleet.readings = figures.native.readings;
    console.log(
      `${meters} meters at ${resolutionMinutes} min, run ${run} of ${count}: ${progressText(figures)}`,
    );
    report(fleet);
  }
  rmSync(source);
  return fleet;
}

/** Page and native one after the other, taking turns at going first, so that noise hits both alike. */
async function runOnce(place: Place, source: string, meters: number, run: number): Promise<PairedRun> {
  const { room, chromium, address } = place;
  const output = join(room, 'peer.parquet');
  const listed = Math.min(meters, MOST_ROWS);
  const page = () => runPage(chromium, address, source, run <= MATERIALISED_RUNS);
  const pageFirst = run % 2 === 0 ? await page() : null;
  const native = await runPeer('native', source, output, listed);
  const fromPage = pageFirst ?? (await page());
  const isSmall = native.readings <= PEER_READINGS && run <= PEER_RUNS;
  const plain_js = isSmall ? await runPlainJs(room, source, output, listed) : null;
  const python = isSmall || run <= LARGE_PYTHON_RUNS ? await runLibraries(place, source, output, native) : {};
  rmSync(output);
  for (const [who, readings] of Object.entries({
    page: fromPage.page.readings,
    plain_js: plain_js?.readings,
  })) {
    if (readings !== undefined && readings !== native.readings) {
      throw new Error(`${who}: ${readings} readings, native: ${native.readings}`);
    }
  }
  if (plain_js) requireSameFacts(native.facts, plain_js.facts);
  const { page: figures, materialised } = fromPage;
  return {
    page: figures,
    native: figuresOf(native),
    plain_js: plain_js && figuresOf(plain_js),
    materialised,
    python,
  };
}

/** The Python libraries one after the other. @throws Error when one has other readings or energy than native */
async function runLibraries(
  { python, libraries }: Place,
  source: string,
  output: string,
  native: PeerRun,
): Promise<NonNullable<PairedRun['python']>> {
  const runs: NonNullable<PairedRun['python']> = {};
  const energy = Object.values(native.facts.series).reduce((sum, [, , , of]) => sum + of, 0);
  for (const library of libraries) {
    const figures = await runPython(python, library, source, output);
    runs[library] = figures;
    if ('did_not_fit' in figures) continue;
    const isSame =
      figures.readings === native.readings && Math.abs(figures.energy - energy) <= ENERGY_SHARE * energy;
    if (!isSame) {
      throw new Error(
        `${library}: ${figures.readings} readings, energy ${figures.energy}; native: ${native.readings}, ${energy}`,
      );
    }
  }
  return runs;
}

/** Facts are for comparison, and not kept. */
function figuresOf({ facts: _facts, ...figures }: PeerRun): PeerFigures {
  return figures;
}

/** The same file in a compression that hyparquet knows by itself, which is also the one it undoes fastest. */
async function runPlainJs(room: string, source: string, output: string, listed: number) {
  const readable = join(room, 'snappy.parquet');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(
    `copy (select * from read_parquet($source)) to '${readable}' (format parquet, compression snappy)`,
    { source },
  );
  connection.closeSync();
  instance.closeSync();
  try {
    return await runPeer('plain-js', readable, output, listed);
  } finally {
    rmSync(readable);
  }
}

function progressText({ page, native, plain_js }: PairedRun): string {
  const all = (step: 'load_ms' | 'export_ms') =>
    [page, native, plain_js].map((one) => (one ? Math.round(one[step]) : '–')).join(' / ');
  return `load ${all('load_ms')} ms, export ${all('export_ms')} ms (page / native / plain JavaScript), load average ${loadavg()[0]?.toFixed(1)}`;
}
