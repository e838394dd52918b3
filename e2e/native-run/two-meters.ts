import { isoDate } from '../../src/cli/samples/vilnius-clock';
import { WHOLE_PERIOD } from '../../src/queries/period';
import type { SeriesRow } from '../../src/queries/rows/series';
import type { ExpectedReading } from '../corpus/corpus-types';
import { seriesRows, vilniusClock, withDay, withValues } from '../corpus/meter-rows';
import type { LabelledRow } from '../corpus/truth';
import { expectedReadings } from '../corpus/truth';
import { runFiles } from './native-run';
import { sqlFiles } from './sql-files';
import type { TestFolder } from './test-folder';

/** Two meters that have been through the ETL, what must have come of them, and a way to ask the page's questions. */
export interface TwoMeters {
  /** A year of hours as it lies in the file: a day absent, a null hour, and the sum in autumn. */
  year: readonly LabelledRow[];
  /** What must come of `meter-1`, that year. */
  first: ExpectedReading[];
  /** What must come of `meter-2`: two weeks of quarters of an hour, 23 hours on one day. */
  second: ExpectedReading[];
  ask<R extends object>(question: string, parameters?: Record<string, number | string>): Promise<R[]>;
  /** Asks about one meter, `meter-1` unless told, for all it has unless told. */
  askSeries<R extends object>(
    question: string,
    meter?: string,
    more?: Record<string, number | string>,
  ): Promise<R[]>;
  close(): Promise<void>;
}

/** Writes both into the folder and runs them through native DuckDB. */
export async function openTwoMeters(folder: TestFolder): Promise<TwoMeters> {
  const questions = new Map(sqlFiles('src/queries').map((file) => [file.name, file.text]));
  const year: LabelledRow[] = withDay(
    seriesRows({ first: '2022-01-01', last: '2022-12-31' }).filter(
      ({ row }) => row.date !== isoDate('2022-07-04'),
    ),
    '2022-08-08',
    (label) => withValues(label, [null, ...(label.row.energy_consumption ?? []).slice(1)]),
  );
  const quarters = seriesRows({
    first: '2022-03-20',
    last: '2022-04-02',
    minutes: 15,
    encoding: 'elapsed',
    fields: { ext_dev_ref: 'meter-2', channel: 'import', unit: 'kWh' },
  });
  const run = await runFiles([
    folder.writeRows('year.parquet', year),
    folder.writeRows('quarters.parquet', quarters),
  ]);
  const ask = <R extends object>(question: string, parameters: Record<string, number | string> = {}) =>
    run.connection.query<R>(questions.get(question)!, { parameters });
  const list = await ask<SeriesRow>('series_list');
  const idOf = (meter: string) => list.find((series) => series.ext_dev_ref === meter)!.series_id;
  return {
    year,
    first: expectedReadings(year, vilniusClock(60)),
    second: expectedReadings(quarters, vilniusClock(15)),
    ask,
    askSeries: (question, meter = 'meter-1', more = {}) =>
      ask(question, { series_id: idOf(meter), ...WHOLE_PERIOD, ...more }),
    close: () => run.close(),
  };
}
