import { markdownTable } from '../../docs/platform/scripts/marked-sections';
import type { BenchResult, FleetResult } from './figures';
import { firstLoadText, machineLines, memoryTable, noiseNotes, readingTable, soakText } from './report-facts';
import { profileText } from './report-profile';
import { pandasVerdict, pythonText } from './report-python';
import { ofNative, ofPage, ofPlainJs, STEPS } from './report-steps';
import type { Pick, Step } from './report-steps';
import { fleetText, megabytes, rangeText, ratioText, timeText, whole } from './report-text';
import { ratioOf, spreadOf } from './spread';

const MEGABYTE = 1e6;
const MOST_ENGINE_BYTES = 512 * 1024 * 1024;
const MOST_HEAP_BYTES = 150 * MEGABYTE;
const MOST_TASK_MS = 200;
const MOST_BEFORE_MS = 500;
const MOST_GROWTH = 1.3;

/** The text of `docs/benchmarks.md`. @param limits what limits each step, from a profile */
export function benchmarkPage(result: BenchResult, limits: string): string {
  const { fleets } = result;
  const parts = [
    '# Benchmarks',
    'Written by `npm run bench`; changes by hand are lost. The figures of every single run are in [benchmarks.json](benchmarks.json).',
    'The built page in headless Chromium, used through its controls as a person uses it, beside native DuckDB with one thread that does the same work through the same SQL, and beside plain JavaScript with hyparquet and hyparquet-writer (`e2e/bench/peers`). Figures are medians, with the least and the most in brackets. A ratio compares the two sides of one run; ratios travel to other machines, times do not.',
    ...noiseNotes(result),
    '## Aims',
    aimTable(fleets),
    '## Growth',
    '![Time for each reading as fleets grow](benchmarks-growth.svg)',
    readingTable(fleets),
    ...STEPS.flatMap((step) => [`## ${step.title}`, step.what, stepTable(step, fleets)]),
    '## Every reading in a table',
    'What it would cost to store all readings in DuckDB-Wasm in place of unfolding them when they are asked for, on top of opening, in one run of each fleet.',
    materialisedTable(fleets),
    '## Python',
    pythonText(result),
    '## Peak memory',
    'The engine’s heap is its WebAssembly memory, which never shrinks, so its size is its peak. The page’s process holds the page, the engine’s worker and the Parquet workers; its peak is the most resident memory it ever had, as Linux counts it (`VmHWM`). The parts of an exported file rest in the browser’s own process. “Before” is with the engine started and no file open, or with the library loaded.',
    memoryTable(fleets),
    '## First load',
    firstLoadText(result.first_load),
    '## Many files in one tab',
    soakText(result.soak),
    limits.trim().replace('<!-- profile -->', profileText(result.profiles)),
    '## How it was measured',
    methodList(result),
  ];
  return `${parts.join('\n\n')}\n`;
}

function aimTable(fleets: readonly FleetResult[]): string {
  const rows: string[][] = [];
  const add = (aim: string, verdict: (fleet: FleetResult) => string) =>
    rows.push([aim, ...fleets.map(verdict)]);
  const judged = (value: number | null | undefined, isMet: (value: number) => boolean, text: string) =>
    value === null || value === undefined ? '–' : `${text} – ${isMet(value) ? 'met' : '**missed**'}`;
  for (const step of STEPS) {
    const { aim, aimAgainstPlainJs } = step;
    if (aim !== null) {
      add(`${step.title}: at most ${aim} × native`, ({ runs }) => {
        const ratio = ratioSpread(runs, ofPage(step), ofNative(step))?.median;
        return judged(ratio, (value) => value <= aim, `${ratioText(ratio ?? 0)} ×`);
      });
    }
    if (aimAgainstPlainJs !== null) {
      add(`${step.title}: ${aimAgainstPlainJs} × faster than plain JavaScript at 1,000 meters`, (fleet) => {
        if (fleet.meters !== 1000) return '–';
        const ratio = ratioSpread(fleet.runs, ofPlainJs(step), ofPage(step))?.median;
        return judged(ratio, (value) => value >= aimAgainstPlainJs, `${ratioText(ratio ?? 0)} ×`);
      });
    }
  }
  if (fleets.some(({ runs }) => runs.some(({ python }) => python?.pandas))) {
    add('Open, fleet totals, hour profile and export: ahead of pandas', pandasVerdict);
  }
  const bytes = (of: Pick, most: number) => (fleet: FleetResult) => {
    const spread = spreadOf(fleet.runs.map(of));
    return judged(spread?.median, (value) => value <= most, `${megabytes(spread)} MB`);
  };
  add(
    'Engine’s heap: at most 512 MiB',
    bytes(({ page }) => page.memory.engine_bytes, MOST_ENGINE_BYTES),
  );
  add(
    'JavaScript heap of the page: at most 150 MB',
    bytes(({ page }) => page.memory.page_heap_bytes, MOST_HEAP_BYTES),
  );
  add('Page’s own thread while switching and brushing: never busy for 200 ms', ({ runs }) => {
    const spread = spreadOf(runs.map(({ page }) => page.longest_task_ms));
    return judged(spread?.median, (value) => value < MOST_TASK_MS, `${whole(spread?.median ?? 0)} ms`);
  });
  add('“Before” switch, from the press until it is drawn: under 500 ms', ({ runs }) => {
    const spread = spreadOf(runs.map(({ page }) => page.before_ms ?? null));
    return judged(spread?.median, (value) => value < MOST_BEFORE_MS, `${whole(spread?.median ?? 0)} ms`);
  });
  addGrowth(rows, fleets);
  return markdownTable(['Aim', ...fleets.map(fleetText)], rows);
}

/** Time per reading at 5,000 meters against that at 1,000, of the medians. */
function addGrowth(rows: string[][], fleets: readonly FleetResult[]): void {
  const [base, large] = [1000, 5000].map((meters) =>
    fleets.find((fleet) => fleet.meters === meters && fleet.resolution_minutes === 60),
  );
  if (!base || !large) return;
  const each = (fleet: FleetResult, step: Step) =>
    ratioOf(spreadOf(fleet.runs.map(ofPage(step)))?.median ?? null, fleet.readings);
  for (const step of STEPS.filter(({ figure }) => figure === 'open_ms' || figure === 'export_ms')) {
    const growth = ratioOf(each(large, step), each(base, step));
    if (growth === null) continue;
    const verdict = `${ratioText(growth)} × – ${growth <= MOST_GROWTH ? 'met' : '**missed**'}`;
    const name = `${step.title}, time for each reading: at most ${MOST_GROWTH} × that at 1,000 meters`;
    rows.push([name, ...fleets.map((fleet) => (fleet === large ? verdict : '–'))]);
  }
}

function stepTable(step: Step, fleets: readonly FleetResult[]): string {
  const [page, native, plainJs] = [ofPage(step), ofNative(step), ofPlainJs(step)];
  const rows = fleets
    .filter(({ runs }) => spreadOf(runs.map(page)) !== null)
    .map((fleet) => [
      fleetText(fleet),
      whole(fleet.readings),
      String(fleet.runs.length),
      ...[page, native, plainJs].map((pick) => timeText(spreadOf(fleet.runs.map(pick)))),
      rangeText(ratioSpread(fleet.runs, page, native)),
      rangeText(ratioSpread(fleet.runs, plainJs, page)),
    ]);
  const head = [
    'Fleet',
    'Readings',
    'Runs',
    'Page',
    'Native',
    'Plain JS',
    'Page ÷ native',
    'Plain JS ÷ page',
  ];
  return markdownTable(head, rows);
}

function materialisedTable(fleets: readonly FleetResult[]): string {
  const rows = fleets.flatMap((fleet) =>
    fleet.runs.flatMap(({ materialised, page }) => {
      if (!materialised) return [];
      const bytes = megabytes(spreadOf([materialised.engine_bytes]));
      if ('did_not_fit' in materialised) return [[fleetText(fleet), 'did not fit', '–', '–', bytes]];
      const beside = (stored: number, folded: number) =>
        `${whole(stored)} ms beside ${whole(folded)} ms folded`;
      return [
        [
          fleetText(fleet),
          timeText(spreadOf([materialised.made_ms])),
          beside(materialised.totals_ms, page.totals_ms),
          beside(materialised.profile_ms, page.profile_ms),
          bytes,
        ],
      ];
    }),
  );
  return markdownTable(
    ['Fleet', 'To store them', 'Fleet totals', 'Hour profile', 'Engine’s heap then, MB'],
    rows,
  );
}

function methodList({ machine, fleets }: BenchResult): string {
  const counts = fleets.map((fleet) => `${fleet.runs.length} with ${fleetText(fleet)}`).join(', ');
  return [
    '- Fleets are invented from a seed: 365 days, Europe/Vilnius, the spring slot empty, the autumn slot a sum.',
    `- Runs: ${counts}. Before them one run that is not counted. Page and native take turns at going first.`,
    '- Every run has a new browser with an empty profile and new processes, so nothing is warm but the disk cache. The page compiles its WebAssembly anew each time; six seconds after its engine is ready, about what a person takes to find a file, the file is chosen. In them the page rehearses its main job on its samples, as it does for everybody who has not told the browser to save data.',
    '- The page’s own clock measures, from the event (file chosen, click) to the frame after the status says so.',
    '- All sides must report the same number of readings, and page and native hold the written file to the ledger, or the command fails. What plain JavaScript wrote was compared with native’s file row by row when it was written: they are equal.',
    '- Plain JavaScript reads a copy of the fleet in snappy, since hyparquet undoes zstd only with a further library. It runs in Node, whose JavaScript machine is Chromium’s.',
    ...machineLines(machine),
  ].join('\n');
}

function ratioSpread(runs: FleetResult['runs'], page: Pick, native: Pick) {
  return spreadOf(runs.map((run) => ratioOf(page(run), native(run))));
}
