import type { AppError } from '../domain/app-error';
import type { Policies } from '../domain/policy';
import type { SourceStamp } from '../etl/export-metadata';
import type { FileScan, LeftOut, Selection } from '../domain/selection';
import type { InputMapping, Shape } from '../readers/input-mapping';
import type { NamedMapping } from '../readers/named-mapping';
import type { Container } from '../readers/input-table';
import type { InputInspection } from '../readers/open-input';
import type { ConventionRow, PolicyPreviewRow } from '../queries/rows/clock-changes';
import type { ConversionRow, LedgerRow, SetAsideRow } from '../queries/rows/ledger';
import type { FindingRow } from '../queries/rows/quality';
import type { SeriesRow } from '../queries/rows/series';

/** One named step of a longer job, with what is done so far. `total` is null until it is known. */
export interface Stage {
  name: 'inspecting' | 'reading' | 'staging' | 'checking' | 'writing' | 'verifying';
  done: number;
  total: number | null;
  unit: 'rows' | 'files' | 'models' | 'readings';
  /** How large the file is that the stage writes, so far. */
  bytes?: number;
  state: 'waiting' | 'running' | 'done';
}

/** The job that is running; there is at most one. */
export interface Activity {
  kind: 'open' | 'policies' | 'export';
  /** What it works on, for the person: a file's name or "3 files". */
  subject: string;
  stages: Stage[];
  cancelling: boolean;
}

/** A file that is open. */
export interface OpenSource {
  source_id: number;
  name: string;
  bytes: number;
  rows: number;
  /** Items of all its arrays, nulls included: what it takes of the engine's memory. */
  values: number;
  sha256: string;
  container: Container;
  shape: Shape;
  /** How its columns are read, by their names; null for a file of the input contract. */
  mapping: NamedMapping | null;
  /** What a person chose of it, and what that left out; absent for a file that is open whole. */
  part?: { selection: Selection; leftOut: LeftOut };
}

/** Files that are too large, of which a person may choose a part. */
export interface SelectionRequest {
  /** For the person: a file's name or "3 files". */
  subject: string;
  scan: FileScan;
  /** How much of their rows fits, from 0 to 1. */
  fits: number;
}

/** A file whose columns a person is asked about. */
export interface MappingRequest {
  file: string;
  inspection: InputInspection;
  /** What recognition proposes, or what is in use. */
  mapping: InputMapping;
  /** Why it is asked; null when the person wants to change what is in use. */
  refusal: AppError | null;
}

/** What an exported Meterfold file says of itself. */
export interface ExportStory {
  file: string;
  rows: number;
  /** Whether the export options chose what it holds: then its rows may be a part or sums, its ledger is that of the whole. */
  isChosen: boolean;
  etlVersion: string;
  createdAt: string;
  policies: Policies;
  sources: SourceStamp[];
  /** Files of earlier versions may lack fields of it. */
  conventions: Partial<ConventionRow>[];
  ledger: LedgerRow[];
  setAside: SetAsideRow[];
}

/** Everything about the data that is open, as of one finished run. */
export interface Dataset {
  /** Grows with every finished run: a changed value means that every question must be asked again. */
  version: number;
  sources: OpenSource[];
  policies: Policies;
  series: SeriesRow[];
  conventions: ConventionRow[];
  conversions: ConversionRow[];
  ledger: LedgerRow[];
  setAside: SetAsideRow[];
  findings: FindingRow[];
}

/** An export that was written, read back and checked. */
export interface SavedExport {
  name: string;
  format: 'parquet' | 'csv' | 'arrow';
  bytes: number;
  rows: number;
  energy: { unit: string; fuel: string; channel: string; energy: string }[];
  checks: string[];
}

/** A choice that was tried and not applied, with what it would change. */
export interface PolicyPreview {
  change: Partial<Policies>;
  rows: PolicyPreviewRow[];
}

export interface SessionState {
  /** Set while a person weighs a choice: what it would change. */
  preview: PolicyPreview | null;
  engine: { phase: 'starting' | 'ready' | 'failed'; loadedBytes: number; totalBytes: number | null };
  dataset: Dataset | null;
  activity: Activity | null;
  refusal: AppError | null;
  /** A refusal that a different policy would lift: what the "way on" button runs. */
  wayOn: { label: string; run: () => void } | null;
  /** Set while a person is asked how a file's columns are meant. */
  mapping: MappingRequest | null;
  /** Set while a person chooses a part of files that are too large. */
  selection: SelectionRequest | null;
  saved: SavedExport | null;
  /** Set when a dropped file turned out to be one of our own exports: what it says of itself. */
  story: ExportStory | null;
  /** The last thing worth saying that is neither a refusal nor a result; a new object each time. */
  notice: { text: string } | null;
}
