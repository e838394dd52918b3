import { markdownTable } from '../../docs/platform/scripts/marked-sections';
import type { BenchResult, FleetResult, Machine, PairedRun } from './figures';
import { megabytes, metersText, microseconds, rangeText, ratioText, timeText, whole } from './report-text';
import { ratioOf, spreadOf } from './spread';

type Pick = (run: PairedRun) => number | null;

/** A step that page and native both do. */
interface Step {
  title: string;
  what: string;
  page: Pick;
  native: Pick;
  /** The most that the page may take, as a multiple of native. */
  aim?: number;
}

const STEPS: readonly Step[] = [
  {
    title: 'Load and first picture',
    what: 'From choosing the file until the first meter is drawn: read, stage, transform, check the ledger, list the meters, ask and draw. Native does the same without drawing and without the file’s checksum.',
    page: ({ page }) => page.load_ms,
    native: ({ native }) => native.load_ms,
    aim: 2,
  },
  {
    title: 'Another meter',
    what: 'From a click in the meter list until all its pictures are drawn; native asks the same seven questions. Mean of three meters a run.',
    page: ({ page }) => page.switch_ms,
    native: ({ native }) => native.switch_ms,
  },
  {
    title: 'Export to Parquet',
    what: 'From the click until “Saved”: every reading written (zstd), the file read back and compared. Native writes the same rows in one `COPY`, reads back and compares.',
    page: ({ page }) => page.export_ms,
    native: ({ native }) => native.export_ms,
    aim: 1.5,
  },
];

/** The text of `docs/benchmarks.md`. */
export function benchmarkPage(result: BenchResult): string {
  const parts = [
    '# Benchmarks',
    'Written by `npm run bench`; changes by hand are lost. The figures of every single run are in [benchmarks.json](benchmarks.json).',
    'The built page in headless Chromium, used through its controls as a person uses it, beside native DuckDB with one thread that does the same work through the same SQL. Figures are medians, with the least and the most in brackets. A ratio compares the two sides of one run; ratios travel to other machines, times do not.',
    ...noiseNotes(result),
    '## Aims',
    aimTable(result.fleets),
    ...STEPS.flatMap((step) => [`## ${step.title}`, step.what, stepTable(step, result.fleets)]),
    '## Processor time',
    'All threads of the page’s process added up, the engine’s compiler and the Parquet workers among them; natively, of the one process. Waiting for a core does not count here, so these ratios depend less on what else the machine does. The page spends it on several threads at once: its times above can be shorter. Files and blobs are served by the browser’s own process, which is not counted.',
    processorTable(result.fleets),
    '## Peak memory',
    'The page’s process holds the page, the engine’s worker and the Parquet workers; its peak is the most resident memory it ever had, as Linux counts it (`VmHWM`). The parts of an exported file rest in the browser’s own process. “Before” is with the engine started and no file open, or, natively, with the library loaded.',
    memoryTable(result.fleets),
    '## For each reading',
    readingTable(result.fleets),
    '## Start of the page',
    'From the start of the navigation to a started engine, in a browser that has never seen the page, served from this machine. Not part of the times above; native has nothing to set against it.',
    startTable(result.fleets),
    '## How it was measured',
    methodList(result),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What a reader must know before trusting the times. */
function noiseNotes({ machine, fleets }: BenchResult): string[] {
  const notes: string[] = [];
  if (Math.max(machine.load_at_start, machine.load_at_end) > machine.cores) {
    notes.push(
      `**The machine was busy with other work** (load average ${machine.load_at_start} at the start, ${machine.load_at_end} at the end, ${machine.cores} cores). The times are longer than on a quiet machine, and the ratios less certain: the page wants both cores where native wants one, so company probably costs it more. Take the verdicts below as provisional and repeat the command on a quiet machine.`,
    );
  }
  const few = fleets.filter(({ runs }) => runs.length < 5);
  if (few.length > 0) {
    notes.push(
      `**Fewer than five runs** for ${few.map(({ meters, runs }) => `${metersText(meters)} (${runs.length})`).join(', ')}: take the spread there as a hint only.`,
    );
  }
  return notes;
}

function aimTable(fleets: readonly FleetResult[]): string {
  const rows = STEPS.flatMap(({ title, aim, page, native }) => {
    if (aim === undefined) return [];
    const verdicts = fleets.map(({ runs }) => {
      const ratio = ratioSpread(runs, page, native);
      if (!ratio) return '–';
      return `${ratioText(ratio.median)} × – ${ratio.median <= aim ? 'met' : '**missed**'}`;
    });
    return [[`${title}: at most ${aim} × native`, ...verdicts]];
  });
  return markdownTable(['Aim', ...fleets.map(({ meters }) => metersText(meters))], rows);
}

function stepTable({ page, native }: Step, fleets: readonly FleetResult[]): string {
  const rows = fleets
    .filter(({ runs }) => spreadOf(runs.map(page)) !== null)
    .map(({ meters, readings, runs }) => {
      const times = [page, native].map((pick) => timeText(spreadOf(runs.map(pick))));
      const range = rangeText(ratioSpread(runs, page, native));
      return [metersText(meters), whole(readings), String(runs.length), ...times, range];
    });
  return markdownTable(['Fleet', 'Readings', 'Runs', 'Page', 'Native', 'Page ÷ native'], rows);
}

function processorTable(fleets: readonly FleetResult[]): string {
  const steps: [string, Pick, Pick][] = [
    ['Load', ({ page }) => page.load_cpu_ms, ({ native }) => native.load_cpu_ms],
    ['Export', ({ page }) => page.export_cpu_ms, ({ native }) => native.export_cpu_ms],
  ];
  const rows = fleets.map(({ meters, runs }) => [
    metersText(meters),
    ...steps.flatMap(([, page, native]) => [
      timeText(spreadOf(runs.map(page))),
      timeText(spreadOf(runs.map(native))),
      rangeText(ratioSpread(runs, page, native)),
    ]),
  ]);
  const head = steps.flatMap(([name]) => [`${name}, page`, 'native', 'page ÷ native']);
  return markdownTable(['Fleet', ...head], rows);
}

function memoryTable(fleets: readonly FleetResult[]): string {
  const columns: [string, Pick][] = [
    ['Page process, before', ({ page }) => page.memory.page_process_idle_bytes],
    ['peak to first picture', ({ page }) => page.memory.page_process_peak_load_bytes],
    ['peak in all', ({ page }) => page.memory.page_process_peak_bytes],
    ['JavaScript heap of the page at the end', ({ page }) => page.memory.page_heap_bytes],
    ['Browser process, before', ({ page }) => page.memory.browser_process_idle_bytes],
    ['its peak', ({ page }) => page.memory.browser_process_peak_bytes],
    ['Native process, before', ({ native }) => native.process_idle_bytes],
    ['its peak', ({ native }) => native.process_peak_bytes],
  ];
  const rows = fleets.map(({ meters, runs }) => [
    metersText(meters),
    ...columns.map(([, pick]) => megabytes(spreadOf(runs.map(pick)))),
  ]);
  return markdownTable(['Fleet, in MB', ...columns.map(([name]) => name)], rows);
}

function readingTable(fleets: readonly FleetResult[]): string {
  const rows = fleets.map(({ meters, readings, source_bytes, runs }) => {
    const each = (pick: Pick) => ratioOf(spreadOf(runs.map(pick))?.median ?? null, readings);
    const bytes = (value: number | null) => value?.toFixed(2) ?? '–';
    return [
      metersText(meters),
      microseconds(each(({ page }) => page.load_ms)),
      microseconds(each(({ native }) => native.load_ms)),
      microseconds(each(({ page }) => page.export_ms)),
      microseconds(each(({ native }) => native.export_ms)),
      bytes(ratioOf(source_bytes, readings)),
      bytes(each(({ page }) => page.exported_bytes)),
      bytes(each(({ native }) => native.exported_bytes)),
    ];
  });
  const head = [
    'Load, page',
    'native',
    'Export, page',
    'native',
    'Bytes read',
    'Bytes exported, page',
    'native',
  ];
  return markdownTable(['Fleet', ...head], rows);
}

function startTable(fleets: readonly FleetResult[]): string {
  const starts = fleets.flatMap(({ runs }) => runs.map(({ page }) => page.start_ms));
  return markdownTable(
    ['Runs', 'Page and engine ready'],
    [[String(starts.length), timeText(spreadOf(starts))]],
  );
}

function methodList({ machine, fleets }: BenchResult): string {
  const counts = fleets.map(({ meters, runs }) => `${runs.length} with ${metersText(meters)}`).join(', ');
  return [
    '- Fleets are invented from a seed: 365 days of 60 minutes, Europe/Vilnius, the spring slot empty, the autumn slot a sum.',
    `- Runs: ${counts}. Before them one pair of runs that is not counted. Page and native take turns, and take turns at going first.`,
    '- Every run has a new browser with an empty profile and a new native process, so nothing is warm but the disk cache. The page compiles its WebAssembly anew each time; six seconds after its engine is ready, about what a person takes to find a file, the file is chosen. In them the page rehearses its main job on the small sample.',
    '- The page’s own clock measures, from the event (file chosen, click) to the frame after the status says so.',
    '- Both sides must report the same number of readings, and both hold the written file to the ledger, or the command fails.',
    ...machineLines(machine),
  ].join('\n');
}

function machineLines(machine: Machine): string[] {
  const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    `- Machine: ${machine.processor}, ${machine.cores} cores, ${(machine.memory_bytes / 2 ** 30).toFixed(1)} GiB of memory, ${machine.system}.`,
    `- Software: Chromium ${machine.browser}, DuckDB-Wasm ${machine.duckdb_wasm}, parquet-wasm ${machine.parquet_wasm}; native DuckDB ${machine.duckdb_native} with one thread, Node ${machine.node}.`,
    `- From ${minute(machine.started_at)} to ${minute(machine.ended_at)}; load average over one minute ${machine.load_at_start} at the start, ${machine.load_at_end} at the end (the benchmark’s own work included).`,
  ];
}

function ratioSpread(runs: readonly PairedRun[], page: Pick, native: Pick) {
  return spreadOf(runs.map((run) => ratioOf(page(run), native(run))));
}
