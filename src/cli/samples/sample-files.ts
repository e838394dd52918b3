import { buildPortfolio, type PortfolioSeries } from './portfolio';
import { dateColumn, listColumn, parquetBytes, textColumn } from './parquet-columns';
import { foldDays } from './fold';
import { isoDate, vilniusIntervals } from './vilnius-clock';

/** The bytes of `sample-year.parquet`: one hourly meter, 2022, every true reading 100. */
export function sampleYearBytes(): Uint8Array {
  const truth = vilniusIntervals(isoDate('2022-01-01'), isoDate('2022-12-31'), 60);
  const days = foldDays(
    truth.map((interval) => ({ ...interval, value: 100 })),
    60,
    'wall-clock-summed',
  );
  const lists = days.map(({ values }) => values.map((value) => (value === null ? null : BigInt(value))));
  return parquetBytes([
    textColumn('client_id', constant('demo-client', days.length)),
    dateColumn(
      'date',
      days.map(({ date }) => date),
    ),
    textColumn('ext_dev_ref', constant('demo-meter-1', days.length)),
    listColumn('energy_consumption', { type: 'INT64' }, lists),
    textColumn('resolution', constant('60min', days.length)),
  ]);
}

/** The bytes of `sample-portfolio.parquet`: one row group per series, so that each has a dictionary of its own. */
export function samplePortfolioBytes(series: readonly PortfolioSeries[] = buildPortfolio()): Uint8Array {
  const perRow = <T>(value: (of: PortfolioSeries) => T) =>
    series.flatMap((of) => new Array<T>(of.rows.length).fill(value(of)));
  const rows = series.flatMap((of) => of.rows);
  const lists = rows.map(({ values }) =>
    values.map((wattHours) => (wattHours === null ? null : wattHours / 1000)),
  );
  return parquetBytes(
    [
      textColumn(
        'client_id',
        perRow((of) => of.client_id),
      ),
      dateColumn(
        'date',
        rows.map(({ date }) => date),
      ),
      textColumn(
        'ext_dev_ref',
        perRow((of) => of.ext_dev_ref),
      ),
      listColumn('energy_consumption', { type: 'DOUBLE' }, lists),
      textColumn(
        'resolution',
        perRow((of) => `${of.resolution_minutes}min`),
      ),
      textColumn(
        'fuel',
        perRow((of) => of.fuel),
      ),
      textColumn(
        'channel',
        perRow((of) => of.channel),
      ),
      textColumn('unit', constant('kWh', rows.length)),
    ],
    { rowGroupSize: series.map((of) => of.rows.length) },
  );
}

function constant(text: string, length: number): string[] {
  return new Array<string>(length).fill(text);
}
