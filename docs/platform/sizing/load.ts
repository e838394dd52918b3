import type { Rates } from './measured';

/** How often a series has a reading, and what share of all series do. */
export interface Frequency {
  name: 'monthly' | 'daily' | 'hourly' | '15 minutes';
  share: number;
  readingsPerDay: number;
}

/** What the platform has to carry. Every figure but `meters` is an assumption, named in `ASSUMPTIONS`. */
export interface Load {
  meters: number;
  frequencies: readonly Frequency[];
  seriesPerMeter: number;
  metersPerClient: number;
  retentionYears: number;
  /** Each night the last days are made again from bronze, so that late corrections need no special road. */
  nightlyWindowDays: number;
  insightCallsPerMeterPerDay: number;
  insightEventBytes: number;
}

export interface Assumption {
  what: string;
  value: string;
  why: string;
}

export const SIZES = [10_000, 100_000, 1_000_000, 10_000_000] as const;

/** The load of a given number of meters under our assumptions. */
export function loadOf(meters: number): Load {
  return {
    meters,
    frequencies: [
      { name: 'monthly', share: 0.05, readingsPerDay: 12 / 365 },
      { name: 'daily', share: 0.1, readingsPerDay: 1 },
      { name: 'hourly', share: 0.6, readingsPerDay: 24 },
      { name: '15 minutes', share: 0.25, readingsPerDay: 96 },
    ],
    seriesPerMeter: 1.15,
    metersPerClient: 40_000,
    retentionYears: 3,
    nightlyWindowDays: 45,
    insightCallsPerMeterPerDay: 0.3,
    insightEventBytes: 1_500,
  };
}

/** Rows and bytes that a load makes, and the work of keeping them current. */
export interface Volumes {
  clients: number;
  series: number;
  readingsPerDay: number;
  readingsPerYear: number;
  retainedReadings: number;
  bronzeBytes: number;
  silverBytes: { low: number; high: number };
  /** One row per series and local day. */
  goldRowsPerYear: number;
  goldBytes: number;
  /** One client's month of silver, the unit that is written and replaced. */
  partitionBytes: number;
  nightlyCoreSeconds: number;
  rebuildCoreSeconds: number;
  /** Core-seconds to aggregate one year of every reading. */
  yearScanCoreSeconds: number;
  /** Daily arrays that a windowed read takes out of Cassandra each night. */
  nightlyArraysRead: number;
  retainedArrays: number;
  eventsPerDay: number;
  peakEventsPerSecond: number;
  peakEventBytesPerSecond: number;
  eventBytesRetained: number;
}

const GOLD_BYTES_PER_ROW = 24;
const PEAK_OVER_MEAN = 8;
const EVENT_COMPRESSION = 5;
const SECONDS_PER_DAY = 86_400;
const DAYS_PER_YEAR = 365;
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

/** Sizes a load with measured rates. */
export function volumesOf(load: Load, rates: Rates): Volumes {
  const series = load.meters * load.seriesPerMeter;
  const perSeries = load.frequencies.reduce(
    (sum, { share, readingsPerDay }) => sum + share * readingsPerDay,
    0,
  );
  const readingsPerDay = series * perSeries;
  const readingsPerYear = readingsPerDay * DAYS_PER_YEAR;
  const retainedReadings = readingsPerYear * load.retentionYears;
  const goldRowsPerYear = series * DAYS_PER_YEAR;
  const clients = Math.max(1, Math.round(load.meters / load.metersPerClient));
  const eventsPerDay = load.meters * load.insightCallsPerMeterPerDay;
  const peakEventsPerSecond = (eventsPerDay / SECONDS_PER_DAY) * PEAK_OVER_MEAN;
  return {
    clients,
    series,
    readingsPerDay,
    readingsPerYear,
    retainedReadings,
    bronzeBytes: retainedReadings * rates.bronzeBytesPerReading,
    silverBytes: {
      low: retainedReadings * rates.silverBytesPerReading.low,
      high: retainedReadings * rates.silverBytesPerReading.high,
    },
    goldRowsPerYear,
    goldBytes: goldRowsPerYear * load.retentionYears * GOLD_BYTES_PER_ROW,
    partitionBytes: (readingsPerDay * DAYS_PER_MONTH * rates.silverBytesPerReading.low) / clients,
    nightlyCoreSeconds: (readingsPerDay * load.nightlyWindowDays) / rates.transformedPerCoreSecond,
    rebuildCoreSeconds: retainedReadings / rates.transformedPerCoreSecond,
    yearScanCoreSeconds: readingsPerYear / rates.scannedPerCoreSecond,
    nightlyArraysRead: series * load.nightlyWindowDays,
    retainedArrays: series * DAYS_PER_YEAR * load.retentionYears,
    eventsPerDay,
    peakEventsPerSecond,
    peakEventBytesPerSecond: peakEventsPerSecond * load.insightEventBytes,
    eventBytesRetained:
      (eventsPerDay * DAYS_PER_YEAR * load.retentionYears * load.insightEventBytes) / EVENT_COMPRESSION,
  };
}

/** The assumptions behind `loadOf` and `volumesOf`, for the page. */
export function assumptionsOf(load: Load): Assumption[] {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return [
    {
      what: 'Mix of series by frequency',
      value: load.frequencies.map(({ name, share }) => `${name} ${percent(share)}`).join(', '),
      why: 'Guess; ask each client. 15-minute series cost four times an hourly one.',
    },
    {
      what: 'Series per meter',
      value: String(load.seriesPerMeter),
      why: 'Homes with solar have two or three channels, the others one.',
    },
    {
      what: 'Meters per client',
      value: load.metersPerClient.toLocaleString('en'),
      why: 'Guess; only sets how large a month of one client is.',
    },
    {
      what: 'Kept',
      value: `${load.retentionYears} years`,
      why: 'A 12-month forecast needs two; the third is for backtests.',
    },
    {
      what: 'Made again each night',
      value: `the last ${load.nightlyWindowDays} days`,
      why: 'Covers the current and the previous month, where nearly all corrections fall.',
    },
    {
      what: 'Insight calls per meter and day',
      value: String(load.insightCallsPerMeterPerDay),
      why: `Guess; the peak is taken as ${PEAK_OVER_MEAN} times the mean.`,
    },
    {
      what: 'Size of an insight event',
      value: `${load.insightEventBytes.toLocaleString('en')} bytes`,
      why: `Envelope with a short payload; files compress it ${EVENT_COMPRESSION} to 1.`,
    },
    {
      what: 'Gold row',
      value: `${GOLD_BYTES_PER_ROW} bytes`,
      why: 'One per series and day, compressed; two doubles, two counts, keys.',
    },
  ];
}
