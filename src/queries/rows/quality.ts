/**
 * What the rules found, where, and how much of each series is known.
 * Row types of the questions that the views ask, one interface per `.sql` file of
 * the same name. Instants are milliseconds since the epoch: `_utc` true UTC, `_local`
 * the local wall clock written as if it were UTC (draw with UTC scales). `energy` is
 * in the series' unit; null means that no value is known.
 */

/** `findings.sql`: grain one rule of one series. */
export interface FindingRow {
  rule: string;
  severity: 'finding' | 'suspect' | 'set_aside';
  series_id: number;
  count: number;
  first_date: number | null;
  last_date: number | null;
}

/** `finding_places.sql`: grain one place that a rule points at. Up to 200, from `skipped` on. */
export interface FindingPlaceRow {
  rule: string;
  severity: 'finding' | 'suspect' | 'set_aside';
  series_id: number | null;
  /** Null for a date, a month, a year or a whole series. */
  source_id: number | null;
  source_file: string | null;
  /** Row of the file, from 0. */
  source_row: number | null;
  local_date: number | null;
  last_date: number | null;
  /** First slot of the array, from 0; null where the whole row or period is meant. */
  first_slot: number | null;
  /** Readings, rows, hours or days, as the rule says. */
  count: number;
  /** What was found there and what the rule allows, in the rule's measure. */
  found: number | null;
  threshold: number | null;
}

/** `quality_places.sql`: grain one place of one rule. */
export interface QualityPlaceRow {
  rule: string;
  severity: FindingRow['severity'];
  /** 0 for rows that belong to no series. */
  series_id: number;
  source_file: string | null;
  /** Counted from 0. */
  source_row: number | null;
  local_date: number | null;
  last_date: number | null;
  first_slot: number | null;
  clock_minute: number | null;
  finding_count: number;
  value: number | null;
  found: number | null;
  threshold: number | null;
  /** How many places there are in all, those left out included. */
  place_count: number;
}

/** `coverage_day.sql`: grain one local date of one series, or the first of a month for monthly readings. */
export interface CoverageDayRow {
  local_date: number;
  /** Intervals that truly exist on the date; the counts after it are of these. */
  intervals: number;
  intervals_known: number;
  intervals_split: number;
  intervals_suspect: number;
  intervals_estimated: number;
  /** Source rows of the date that do not count. */
  rows_set_aside: number;
  /** A row that counts covers the date. */
  has_row: boolean;
  /** How many local dates the line covers. */
  days: number;
}

/** `coverage_week.sql`: grain one series. */
export interface CoverageWeekRow {
  series_id: number;
  intervals: number;
  intervals_known: number;
  first_week: number;
  /** One sign per week: `c` complete, `9` to `0` tenths known, `-` nothing known, blank outside the series. */
  weeks: string;
}
