import { markdownTable } from '../../docs/platform/scripts/marked-sections';
import { WARM_FILES } from './figures';
import type { BenchResult, FirstLoadResult, FleetResult, Machine, PairedRun, SoakResult } from './figures';
import { fleetText, megabytes, microseconds, timeText, whole } from './report-text';
import { ratioOf, spreadOf } from './spread';

const FEWEST_RUNS = 5;

/** What a reader must know before trusting the times. */
export function noiseNotes({ machine, fleets }: BenchResult): string[] {
  const notes: string[] = [];
  // The benchmark's own work keeps both cores busy, so only what stands beside it counts.
  if (machine.load_at_start > machine.cores) {
    notes.push(
      `**The machine was busy with other work** (load average ${machine.load_at_start} at the start, ${machine.cores} cores). The times are longer than on a quiet machine, and the ratios less certain: the page wants both cores where native wants one, so company costs it more.`,
    );
  }
  const few = fleets.filter(({ runs }) => runs.length < FEWEST_RUNS);
  if (few.length > 0) {
    notes.push(
      `**Fewer than five runs** for ${few.map((fleet) => `${fleetText(fleet)} (${fleet.runs.length})`).join(', ')}: take the spread there as a hint only.`,
    );
  }
  return notes;
}

export function memoryTable(fleets: readonly FleetResult[]): string {
  const columns: [string, (run: PairedRun) => number | null][] = [
    ['Engine’s heap to first picture', ({ page }) => page.memory.engine_load_bytes],
    ['in all', ({ page }) => page.memory.engine_bytes],
    ['JavaScript heap of the page at the end', ({ page }) => page.memory.page_heap_bytes],
    ['Page process, before', ({ page }) => page.memory.page_process_idle_bytes],
    ['peak in all', ({ page }) => page.memory.page_process_peak_bytes],
    ['Browser process, peak', ({ page }) => page.memory.browser_process_peak_bytes],
    ['Native process, peak', ({ native }) => native.process_peak_bytes],
    ['Plain JS process, peak', ({ plain_js }) => plain_js?.process_peak_bytes ?? null],
  ];
  const rows = fleets.map((fleet) => [
    fleetText(fleet),
    ...columns.map(([, pick]) => megabytes(spreadOf(fleet.runs.map(pick)))),
  ]);
  return markdownTable(['Fleet, in MB', ...columns.map(([name]) => name)], rows);
}

export function readingTable(fleets: readonly FleetResult[]): string {
  const rows = fleets.map((fleet) => {
    const { readings, source_bytes, runs } = fleet;
    const each = (pick: (run: PairedRun) => number | null) =>
      ratioOf(spreadOf(runs.map(pick))?.median ?? null, readings);
    const bytes = (value: number | null) => value?.toFixed(2) ?? '–';
    return [
      fleetText(fleet),
      microseconds(each(({ page }) => page.load_ms)),
      microseconds(each(({ native }) => native.load_ms)),
      microseconds(each(({ page }) => page.load_cpu_ms)),
      microseconds(each(({ native }) => native.load_cpu_ms)),
      microseconds(each(({ page }) => page.export_ms)),
      microseconds(each(({ native }) => native.export_ms)),
      microseconds(each(({ page }) => page.export_cpu_ms)),
      microseconds(each(({ native }) => native.export_cpu_ms)),
      bytes(ratioOf(source_bytes, readings)),
      bytes(each(({ page }) => page.exported_bytes)),
    ];
  });
  const head = ['Open and first picture, page', 'native', 'processor time, page', 'native'];
  const exported = ['Export, page', 'native', 'processor time, page', 'native'];
  return markdownTable(['For each reading', ...head, ...exported, 'Bytes read', 'Bytes exported'], rows);
}

export function firstLoadText(result: FirstLoadResult | null): string {
  if (!result) return 'Not measured yet.';
  const rows = (['first', 'second'] as const).map((visit) => {
    const runs = result[visit];
    return [
      visit === 'first' ? 'First visit' : 'Second visit',
      String(runs.length),
      megabytes(spreadOf(runs.map(({ wire_bytes }) => wire_bytes)), 2),
      timeText(spreadOf(runs.map(({ usable_ms }) => usable_ms))),
      timeText(spreadOf(runs.map(({ engine_ms }) => engine_ms))),
    ];
  });
  const table = markdownTable(['', 'Runs', 'MB over the wire', 'Empty page usable', 'Engine ready'], rows);
  return `Precompressed files (brotli) over a line of ${result.megabits} Mbit/s that all requests share, with ${result.latency_ms} ms before each answer. The line is slow at the server, so that workers wait for it as the page does. Bytes are those of all answers until eight seconds after the engine was ready, what is kept for use without a network among them.\n\n${table}`;
}

const warmAndLast = (values: readonly (number | null)[]): [number | null, number | null] => [
  values[WARM_FILES - 1] ?? null,
  values.at(-1) ?? null,
];

export function soakText(soak: SoakResult | null): string {
  if (!soak || soak.process_bytes.length < WARM_FILES) return 'Not measured yet.';
  const rows = (
    [
      ['Page process', ...warmAndLast(soak.process_bytes)],
      ['JavaScript heap of the page', ...warmAndLast(soak.heap_bytes)],
      [
        'of it what the page keeps: objects, texts, functions',
        soak.warm_data_bytes ?? null,
        soak.data_bytes ?? null,
      ],
      ['Engine’s heap', ...warmAndLast(soak.engine_bytes)],
    ] as const
  ).map(([name, warm, last]) => {
    const growth = ratioOf(last, warm);
    const verdict =
      growth === null
        ? '–'
        : `${((growth - 1) * 100).toFixed(1)} % – ${growth <= 1.1 ? 'met' : '**missed**'}`;
    return [name, ...[warm, last].map((value) => megabytes(spreadOf([value]))), verdict];
  });
  const table = markdownTable(
    ['MB', `After file ${WARM_FILES}`, `After file ${soak.files}`, 'Growth, at most 10 %'],
    rows,
  );
  return `${soak.files} files of ${whole(soak.readings)} readings on average, one after the other in one tab, the first of them six seconds after the engine was ready: opened, another meter looked at, exported, closed. Memory is that of the page when nothing is open after a file, garbage collected. The JavaScript heap holds the browser’s compiled code as well, which grows with the ways through it that were met.\n\n${table}`;
}

export function machineLines(machine: Machine): string[] {
  const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    `- Machine: ${machine.processor}, ${machine.cores} cores, ${(machine.memory_bytes / 2 ** 30).toFixed(1)} GiB of memory, ${machine.system}.`,
    `- Software: Chromium ${machine.browser}, DuckDB-Wasm ${machine.duckdb_wasm}, parquet-wasm ${machine.parquet_wasm}; native DuckDB ${machine.duckdb_native} with one thread, Node ${machine.node}; hyparquet ${machine.hyparquet}, hyparquet-writer ${machine.hyparquet_writer}.`,
    `- From ${minute(machine.started_at)} to ${minute(machine.ended_at)}; load average over one minute ${machine.load_at_start} at the start, ${machine.load_at_end} at the end (the benchmark’s own work included).`,
  ];
}
