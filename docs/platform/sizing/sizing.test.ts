import { describe, expect, it } from 'vitest';
import { monthlyCost, sum } from './cost';
import { bendsOf, durationsOf, engineFor, LIMITS, limitShares } from './engine';
import { bytesText, countText, durationText, euroText, roundedText } from './figures';
import { loadOf, SIZES, volumesOf } from './load';
import { ratesOf, readMeasured } from './measured';
import type { Rates } from './measured';
import { PRICES } from './prices';
import { capacityDays, FOCUS, MILESTONES, people, spentBy, weeksUntil } from './staffing';

const EASY_RATES: Rates = {
  bronzeBytesPerReading: 1,
  silverBytesPerReading: { low: 2, high: 3 },
  silverBytesPerReadingByMeter: 9,
  transformedPerCoreSecond: 1_000,
  scannedPerCoreSecond: 10_000,
};

describe('volumes', () => {
  const load = {
    ...loadOf(1_000),
    seriesPerMeter: 2,
    retentionYears: 2,
    nightlyWindowDays: 10,
    metersPerClient: 500,
    frequencies: [
      { name: 'daily', share: 0.5, readingsPerDay: 1 },
      { name: 'hourly', share: 0.5, readingsPerDay: 24 },
    ] as const,
  };
  const volumes = volumesOf(load, EASY_RATES);

  it('count readings of every frequency', () => {
    expect(volumes.series).toBe(2_000);
    expect(volumes.readingsPerDay).toBe(1_000 * 1 + 1_000 * 24);
    expect(volumes.readingsPerYear).toBe(25_000 * 365);
    expect(volumes.retainedReadings).toBe(25_000 * 365 * 2);
  });

  it('turn readings into bytes and core-seconds', () => {
    expect(volumes.bronzeBytes).toBe(volumes.retainedReadings);
    expect(volumes.silverBytes).toEqual({
      low: 2 * volumes.retainedReadings,
      high: 3 * volumes.retainedReadings,
    });
    expect(volumes.nightlyCoreSeconds).toBe(250);
    expect(volumes.rebuildCoreSeconds).toBe(volumes.retainedReadings / 1_000);
    expect(volumes.yearScanCoreSeconds).toBe(volumes.readingsPerYear / 10_000);
  });

  it('count what is read from Cassandra, and a client-month', () => {
    expect(volumes.clients).toBe(2);
    expect(volumes.nightlyArraysRead).toBe(20_000);
    expect(volumes.retainedArrays).toBe(2_000 * 365 * 2);
    expect(volumes.partitionBytes).toBeCloseTo((25_000 * (365 / 12) * 2) / 2);
  });

  it('give every series one frequency', () => {
    expect(loadOf(1).frequencies.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1);
  });
});

describe('engines', () => {
  const rates = ratesOf(readMeasured());

  it('divide the work by the cores that count', () => {
    const volumes = volumesOf(loadOf(1_000), EASY_RATES);
    const cores = LIMITS.cores * LIMITS.parallelEfficiency;
    expect(durationsOf(volumes).rebuildSeconds).toBeCloseTo(volumes.rebuildCoreSeconds / cores);
  });

  it('stay on one machine at the smallest size and leave it at the largest', () => {
    expect(engineFor(volumesOf(loadOf(SIZES[0]), rates))).toMatchObject({
      transform: 'one machine',
      transformMachines: 1,
      analysis: 'one machine',
      unload: 'windowed read',
      eventUnits: 1,
    });
    expect(engineFor(volumesOf(loadOf(10 * SIZES[3]), rates))).toMatchObject({
      transform: 'one container per client and month',
      analysis: 'distributed SQL',
      unload: 'change capture',
    });
  });

  it.each(bendsOf(rates))('reach the limit where they say: $limit', ({ name, meters }) => {
    expect(limitShares(volumesOf(loadOf(meters), rates))[name]).toBeCloseTo(1, 3);
  });

  it('change with the limit that they stand for', () => {
    const at = (name: string, factor: number) => {
      const bend = bendsOf(rates).find((each) => each.name === name)!;
      return engineFor(volumesOf(loadOf(bend.meters * factor), rates));
    };
    expect([at('yearScan', 0.99).analysis, at('yearScan', 1.01).analysis]).toEqual([
      'one machine',
      'distributed SQL',
    ]);
    expect([at('rebuild', 0.99).transformMachines, at('rebuild', 1.01).transformMachines]).toEqual([1, 2]);
    expect([at('unload', 0.99).unload, at('unload', 1.01).unload]).toEqual([
      'windowed read',
      'change capture',
    ]);
    expect([at('events', 0.99).eventUnits, at('events', 1.01).eventUnits]).toEqual([1, 2]);
  });

  it('come in the order in which they are reached', () => {
    const meters = bendsOf(rates).map((bend) => bend.meters);
    expect(meters).toEqual([...meters].sort((one, other) => one - other));
  });
});

describe('cost', () => {
  const rates = ratesOf(readMeasured());
  const costs = SIZES.map((meters) => monthlyCost(loadOf(meters), volumesOf(loadOf(meters), rates)));

  it('has the same lines at every size, each a range', () => {
    const items = costs.map((lines) => lines.map(({ item }) => item));
    for (const names of items) expect(names).toEqual(items[0]);
    for (const line of costs.flat()) expect(line.low).toBeLessThanOrEqual(line.high);
  });

  it('never falls as meters grow, and falls per meter', () => {
    const totals = costs.map(sum);
    for (let index = 1; index < totals.length; index++) {
      expect(totals[index]!.high).toBeGreaterThan(totals[index - 1]!.high);
      expect(totals[index]!.high / SIZES[index]!).toBeLessThan(totals[index - 1]!.high / SIZES[index - 1]!);
    }
  });

  it('charges storage by the gigabyte', () => {
    const load = { ...loadOf(100_000), insightCallsPerMeterPerDay: 0 };
    const volumes = volumesOf(load, EASY_RATES);
    const [storage] = monthlyCost(load, volumes);
    const hot = ((volumes.silverBytes.low + volumes.goldBytes) / 1e9) * PRICES.hotStorageGb.low;
    const cool = (volumes.bronzeBytes / 1e9) * PRICES.coolStorageGb.low;
    expect(storage!.low).toBeCloseTo((hot + cool) * (1 + PRICES.storageOperationsShare.low));
  });

  it('names an assumption for every price', () => {
    for (const { low, high, assumption } of Object.values(PRICES)) {
      expect(low).toBeLessThanOrEqual(high);
      expect(assumption.length).toBeGreaterThan(5);
    }
  });
});

describe('staffing', () => {
  it('adds weeks and money up', () => {
    const last = MILESTONES[MILESTONES.length - 1]!;
    expect(weeksUntil(last)).toBe(MILESTONES.reduce((total, { weeks }) => total + weeks, 0));
    expect(spentBy(last).low).toBeCloseTo(
      (weeksUntil(last) / (52 / 12)) * people('building') * PRICES.personMonth.low,
    );
  });

  it('plans no more than the focus that people have', () => {
    expect(capacityDays(MILESTONES[0]!)).toBeCloseTo(2 * 5 * (people('building') - 0.3) * FOCUS);
  });
});

describe('measurements', () => {
  it('are those of a real run', () => {
    const { sample, fleet } = readMeasured();
    expect(fleet.readings % sample.readings).toBe(0);
    const rates = ratesOf(readMeasured());
    expect(rates.silverBytesPerReading.low).toBeGreaterThan(1);
    expect(rates.silverBytesPerReading.low).toBeLessThan(rates.silverBytesPerReading.high);
    expect(rates.silverBytesPerReading.high).toBeLessThan(rates.silverBytesPerReadingByMeter);
  });
});

describe('figures', () => {
  it.each([
    [countText(442_768_904), '440 million'],
    [countText(500), '500'],
    [bytesText(1_105_685_438), '1.1 GB'],
    [durationText(8.56), '8.6 s'],
    [durationText(855), '14 min'],
    [durationText(25_875), '7.2 h'],
    [durationText(208_219), '2.4 days'],
    [euroText({ low: 494, high: 1_435 }), '€490 to 1,400'],
    [euroText({ low: 0, high: 0 }), '€0'],
    [euroText({ low: 0.1, high: 0.2 }), 'under €1'],
    [roundedText(0.0277), '0.028'],
    [roundedText(995), '1,000'],
  ])('reads %s', (text, expected) => {
    expect(text).toBe(expected);
  });
});
