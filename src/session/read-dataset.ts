import type { ArrowConnection } from '../engine/engine';
import type { Policies } from '../domain/policy';
import conventions from '../queries/conventions.sql?raw';
import conversions from '../queries/conversions.sql?raw';
import findings from '../queries/findings.sql?raw';
import ledger from '../queries/ledger.sql?raw';
import type { ConventionRow } from '../queries/rows/clock-changes';
import type { ConversionRow, LedgerRow, SetAsideRow } from '../queries/rows/ledger';
import type { FindingRow } from '../queries/rows/quality';
import type { SeriesRow } from '../queries/rows/series';
import seriesList from '../queries/series_list.sql?raw';
import setAside from '../queries/set_aside.sql?raw';
import type { Progress } from './progress';
import type { Dataset, OpenSource } from './session-state';

/** Asks what the page shows of the data as a whole, as of the run that has just finished. */
export async function readDataset(
  connection: ArrowConnection,
  version: number,
  sources: readonly OpenSource[],
  policies: Policies,
  progress: Progress,
): Promise<Dataset> {
  const questions = 6;
  const ask = async <R extends object>(done: number, sql: string): Promise<R[]> => {
    const rows = await connection.query<R>(sql);
    progress.stage('checking', done, questions);
    return rows;
  };
  return {
    version,
    sources: [...sources],
    policies,
    series: await ask<SeriesRow>(1, seriesList),
    conventions: await ask<ConventionRow>(2, conventions),
    ledger: await ask<LedgerRow>(3, ledger),
    setAside: await ask<SetAsideRow>(4, setAside),
    findings: await ask<FindingRow>(5, findings),
    conversions: await ask<ConversionRow>(6, conversions),
  };
}

/** The first and last local date that any series has. */
export function datesOf({ series }: Dataset): { first: number; last: number } {
  return series.reduce(
    ({ first, last }, { first_date, last_date }) => ({
      first: Math.min(first, first_date),
      last: Math.max(last, last_date),
    }),
    { first: Infinity, last: -Infinity },
  );
}
