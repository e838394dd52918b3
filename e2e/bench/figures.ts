/** What one run in the page measured. Times in milliseconds, memory in bytes; null where it could not be measured. */
export interface PageFigures {
  /** From the start of the navigation until the engine is ready and nothing is open yet. */
  start_ms: number;
  load_ms: number;
  /** Mean over the meters switched to; null when the fleet has no other meter. */
  switch_ms: number | null;
  export_ms: number;
  /** Processor time of all threads of the page's process. */
  load_cpu_ms: number;
  export_cpu_ms: number;
  readings: number;
  exported_bytes: number;
  memory: PageMemory;
}

/** The page's process holds page, engine worker and codec worker; exported parts rest in the browser's process. */
export interface PageMemory {
  page_process_idle_bytes: number | null;
  page_process_peak_load_bytes: number | null;
  page_process_peak_bytes: number | null;
  browser_process_idle_bytes: number | null;
  browser_process_peak_bytes: number | null;
  /** JavaScript heap of the page itself after the export. */
  page_heap_bytes: number;
}

/** What one run of native DuckDB measured, in a process of its own. */
export interface NativeFigures {
  load_ms: number;
  switch_ms: number | null;
  export_ms: number;
  load_cpu_ms: number;
  export_cpu_ms: number;
  readings: number;
  exported_bytes: number;
  process_idle_bytes: number | null;
  process_peak_bytes: number | null;
}

/** One page run and the native run beside it. */
export interface PairedRun {
  page: PageFigures;
  native: NativeFigures;
}

export interface FleetResult {
  meters: number;
  readings: number;
  source_bytes: number;
  runs: PairedRun[];
}

/** Everything that one call of the command found out. */
export interface BenchResult {
  machine: Machine;
  fleets: FleetResult[];
}

export interface Machine {
  started_at: string;
  ended_at: string;
  processor: string;
  cores: number;
  memory_bytes: number;
  system: string;
  node: string;
  browser: string;
  duckdb_native: string;
  duckdb_wasm: string;
  parquet_wasm: string;
  /** Load averages over one minute. */
  load_at_start: number;
  load_at_end: number;
}

/** A fleet covers a year of hourly readings, so that meters alone set its size. */
export const FLEET_YEAR = { days: 365, resolutionMinutes: 60, seed: 2022 } as const;

/** The places in the meter list of the meters that a run switches to: the same in the page and natively. */
export function metersToVisit(listed: number): number[] {
  return listed < 4 ? [] : [1, 2, 3].map((quarter) => Math.floor((listed * quarter) / 4));
}
