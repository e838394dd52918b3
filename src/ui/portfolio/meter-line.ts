import { channelText, fuelText } from '../../charts/series-text';
import type { MeterTableRow } from '../../queries/rows/portfolio';
import type { FindingRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import { seriesKey } from '../meter-filter';

/** One line of the meter table: a series, its figures as far as they have come, and what was found. */
export interface MeterLine {
  key: string;
  series: SeriesRow;
  /** Null until the figures have been asked for. */
  figures: MeterTableRow | null;
  /** Null until it has been asked for, and where nothing is known. */
  base_load_per_hour: number | null;
  /** Known intervals over all, 0 to 1. */
  completeness: number | null;
  /** Mean over peak, 0 to 1. */
  load_factor: number | null;
  findings: FindingRow[];
  /** What the search looks at, in lower case. */
  searched: string;
}

/** A rule whose outcome is the ordinary course of things: an hour that happens twice, shared out as it should be. */
const ORDINARY_RULES: ReadonlySet<string> = new Set(['wall_clock_summed', 'zero_in_nonexistent_hour']);

/** The findings that ask for a look. */
export const toLookAt = (findings: readonly FindingRow[]): FindingRow[] =>
  findings.filter((row) => !ORDINARY_RULES.has(row.rule));

/** The lines of all series, in the order given. */
export function meterLines(
  series: readonly SeriesRow[],
  findings: readonly FindingRow[],
  table: readonly MeterTableRow[],
  baseLoads: ReadonlyMap<number, number>,
): MeterLine[] {
  const figuresOf = new Map(table.map((row) => [row.series_id, row]));
  const findingsOf = new Map<number, FindingRow[]>();
  for (const row of toLookAt(findings)) {
    const known = findingsOf.get(row.series_id);
    if (known) known.push(row);
    else findingsOf.set(row.series_id, [row]);
  }
  return series.map((row) => {
    const figures = figuresOf.get(row.series_id) ?? null;
    return {
      key: seriesKey(row),
      series: row,
      figures,
      base_load_per_hour: baseLoads.get(row.series_id) ?? null,
      completeness: figures && figures.intervals > 0 ? figures.intervals_known / figures.intervals : null,
      load_factor:
        figures && figures.mean_per_hour !== null && figures.peak_per_hour
          ? figures.mean_per_hour / figures.peak_per_hour
          : null,
      findings: findingsOf.get(row.series_id) ?? [],
      searched:
        `${row.ext_dev_ref} ${row.client_id} ${fuelText(row.fuel)} ${channelText(row.channel)} ${row.unit}`.toLowerCase(),
    };
  });
}

/** What the table can be sorted by. */
export const SORT_COLUMNS = [
  'meter',
  'client',
  'fuel',
  'channel',
  'total',
  'completeness',
  'findings',
  'base',
  'peak',
  'factor',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface MeterOrder {
  column: SortColumn;
  descending: boolean;
}

/** Which lines are shown; an empty text means any. */
export interface MeterChoice {
  search: string;
  fuel: string;
  channel: string;
  client: string;
  onlyFindings: boolean;
}

export const EVERY_METER: Readonly<MeterChoice> = {
  search: '',
  fuel: '',
  channel: '',
  client: '',
  onlyFindings: false,
};

/** The lines that the choice lets through, in their order. */
export function chooseLines(lines: readonly MeterLine[], choice: Readonly<MeterChoice>): MeterLine[] {
  const words = choice.search.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(
    ({ series, findings, searched }) =>
      (!choice.fuel || series.fuel === choice.fuel) &&
      (!choice.channel || series.channel === choice.channel) &&
      (!choice.client || series.client_id === choice.client) &&
      (!choice.onlyFindings || findings.length > 0) &&
      words.every((word) => searched.includes(word)),
  );
}

const TEXT_COLUMNS: ReadonlySet<SortColumn> = new Set(['meter', 'client', 'fuel', 'channel']);

/** Numbers read best with the largest first, names from A on. */
export const startsDescending = (column: SortColumn): boolean => !TEXT_COLUMNS.has(column);

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** The lines in another order; equal ones keep theirs, and a line without the figure comes last either way. */
export function sortLines(lines: readonly MeterLine[], { column, descending }: MeterOrder): MeterLine[] {
  const sign = descending ? -1 : 1;
  const text = TEXT_OF[column];
  if (text) {
    return lines.toSorted((one, other) => sign * collator.compare(text(one.series), text(other.series)));
  }
  const value = NUMBER_OF[column] ?? (() => null);
  return lines.toSorted((one, other) => {
    const [first, second] = [value(one), value(other)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  });
}

const TEXT_OF: Readonly<Partial<Record<SortColumn, (series: SeriesRow) => string>>> = {
  meter: (series) => series.ext_dev_ref,
  client: (series) => series.client_id,
  fuel: (series) => series.fuel,
  channel: (series) => series.channel,
};

const NUMBER_OF: Readonly<Partial<Record<SortColumn, (line: MeterLine) => number | null>>> = {
  total: (line) => line.figures?.total_energy ?? null,
  completeness: (line) => line.completeness,
  findings: (line) => line.findings.length,
  base: (line) => line.base_load_per_hour,
  peak: (line) => line.figures?.peak_per_hour ?? null,
  factor: (line) => line.load_factor,
};
