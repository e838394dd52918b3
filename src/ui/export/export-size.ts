import type { SeriesRow } from '../../queries/rows/series';
import { chosenColumns } from '../../session/chosen-columns';
import type { ExportChoice, ExportFormat } from '../../session/chosen-sql';
import type { OpenSource } from '../../session/session-state';

/** What decides how large a file will be, apart from the choice. */
export interface SizeFacts {
  rows: number;
  /** Files in the zip; 1 without one. */
  files: number;
  /** Of the metadata that each file carries. */
  metadataBytes: number;
  series: readonly SeriesRow[];
  sources: readonly OpenSource[];
}

/** Bytes of a value in Arrow's own layout; texts take their length and four more. */
const ARROW_BYTES: Readonly<Record<string, number>> = {
  timestamp_utc: 8,
  timestamp_local: 8,
  utc_offset_minutes: 2,
  interval_minutes: 4,
  minutes: 4,
  local_date: 4,
  local_hour: 1,
  iso_weekday: 1,
  is_weekend: 0.2,
  local_month: 1,
  energy: 8,
  intervals: 4,
  intervals_with_value: 4,
  minutes_known: 4,
  coverage: 8,
  intervals_split: 4,
  intervals_suspect: 4,
  intervals_estimated: 4,
  energy_estimated: 8,
  source_row: 4,
  source_slot: 2,
};

/** Characters of a value in a CSV; texts take their length. */
const CSV_CHARACTERS: Readonly<Record<string, number>> = {
  timestamp_utc: 20,
  timestamp_local: 19,
  utc_offset_minutes: 3,
  interval_minutes: 2.2,
  minutes: 4,
  local_date: 10,
  local_hour: 1.6,
  iso_weekday: 1,
  is_weekend: 4.7,
  local_month: 1.3,
  energy: 5.5,
  intervals: 2,
  intervals_with_value: 2,
  minutes_known: 4,
  coverage: 1.5,
  intervals_split: 1,
  intervals_suspect: 1,
  intervals_estimated: 1,
  energy_estimated: 0.3,
  source_row: 4,
  source_slot: 1.6,
};

/** Packed bytes of a value in Parquet, measured on the samples; a text that repeats takes next to nothing. */
const PARQUET_BYTES: Readonly<Record<string, number>> = {
  timestamp_utc: 1.5,
  timestamp_local: 1.5,
  local_date: 0.15,
  local_hour: 0.1,
  source_slot: 0.1,
};
const PARQUET_TEXT_OR_NUMBER = 0.03;

/** Packed bytes of a reading where no source file tells. */
const PARQUET_ENERGY_BYTES = 2.5;
/** The frame of a Parquet file: its schema and statistics. */
const PARQUET_FRAME_BYTES = 16_000;
/** What is left of the frame of a Parquet file in a zip. */
const PACKED_FRAME_SHARE = 0.45;
/** What is left of a CSV or Arrow file in a zip. */
const PACKED_SHARE: Readonly<Record<ExportFormat, number>> = { parquet: 1, csv: 0.06, arrow: 0.08 };

/** About how many bytes the chosen file will have: within a factor of two on the samples, which a test holds. */
export function sizeInBytes(choice: ExportChoice, facts: SizeFacts): number {
  const columns = choice.columns ?? chosenColumns(choice.resolution);
  const { format, byMonth } = choice;
  const perRow = columns.reduce((sum, name) => sum + valueBytes(name, choice, facts), 0);
  const frame = format === 'parquet' ? PARQUET_FRAME_BYTES * (byMonth ? PACKED_FRAME_SHARE : 1) : 0;
  const own = format === 'csv' ? 0 : facts.metadataBytes;
  const share = byMonth ? PACKED_SHARE[format] : 1;
  // A zip says of its files once what each would say.
  return facts.rows * perRow * share + frame * facts.files + own;
}

function valueBytes(name: string, { format, resolution }: ExportChoice, facts: SizeFacts): number {
  if (format === 'csv') return (CSV_CHARACTERS[name] ?? textLength(name, facts)) + 1;
  if (format === 'arrow') return ARROW_BYTES[name] ?? textLength(name, facts) + 4.1;
  if (name === 'energy') return resolution === 'native' ? readingBytes(facts.sources) : 6;
  return PARQUET_BYTES[name] ?? PARQUET_TEXT_OR_NUMBER;
}

/** How long the texts of a column are on average. */
function textLength(name: string, { series, sources }: SizeFacts): number {
  const mean = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  if (name === 'source_file') return mean(sources.map((source) => source.name));
  if (name === 'quality') return 8;
  if (name === 'quality_rule') return 0.3;
  const key = name as 'client_id' | 'ext_dev_ref' | 'fuel' | 'channel' | 'unit';
  return mean(series.map((row) => row[key]));
}

/** Packed bytes of a reading in the open Parquet files themselves. */
function readingBytes(sources: readonly OpenSource[]): number {
  const packed = sources.filter(({ container }) => container === 'parquet');
  const values = packed.reduce((sum, source) => sum + source.values, 0);
  if (values === 0) return PARQUET_ENERGY_BYTES;
  const bytes = packed.reduce((sum, source) => sum + source.bytes, 0);
  return Math.min(8, Math.max(0.05, bytes / values));
}
