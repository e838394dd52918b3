import { markdownTable } from '../scripts/marked-sections';
import { monthlyCost, sum } from './cost';
import { bendsOf, durationsOf, engineFor, LIMITS } from './engine';
import { bytesText, countText, durationText, euroText, roundedText } from './figures';
import { assumptionsOf, loadOf, SIZES, volumesOf } from './load';
import type { Load, Volumes } from './load';
import { ratesOf } from './measured';
import type { Measured, Rates } from './measured';

/** Every generated table and sentence about size, by the name of its part. */
export function sizingTables(measured: Measured): Record<string, string> {
  const rates = ratesOf(measured);
  return {
    'measured-rates': measuredTable(measured, rates),
    'sizing-assumptions': assumptionTable(),
    'volumes-by-size': bySize(rates, VOLUME_ROWS),
    'durations-by-size': bySize(rates, DURATION_ROWS),
    'engine-by-size': bySize(rates, ENGINE_ROWS),
    bends: bendTable(rates),
    'what-if': whatIfTable(rates),
    'as-of-cost': asOfSentence(rates),
    'rates-in-short': ratesSentence(rates),
  };
}

const SIZE_HEAD = SIZES.map((meters) => `${countText(meters)} meters`);

type Cell = (volumes: Volumes, load: Load) => string;

const VOLUME_ROWS: readonly (readonly [string, Cell])[] = [
  ['Readings a day', (volumes) => countText(volumes.readingsPerDay)],
  ['Readings a year', (volumes) => countText(volumes.readingsPerYear)],
  ['Readings kept', (volumes) => countText(volumes.retainedReadings)],
  ['Bronze', (volumes) => bytesText(volumes.bronzeBytes)],
  ['Silver', ({ silverBytes }) => `${bytesText(silverBytes.low)} to ${bytesText(silverBytes.high)}`],
  ['Gold (daily rows)', (volumes) => bytesText(volumes.goldBytes)],
  ['Insight events kept', (volumes) => bytesText(volumes.eventBytesRetained)],
  ['One client-month of silver', (volumes) => bytesText(volumes.partitionBytes)],
  ['Insight events a second at peak', (volumes) => roundedText(volumes.peakEventsPerSecond)],
];

const DURATION_ROWS: readonly (readonly [string, Cell])[] = [
  ['Silver, each night', (volumes) => durationText(durationsOf(volumes).nightlySeconds)],
  ['Silver, everything again', (volumes) => durationText(durationsOf(volumes).rebuildSeconds)],
  [
    'Question over one year of every reading',
    (volumes) => durationText(durationsOf(volumes).yearScanSeconds),
  ],
  ['Cassandra, windowed read each night', (volumes) => durationText(durationsOf(volumes).unloadSeconds)],
  ['Cassandra, first read of everything', (volumes) => durationText(durationsOf(volumes).backfillSeconds)],
];

const ENGINE_ROWS: readonly (readonly [string, Cell])[] = [
  ['Silver step', (volumes) => engineFor(volumes).transform],
  ['Machines at the same time', (volumes) => String(engineFor(volumes).transformMachines)],
  ['Fleet questions', (volumes) => engineFor(volumes).analysis],
  ['Cores for fleet questions', (volumes) => String(engineFor(volumes).analysisCores)],
  ['Reading Cassandra', (volumes) => engineFor(volumes).unload],
  ['Event Hubs throughput units', (volumes) => String(engineFor(volumes).eventUnits)],
];

function bySize(rates: Rates, rows: readonly (readonly [string, Cell])[]): string {
  const cases = SIZES.map((meters) => {
    const load = loadOf(meters);
    return [volumesOf(load, rates), load] as const;
  });
  return markdownTable(
    ['', ...SIZE_HEAD],
    rows.map(([name, cell]) => [name, ...cases.map(([volumes, load]) => cell(volumes, load))]),
  );
}

function asOfSentence(rates: Rates): string {
  const years = 2;
  const load = { ...loadOf(loadOf(0).metersPerClient), retentionYears: years };
  const volumes = volumesOf(load, rates);
  return (
    `One client with ${countText(load.meters)} meters and ${years} years of readings (${countText(volumes.retainedReadings)}) is made ` +
    `again, as it was known on any day, in ${durationText(durationsOf(volumes).rebuildSeconds)} on ${LIMITS.cores} cores.`
  );
}

function ratesSentence(rates: Rates): string {
  return (
    `Measured on this project's own ETL: one processor core turns **${countText(rates.transformedPerCoreSecond)} readings a second** ` +
    `from delivered arrays into checked, written silver, and a reading then takes **${rates.silverBytesPerReading.low.toFixed(1)} bytes**.`
  );
}

function bendTable(rates: Rates): string {
  return markdownTable(
    ['What is reached', 'At', 'What we do then'],
    bendsOf(rates).map(({ limit, meters, then }) => [limit, `${countText(meters)} meters`, then]),
  );
}

function whatIfTable(rates: Rates): string {
  const base = loadOf(1_000_000);
  const everyQuarterHour = [{ name: '15 minutes', share: 1, readingsPerDay: 96 }] as const;
  const cases: [string, Load, Rates][] = [
    ['As assumed', base, rates],
    ['Every series every 15 minutes', { ...base, frequencies: everyQuarterHour }, rates],
    ['Kept for 7 years', { ...base, retentionYears: 7 }, rates],
    [
      'Unfolding five times slower',
      base,
      { ...rates, transformedPerCoreSecond: rates.transformedPerCoreSecond / 5 },
    ],
    ['Scanning five times slower', base, { ...rates, scannedPerCoreSecond: rates.scannedPerCoreSecond / 5 }],
    ['Ten times the insight calls', { ...base, insightCallsPerMeterPerDay: 3 }, rates],
  ];
  const rows = cases.map(([name, load, assumed]) => {
    const volumes = volumesOf(load, assumed);
    const { nightlySeconds, yearScanSeconds } = durationsOf(volumes);
    const { transformMachines, analysisCores } = engineFor(volumes);
    return [
      name,
      durationText(nightlySeconds),
      durationText(yearScanSeconds),
      String(transformMachines),
      String(analysisCores),
      euroText(sum(monthlyCost(load, volumes))),
    ];
  });
  return markdownTable(
    [
      '1 million meters',
      'Silver, each night',
      'Year scan, 8 cores',
      'Machines',
      'Cores for the scan',
      'Euro a month',
    ],
    rows,
  );
}

function measuredTable({ machine, sample, fleet }: Measured, rates: Rates): string {
  const perByte = (value: number) => `${value.toFixed(2)} bytes`;
  return markdownTable(
    ['What', 'Measured', 'On'],
    [
      [
        'Delivered file',
        perByte(rates.bronzeBytesPerReading),
        `sample portfolio, ${countText(sample.readings)} readings`,
      ],
      [
        'Our export, many meters in a file',
        perByte(rates.silverBytesPerReading.low),
        `${fleet.meters} meters, ${countText(fleet.readings)} readings`,
      ],
      ['Our export, 12 meters in a file', perByte(rates.silverBytesPerReading.high), 'sample portfolio'],
      ['Our export, one file per series', perByte(rates.silverBytesPerReadingByMeter), 'sample portfolio'],
      [
        'Delivered file to written silver file',
        `${countText(rates.transformedPerCoreSecond)} readings per core-second`,
        `${fleet.meters} meters`,
      ],
      [
        'Energy by client and month from silver',
        `${countText(rates.scannedPerCoreSecond)} readings per core-second`,
        `${fleet.meters} meters`,
      ],
      [
        'Machine',
        machine.processor,
        `${machine.engine}; Node ${machine.node}; ${machine.measuredOn}; busy, load ${machine.loadAverageAtEnd}`,
      ],
    ],
  );
}

function assumptionTable(): string {
  const limits: [string, string, string][] = [
    [
      'One machine',
      `${LIMITS.cores} cores`,
      `Together they do ${LIMITS.cores * LIMITS.parallelEfficiency} times the work of one; assumed.`,
    ],
    [
      'Cassandra gives',
      `${countText(LIMITS.unloadRowsPerSecond)} daily arrays a second at night`,
      'Guess; to be agreed with its owner and measured in the first week.',
    ],
  ];
  return markdownTable(
    ['Assumption', 'Value', 'Why, or who knows better'],
    [...assumptionsOf(loadOf(1_000_000)).map(({ what, value, why }) => [what, value, why]), ...limits],
  );
}
