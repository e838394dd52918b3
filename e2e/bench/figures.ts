import type { OpenFacts } from './peers/peer-facts';

/** What one run in the page measured. Times in milliseconds, memory in bytes; null where it could not be measured. */
export interface PageFigures {
  /** From the start of the navigation until the engine is ready and nothing is open yet. */
  start_ms: number;
  /** From choosing the file until the first meter is drawn. */
  load_ms: number;
  /** The part of it until the data is there and only pictures are missing. */
  open_ms: number;
  /** Mean over the meters switched to, until all is drawn; null when the fleet has no other meter. */
  switch_ms: number | null;
  /** Mean over the same meters: all questions of a meter's page, as the page asks them, and nothing drawn. */
  meter_ms: number | null;
  /** From the press on “Before” until what a naive unfold does is drawn; absent in runs before it was measured. */
  before_ms?: number | null;
  totals_ms: number;
  profile_ms: number;
  export_ms: number;
  /** Processor time of all threads of the page's process. */
  load_cpu_ms: number;
  export_cpu_ms: number;
  readings: number;
  exported_bytes: number;
  /** The longest that the page's own thread was busy in one go while meters were switched and the time line was brushed. */
  longest_task_ms: number;
  memory: PageMemory;
}

/** The page's process holds page, engine worker and codec worker; exported parts rest in the browser's process. */
export interface PageMemory {
  /** The engine's heap, which never shrinks: what it took at most, to the first picture and in all. */
  engine_load_bytes: number | null;
  engine_bytes: number | null;
  page_process_idle_bytes: number | null;
  page_process_peak_load_bytes: number | null;
  page_process_peak_bytes: number | null;
  browser_process_idle_bytes: number | null;
  browser_process_peak_bytes: number | null;
  /** JavaScript heap of the page itself after the export. */
  page_heap_bytes: number;
}

/** What a peer sends: its figures, and what it found out when it opened the file. */
export interface PeerRun extends PeerFigures {
  facts: OpenFacts;
}

/** What one run of a peer measured, in a process of its own. */
export interface PeerFigures {
  load_ms: number;
  open_ms: number;
  /** A peer draws nothing: both are its answers to the questions of a meter's page. */
  switch_ms: number | null;
  meter_ms: number | null;
  totals_ms: number;
  profile_ms: number;
  export_ms: number;
  load_cpu_ms: number;
  export_cpu_ms: number;
  readings: number;
  exported_bytes: number;
  process_idle_bytes: number | null;
  process_peak_bytes: number | null;
}

/** DuckDB-Wasm with every reading stored in a table: what the page does not do. More than its memory holds did not fit. */
export type MaterialisedFigures =
  | { made_ms: number; totals_ms: number; profile_ms: number; engine_bytes: number | null }
  | { did_not_fit: true; engine_bytes: number | null };

/** What one run of a Python library measured: it unfolds when it opens, applies no rules and keeps no ledger. */
export interface PythonFigures {
  open_ms: number;
  totals_ms: number;
  profile_ms: number;
  export_ms: number;
  readings: number;
  energy: number;
  process_peak_bytes: number | null;
}

/** The Python peers, in the order in which they run and are told of. */
export const PYTHON_LIBRARIES = ['pandas', 'polars'] as const;
export type PythonLibrary = (typeof PYTHON_LIBRARIES)[number];
export type PythonRun = PythonFigures | { did_not_fit: true };

/** One page run and the native run beside it; the other peers run in some of them. */
export interface PairedRun {
  page: PageFigures;
  native: PeerFigures;
  plain_js: PeerFigures | null;
  materialised: MaterialisedFigures | null;
  /** Absent where no Python had the libraries. */
  python?: Partial<Record<PythonLibrary, PythonRun>>;
}

export interface FleetResult {
  meters: number;
  resolution_minutes: number;
  readings: number;
  source_bytes: number;
  runs: PairedRun[];
}

/** Bytes and times of a first and of a second visit over a slow line. */
export interface VisitFigures {
  wire_bytes: number;
  usable_ms: number;
  engine_ms: number;
}

export interface FirstLoadResult {
  megabits: number;
  latency_ms: number;
  first: VisitFigures[];
  second: VisitFigures[];
}

/** The file of a soak that the last one is held to: by then the browser has met most of the page's code. */
export const WARM_FILES = 5;

/** Memory of one tab after each of many files. */
export interface SoakResult {
  files: number;
  readings: number;
  process_bytes: (number | null)[];
  heap_bytes: number[];
  /** What the page itself keeps on its heap, after the warm file in a tab of its own, and after the last one. */
  warm_data_bytes?: number;
  data_bytes?: number;
  engine_bytes: (number | null)[];
}

/** What one kind of work cost the engine's thread, and how far its memory had grown afterwards. */
export interface WorkCost {
  work: string;
  cpu_ms: number;
  calls: number;
  engine_bytes: number;
}

/** What the engine's thread does for one fleet. Times are processor time in milliseconds. */
export interface EngineProfile {
  meters: number;
  open: WorkCost[];
  parquet_ms: number;
  meter_ms: Record<string, number>;
  totals_ms: number;
  profile_ms: number;
  export_plan_ms: number;
  export_rows_ms: number;
  readings: number;
  engine_open_bytes: number;
  engine_bytes: number;
}

/** A Python library and its version; null where the interpreter does not have it. */
export interface PythonPeer {
  name: PythonLibrary;
  found: string | null;
}

/** Everything that one call of the command found out. */
export interface BenchResult {
  machine: Machine;
  fleets: FleetResult[];
  first_load: FirstLoadResult | null;
  soak: SoakResult | null;
  profiles: EngineProfile[];
  python: PythonPeer[];
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
  hyparquet: string;
  hyparquet_writer: string;
  /** Load averages over one minute. */
  load_at_start: number;
  load_at_end: number;
}

/** A fleet covers a year, so that meters and resolution alone set its size. */
export const FLEET_YEAR = { days: 365, seed: 2022 } as const;

/** The places in the meter list of the meters that a run switches to: the same in the page and natively. */
export function metersToVisit(listed: number): number[] {
  return listed < 4 ? [] : [1, 2, 3].map((quarter) => Math.floor((listed * quarter) / 4));
}
