import type { ArrowConnection } from '../engine/engine';
import type { Coding } from '../parquet/parquet-codec';
import exportPlan from '../queries/export_plan.sql?raw';
import type { OpenSource } from './session-state';

/** Readings per query: enough to amortise it, few enough to sort their days in memory. */
const READINGS_PER_RUN = 2_000_000;

interface PlannedSeries {
  series_rank: number;
  series_id: number;
  client_id: string;
  ext_dev_ref: string;
  fuel: string;
  channel: string;
  unit: string;
  row_count: number;
}

/** Neighbouring series that one query writes. */
export interface SeriesRun {
  rows: number;
  /** For `export_day.sql`. */
  parameters: { first_rank: number; last_rank: number; first_id: number; last_id: number };
}

export interface ExportPlan {
  runs: SeriesRun[];
  /** What the numbers of series and sources stand for. */
  codings: Coding[];
  /** Readings in all. */
  total: number;
}

/** A source file as an export names it. */
export type NamedSource = Pick<OpenSource, 'source_id' | 'name'>;

/** Plans an export of everything that is open, in runs of bounded size. */
export async function planExport(
  connection: ArrowConnection,
  sources: readonly NamedSource[],
  signal: AbortSignal,
): Promise<ExportPlan> {
  const series = await connection.query<PlannedSeries>(exportPlan, { signal });
  const sourceCoding: Coding = {
    column: 'source_id',
    codes: sources.map(({ source_id }) => source_id),
    texts: { source_file: sources.map(({ name }) => name) },
  };
  return {
    runs: runsOf(series).map(seriesRun),
    codings: [seriesCoding(series), sourceCoding],
    total: series.reduce((sum, { row_count }) => sum + row_count, 0),
  };
}

/** Without a series there is still a file to write, its columns and no rows: one run of nobody. */
function runsOf(series: readonly PlannedSeries[]): PlannedSeries[][] {
  const runs: PlannedSeries[][] = [[]];
  let rows = 0;
  for (const one of series) {
    if (rows > 0 && rows + one.row_count > READINGS_PER_RUN) {
      runs.push([]);
      rows = 0;
    }
    runs.at(-1)!.push(one);
    rows += one.row_count;
  }
  return runs;
}

function seriesRun(members: readonly PlannedSeries[]): SeriesRun {
  const ids = members.map(({ series_id }) => series_id);
  return {
    rows: members.reduce((sum, { row_count }) => sum + row_count, 0),
    parameters: {
      first_rank: members[0]?.series_rank ?? 0,
      last_rank: members.at(-1)?.series_rank ?? 0,
      first_id: ids.reduce((least, id) => Math.min(least, id), ids[0] ?? 0),
      last_id: ids.reduce((most, id) => Math.max(most, id), ids[0] ?? 0),
    },
  };
}

function seriesCoding(series: readonly PlannedSeries[]): Coding {
  const of = (name: 'client_id' | 'ext_dev_ref' | 'fuel' | 'channel' | 'unit') =>
    series.map((one) => one[name]);
  return {
    column: 'series_id',
    codes: series.map(({ series_id }) => series_id),
    texts: {
      client_id: of('client_id'),
      ext_dev_ref: of('ext_dev_ref'),
      fuel: of('fuel'),
      channel: of('channel'),
      unit: of('unit'),
    },
  };
}
