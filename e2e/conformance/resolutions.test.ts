import { describe, expect, it, vi } from 'vitest';
import { dateOf, DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import type { TrueInterval } from '../../src/cli/samples/vilnius-clock';
import type { Policies } from '../../src/domain/policy';
import type { ConventionRow } from '../../src/queries/rows/clock-changes';
import type { ExpectedReading } from '../corpus/corpus-types';
import type { MeterRow } from '../corpus/meter-file';
import { analyticalLines, expectedLines, firstDifference } from '../native-run/analytical-lines';
import { ledgerFacts } from '../native-run/ledger-facts';
import { runFiles } from '../native-run/native-run';
import { testFolder } from '../native-run/test-folder';
import { expectedOf } from './corpus';
import type { EncodingName } from './encodings';
import { CHANGES, makeFixture } from './fixture';
import { trueGrains } from './true-clock';

const MINUTES = [5, 10, 15, 20, 30, 60];
const PLACES = ['Europe/Vilnius', 'Australia/Lord_Howe', 'America/New_York'];

// A year of quarters takes seconds, and a busy machine several times as long.
vi.setConfig({ testTimeout: 120_000 });

const folder = testFolder();

/** Some rows of a meter with the readings that they must become. */
interface Stretch {
  rows: MeterRow[];
  readings: ExpectedReading[];
}

const isoText = (date: number): string => new Date(date).toISOString().slice(0, 10);

/** Days of several slots, written as an encoding says. */
async function fineDays(
  zone: string,
  meter: string,
  minutes: number,
  [first, last]: readonly [number, number],
  encoding: EncodingName = 'null-sum',
): Promise<Stretch> {
  const fixture = await makeFixture({
    ...{ encoding, zone, minutes, series: 1, seed: minutes },
    ...{ first: isoText(first), last: isoText(last) },
  });
  const days = fixture.days.map((each) => ({ ...each, meter }));
  return {
    rows: fixture.rows.map((row) => ({ ...row, ext_dev_ref: meter })),
    readings: expectedOf({ ...fixture, days }),
  };
}

/** One value for each local date, or each local month: then dated on some day of it. */
async function coarseDays(
  zone: string,
  meter: string,
  grain: 'day' | 'month',
  [first, last]: readonly [number, number],
): Promise<Stretch> {
  const grains = await trueGrains(zone, isoText(first), isoText(last), 15);
  const wholes = new Map<number, TrueInterval>();
  for (const part of grains.filter(({ local }) => dateOf(local) >= first && dateOf(local) <= last)) {
    const date = dateOf(part.local);
    const key =
      grain === 'day' ? date : Date.UTC(new Date(date).getUTCFullYear(), new Date(date).getUTCMonth());
    const whole = wholes.get(key);
    if (whole) whole.interval_minutes += part.interval_minutes;
    else wholes.set(key, { ...part });
  }
  const all = [...wholes].map(([key, interval], index) => ({ key, interval, value: 1000 + 37 * index }));
  return {
    rows: all.map(({ key, value }, index) => ({
      client_id: 'conformance',
      date: grain === 'day' ? key : key + ((index * 13) % 28) * DAY,
      ext_dev_ref: meter,
      energy_consumption: [value],
      resolution: grain === 'day' ? 'P1D' : 'monthly',
    })),
    readings: all.map(({ interval, value }) => ({
      ...{ client_id: 'conformance', ext_dev_ref: meter, fuel: 'electricity', channel: 'consumption' },
      ...{ timestamp_utc: interval.utc, timestamp_local: interval.local },
      ...{ utc_offset_minutes: interval.offset_minutes, interval_minutes: interval.interval_minutes },
      ...{ energy: value, quality: 'measured' },
    })),
  };
}

/** Runs one file of all the stretches and holds readings and ledger to them. */
async function expectReadings(
  name: string,
  stretches: readonly Stretch[],
  policies: Partial<Policies>,
): Promise<void> {
  const rows = stretches.flatMap((stretch) => stretch.rows);
  const readings = stretches.flatMap((stretch) => stretch.readings);
  const run = await runFiles(
    [
      folder.writeRows(
        `${name.replaceAll('/', '-')}.parquet`,
        rows.map((row) => ({ row })),
      ),
    ],
    policies,
  );
  try {
    const found = (await analyticalLines(run)).sort();
    expect(firstDifference(found, expectedLines(readings).sort())).toBeNull();
    expect(await ledgerFacts(run)).toMatchObject({ unbalanced: 0, setAside: {}, rowsRead: rows.length });
  } finally {
    await run.close();
  }
}

describe.each(PLACES)('in %s', (zone) => {
  const changes = CHANGES[zone]!.map(isoDate);

  it.each(['null-sum', 'elapsed'] as const)('every resolution below a day, %s', async (encoding) => {
    const stretches = await Promise.all(
      MINUTES.flatMap((minutes) =>
        changes.map((day) =>
          fineDays(
            zone,
            `meter-${minutes}-${isoText(day)}`,
            minutes,
            [day - 2 * DAY, day + 2 * DAY],
            encoding,
          ),
        ),
      ),
    );
    const convention = encoding === 'elapsed' ? 'elapsed' : 'wall-clock-summed';
    await expectReadings(`${encoding} ${zone}`, stretches, { zone, convention });
  });

  it('days, and months dated on any of their days', async () => {
    const year = [isoDate('2022-01-01'), isoDate('2022-12-31')] as const;
    const stretches = [
      await coarseDays(zone, 'daily', 'day', year),
      await coarseDays(zone, 'monthly', 'month', year),
    ];
    await expectReadings(`coarse ${zone}`, stretches, { zone });
  });

  it('one meter whose interval keeps changing, over both clock changes', async () => {
    const meter = 'changing';
    const [first, second] = changes as [number, number];
    const fine = (minutes: number, from: number, days: number) =>
      fineDays(zone, meter, minutes, [from, from + (days - 1) * DAY]);
    const stretches = [
      await coarseDays(zone, meter, 'month', [isoDate('2022-01-01'), isoDate('2022-02-28')]),
      await coarseDays(zone, meter, 'day', [isoDate('2022-03-01'), first - 3 * DAY]),
      await fine(60, first - 2 * DAY, 2),
      await fine(15, first, 1),
      await fine(5, first + DAY, 2),
      await fine(30, first + 3 * DAY, 1),
      await coarseDays(zone, meter, 'day', [first + 4 * DAY, second - 2 * DAY]),
      await fine(10, second - DAY, 1),
      await fine(60, second, 1),
      await fine(20, second + DAY, 2),
    ];
    await expectReadings(`changing ${zone}`, stretches, { zone, convention: 'wall-clock-summed' });
  });
});

describe.each([60, 15])('a column for each of the 25 hours of a day, at %i minutes,', (minutes) => {
  it.each([
    ['25-chronological', 'Europe/Vilnius'],
    ['25-repeat-last', 'America/New_York'],
  ] as const)('%s in %s', async (encoding, zone) => {
    const period = [isoDate('2022-03-05'), isoDate('2022-11-15')] as const;
    const { rows, readings } = await fineDays(zone, 'wide', minutes, period, encoding);
    const columns = Array.from({ length: 1500 / minutes }, (_, index) => `h${index + 1}`);
    const lines = rows.map(({ client_id, ext_dev_ref, date, energy_consumption }) =>
      [client_id, ext_dev_ref, isoText(date!), ...energy_consumption!.map((value) => value ?? '')].join(','),
    );
    const text = [['client_id', 'ext_dev_ref', 'date', ...columns].join(','), ...lines].join('\n');
    const path = folder.write(`${encoding}-${minutes}.csv`, new TextEncoder().encode(text));
    const run = await runFiles([path], { zone });
    try {
      const [convention] = await run.rows<ConventionRow>('convention');
      expect(convention).toMatchObject({ name: encoding, certainty: 'certain' });
      expect(firstDifference((await analyticalLines(run)).sort(), expectedLines(readings).sort())).toBeNull();
    } finally {
      await run.close();
    }
  });
});
