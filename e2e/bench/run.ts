/**
 * `npm run bench [-- --only 1,100,1000,5000,1000@15,first-load,soak,profile --runs 5,3 --files 100 --out FOLDER
 * --python PATH]`: measures the built page in Chromium beside native DuckDB with one thread, plain
 * JavaScript, a table of all readings, and pandas and polars where the Python has them, on seeded fleets, and writes
 * `docs/benchmarks.md`, `docs/benchmarks.json` and `docs/benchmarks-growth.svg`.
 * A part that is left out keeps the figures of the last call, so that the whole can be measured in several
 * quiet hours: `--only 1000` measures that fleet alone. All parts together take about an hour.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { provideChromium } from '../setup/chromium.mjs';
import { benchFleets } from './bench-fleets';
import type { FleetPlan } from './bench-fleets';
import { FLEET_YEAR } from './figures';
import type { BenchResult, FleetResult } from './figures';
import { measureFirstLoad } from './first-load';
import { growthChart } from './growth-chart';
import { writeFleet } from '../corpus/fleet';
import { describeMachine } from './machine';
import { profileFleets } from './engine-profile';
import { findPython } from './peers/python';
import { benchmarkPage } from './report';
import { servePage } from './served-page';
import { soak } from './soak';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const LIMITS = fileURLToPath(new URL('./limits.md', import.meta.url));
/** Short runs scatter more, so there are more of them; the largest take minutes each. */
const FLEETS: readonly FleetPlan[] = [
  { meters: 1, resolutionMinutes: 60, runs: 5 },
  { meters: 100, resolutionMinutes: 60, runs: 5 },
  { meters: 1000, resolutionMinutes: 60, runs: 5 },
  { meters: 5000, resolutionMinutes: 60, runs: 5 },
  { meters: 1000, resolutionMinutes: 15, runs: 5 },
];
const FIRST_LOAD_RUNS = 3;
const SOAK = { files: 100, meters: [1, 20, 60] } as const;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string' },
    files: { type: 'string', default: String(SOAK.files) },
    out: { type: 'string', default: DOCS },
    python: { type: 'string', default: 'python3' },
  },
});

const room = mkdtempSync(join(tmpdir(), 'meterfold-bench-'));
process.on('exit', () => rmSync(room, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const OTHER_PARTS = ['first-load', 'soak', 'profile'];
const parts = options.only?.split(',') ?? null;
const unknown = parts?.find((part) => !/^\d+(@\d+)?$/.test(part) && !OTHER_PARTS.includes(part));
if (unknown !== undefined) throw new Error(`--only: no part is called ${unknown}`);

await bench(new Set(parts ?? OTHER_PARTS));

/** The usual fleets, or those of `--only`, with the runs of `--runs`: one number for each, or one for all. */
function chosenFleets(): FleetPlan[] {
  const runs = options.runs?.split(',').map(Number) ?? [];
  const wanted = parts
    ?.filter((part) => !OTHER_PARTS.includes(part))
    .map((text) => {
      const [meters = 1, resolutionMinutes = 60] = text.split('@').map(Number);
      return { meters, resolutionMinutes, runs: 5 };
    });
  return (wanted ?? FLEETS).map((fleet, place) => ({ ...fleet, runs: runs[place] ?? runs[0] ?? fleet.runs }));
}

/** The fleets measured now beside those of earlier calls, smallest first. */
function withEarlier(before: readonly FleetResult[], now: readonly FleetResult[]): FleetResult[] {
  const nameOf = (fleet: FleetResult) => `${fleet.meters}@${fleet.resolution_minutes}`;
  const fresh = new Set(now.map(nameOf));
  return [...before.filter((fleet) => !fresh.has(nameOf(fleet))), ...now].sort(
    (one, other) => other.resolution_minutes - one.resolution_minutes || one.meters - other.meters,
  );
}

/** Runs section after section and writes what is known after each, so that an interrupted call leaves its results. */
async function bench(sections: ReadonlySet<string>): Promise<void> {
  const chromium = provideChromium();
  const finish = await describeMachine(chromium);
  const python = findPython(options.python);
  const before = earlier();
  // Figures of an earlier call keep the versions that they were measured with.
  const isPresent = python.some(({ found }) => found !== null);
  const result: BenchResult = { ...before, machine: finish(), python: isPresent ? python : before.python };
  console.log('Building the page…');
  const folder = join(room, 'page');
  const served = await servePage(folder);
  const write = () => writeResult({ ...result, machine: finish() });
  try {
    const plan = chosenFleets();
    if (plan.length > 0) {
      const libraries = python.filter(({ found }) => found !== null).map(({ name }) => name);
      const place = { room, chromium, address: served.address, python: options.python, libraries };
      await benchFleets(place, plan, (fleets) => {
        result.fleets = withEarlier(before.fleets, fleets);
        write();
      });
    }
    if (sections.has('first-load')) {
      result.first_load = await measureFirstLoad(chromium, folder, FIRST_LOAD_RUNS);
      write();
    }
    if (sections.has('soak')) {
      const sources: string[] = [];
      for (const meters of SOAK.meters) {
        const path = join(room, `soak-${meters}.parquet`);
        await writeFleet(path, { meters, resolutionMinutes: 60, ...FLEET_YEAR });
        sources.push(path);
      }
      const readings = (SOAK.meters.reduce((sum, meters) => sum + meters, 0) * 8760) / SOAK.meters.length;
      const place = { executablePath: chromium, address: served.address, sources };
      result.soak = await soak(place, readings, Number(options.files));
      write();
    }
    if (sections.has('profile')) result.profiles = await profileFleets(room);
    write();
  } finally {
    await served.close();
  }
}

/** What the last call found out. */
function earlier(): Omit<BenchResult, 'machine'> {
  const path = join(options.out, 'benchmarks.json');
  const nothing = { fleets: [], first_load: null, soak: null, profiles: [], python: [] };
  if (!existsSync(path)) return nothing;
  const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<BenchResult>;
  // Figures of an older form of this command cannot be shown beside new ones.
  return found.profiles ? { ...nothing, ...found } : nothing;
}

function writeResult(result: BenchResult): void {
  writeFileSync(join(options.out, 'benchmarks.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(options.out, 'benchmarks-growth.svg'), growthChart(result.fleets));
  writeFileSync(join(options.out, 'benchmarks.md'), benchmarkPage(result, readFileSync(LIMITS, 'utf8')));
}
