import type { Channel, Fuel } from '../../domain/series';
import { foldDays, type TrueReading } from './fold';
import { deliver, PORTFOLIO_FLAWS, type DeliveredDay, type Flaws } from './portfolio-flaws';
import { PORTFOLIO_METERS, type PortfolioMeter } from './portfolio-meters';
import { mulberry32, seedFrom } from './random';
import { isoDate, MINUTE, vilniusIntervals } from './vilnius-clock';
import { makeWeather, type Weather } from './weather';

export const PORTFOLIO_FIRST_DATE = '2023-01-01';
export const PORTFOLIO_LAST_DATE = '2024-12-31';
const SEED = 20_230_101;

/** One series of the portfolio: its rows in file order, values in watt-hours, and the truth about it. */
export interface PortfolioSeries {
  client_id: string;
  ext_dev_ref: string;
  fuel: Fuel;
  channel: Channel;
  resolution_minutes: number;
  rows: DeliveredDay[];
  truth: SeriesTruth;
}

/** What an honest unfolding of the series must find. Energy in watt-hours. */
export interface SeriesTruth {
  /** Real intervals from the first local date to the last. */
  readings: number;
  /** Readings without a value. */
  missing: number;
  /** Readings that share a doubled wall-clock slot. */
  split: number;
  energy_wh: number;
  rows_set_aside: number;
  values_set_aside: number;
  energy_set_aside_wh: number;
}

/** The realistic portfolio: 12 meters, 16 series, two years, always the same; without `flaws` it is clean. */
export function buildPortfolio(flaws: Readonly<Record<string, Flaws>> = PORTFOLIO_FLAWS): PortfolioSeries[] {
  const first = isoDate(PORTFOLIO_FIRST_DATE);
  const last = isoDate(PORTFOLIO_LAST_DATE);
  const weather = makeWeather(SEED, first - 1440 * MINUTE, last + 2 * 1440 * MINUTE);
  return PORTFOLIO_METERS.flatMap((meter) =>
    meterSeries(meter, weather, first, last, flaws[meter.ext_dev_ref] ?? {}),
  );
}

function meterSeries(
  meter: PortfolioMeter,
  weather: Weather,
  first: number,
  last: number,
  flaws: Flaws,
): PortfolioSeries[] {
  const behave = meter.build(weather, mulberry32(SEED ^ seedFrom(meter.ext_dev_ref)));
  const readings = new Map<Channel, TrueReading[]>(meter.channels.map((channel) => [channel, []]));
  for (const interval of vilniusIntervals(first, last, meter.resolution_minutes)) {
    const output = behave(interval);
    for (const [channel, list] of readings) list.push({ ...interval, value: output[channel] ?? 0 });
  }
  return [...readings].map(([channel, list]) => {
    const folded = foldDays(list, meter.resolution_minutes, meter.encoding);
    const rows = deliver(folded, flaws);
    return {
      client_id: meter.client_id,
      ext_dev_ref: meter.ext_dev_ref,
      fuel: meter.fuel,
      channel,
      resolution_minutes: meter.resolution_minutes,
      rows,
      truth: seriesTruth(list, rows, meter.encoding === 'elapsed' ? 0 : repeatedReadings(list)),
    };
  });
}

/** Compares what truly happened with what was delivered. */
function seriesTruth(
  readings: readonly TrueReading[],
  rows: readonly DeliveredDay[],
  split: number,
): SeriesTruth {
  const kept = rows.filter((row) => row.setAside === null);
  const dropped = rows.filter((row) => row.setAside !== null);
  const keptValues = countValues(kept);
  // A doubled slot is one value and two readings.
  return {
    readings: readings.length,
    missing: readings.length - keptValues - split / 2,
    split,
    energy_wh: sumValues(kept),
    rows_set_aside: dropped.length,
    values_set_aside: countValues(dropped),
    energy_set_aside_wh: sumValues(dropped),
  };
}

/** Readings whose wall-clock time occurs twice. No flaw touches a clock-change day. */
function repeatedReadings(readings: readonly TrueReading[]): number {
  const seen = new Set<number>();
  let doubled = 0;
  for (const { local } of readings) {
    if (seen.has(local)) doubled += 1;
    seen.add(local);
  }
  return doubled * 2;
}

function countValues(rows: readonly DeliveredDay[]): number {
  return rows.reduce((count, row) => count + row.values.filter((value) => value !== null).length, 0);
}

function sumValues(rows: readonly DeliveredDay[]): number {
  return rows.reduce(
    (total, row) => total + row.values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    0,
  );
}
