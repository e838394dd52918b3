import { describe, expect, it } from 'vitest';
import { seriesRows, vilniusDailyClock, vilniusMonthlyClock } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import type { Policies } from '../domain/policy';
import conversionsSql from '../queries/conversions.sql?raw';
import exportExpected from '../queries/export_expected.sql?raw';
import exportRows from '../queries/export_rows.sql?raw';
import writtenPart from '../queries/written_part.sql?raw';
import writtenTotal from '../queries/written_total.sql?raw';

const folder = testFolder();
let files = 0;
const SPRING_DAYS = { first: '2022-03-26', last: '2022-03-28' };
const AUTUMN_DAYS = { first: '2022-10-29', last: '2022-10-31' };

/** Everything as it lies in the file. */
const PLAIN = {
  outputUnit: 'as-stated',
  power: 'as-stated',
  calorificKwhPerM3: null,
  seriesSettings: {},
} as const;

interface Reading {
  energy: number | null;
  unit: string;
  quality: string;
  interval_minutes: number;
  timestamp_utc: number;
}

async function withRun<T>(
  rows: readonly LabelledRow[],
  change: Partial<Policies>,
  look: (run: NativeRun) => Promise<T>,
): Promise<T> {
  const run = await runFiles([folder.writeRows(`units-${files++}.parquet`, rows)], change);
  try {
    return await look(run);
  } finally {
    await run.close();
  }
}

const readings = async (run: NativeRun): Promise<Reading[]> =>
  (await run.rows<Reading>('analytical')).sort((one, other) => one.timestamp_utc - other.timestamp_utc);

/** What each interval must hold: its plain value times the factor that its own length asks for. */
async function expectFactor(
  rows: readonly LabelledRow[],
  change: Partial<Policies>,
  unit: string,
  factor: (minutes: number) => number,
): Promise<void> {
  const policies = { convention: 'wall-clock-summed', ...change } as const;
  const plain = await withRun(rows, { ...policies, ...PLAIN }, readings);
  const found = await withRun(rows, policies, readings);
  expect(found.map((row) => row.quality)).toEqual(plain.map((row) => row.quality));
  expect(new Set(found.map((row) => row.unit))).toEqual(new Set([unit]));
  found.forEach((row, index) => {
    const value = plain[index]!.energy;
    if (value === null) expect(row.energy).toBeNull();
    else expect(row.energy).toBeCloseTo(value * factor(row.interval_minutes), 9);
  });
}

describe('energy', () => {
  const rows = seriesRows({ ...AUTUMN_DAYS, fields: { unit: 'Wh' } });

  it.each([
    ['kWh', 0.001],
    ['MWh', 0.000001],
  ] as const)('in Wh becomes %s, the doubled hour too', (outputUnit, factor) =>
    expectFactor(rows, { outputUnit }, outputUnit, () => factor),
  );

  it('is exact: 1,037 Wh is the double 1.037', async () => {
    const found = await withRun(rows, { outputUnit: 'kWh' }, readings);
    expect(found.slice(0, 5).map((row) => row.energy)).toEqual([1, 1.037, 1.074, 1.01, 1.047]);
  });

  it('of an unknown unit, and of one that is no energy, stays as it is', async () => {
    const others = [
      ...seriesRows({ ...AUTUMN_DAYS, fields: { ext_dev_ref: 'a' } }),
      ...seriesRows({ ...AUTUMN_DAYS, fields: { ext_dev_ref: 'b', unit: 'm³' } }),
    ];
    const found = await withRun(others, { outputUnit: 'kWh' }, readings);
    expect(new Set(found.map((row) => row.unit))).toEqual(new Set(['unknown', 'm³']));
  });
});

describe('power, an average over its interval', () => {
  it.each([
    [15, 'elapsed'],
    [30, 'elapsed'],
    [60, 'wall-clock-summed'],
    [5, 'elapsed'],
  ] as const)('of %i minutes becomes energy by the interval’s length', (minutes, encoding) =>
    expectFactor(
      seriesRows({ ...SPRING_DAYS, minutes, encoding, fields: { unit: 'kW' } }),
      {},
      'kWh',
      (length) => length / 60,
    ),
  );

  it('of a day counts 23, 24 or 25 hours', () =>
    expectFactor(
      seriesRows({
        first: '2022-03-26',
        last: '2022-10-31',
        clock: vilniusDailyClock,
        encoding: 'elapsed',
        fields: { unit: 'W', resolution: 'P1D' },
      }),
      { outputUnit: 'kWh' },
      'kWh',
      (length) => length / 60_000,
    ));

  it('of a month counts its true hours', () =>
    expectFactor(
      seriesRows({
        first: '2022-01-01',
        last: '2022-12-31',
        clock: vilniusMonthlyClock,
        encoding: 'elapsed',
        fields: { unit: 'kW', resolution: 'P1M' },
      }),
      {},
      'kWh',
      (length) => length / 60,
    ));

  it('stays power where the person says so', async () => {
    const rows = seriesRows({ ...SPRING_DAYS, fields: { unit: 'kW' } });
    const found = await withRun(rows, { power: 'as-stated', outputUnit: 'kWh' }, readings);
    expect(new Set(found.map((row) => row.unit))).toEqual(new Set(['kW']));
  });
});

describe('gas', () => {
  const rows = seriesRows({ ...SPRING_DAYS, fields: { unit: 'm³', fuel: 'gas' } });

  it('stays in cubic metres without a calorific value', async () => {
    const found = await withRun(rows, {}, readings);
    expect(new Set(found.map((row) => row.unit))).toEqual(new Set(['m³']));
  });

  it('becomes energy by the stated one, for all or for one series', async () => {
    await expectFactor(rows, { calorificKwhPerM3: 10.55 }, 'kWh', () => 10.55);
    const key = ['client-1', 'meter-1', 'gas', '', 'm³'].join('\u001f');
    await expectFactor(
      rows,
      { seriesSettings: { [key]: { calorificKwhPerM3: 11 } }, outputUnit: 'MWh' },
      'MWh',
      () => 0.011,
    );
  });
});

describe('a conversion', () => {
  const mixed = [
    ...seriesRows({
      ...AUTUMN_DAYS,
      fields: { ext_dev_ref: 'a', unit: 'kW' },
      minutes: 15,
      encoding: 'elapsed',
    }),
    ...seriesRows({ ...AUTUMN_DAYS, fields: { ext_dev_ref: 'b', unit: 'kWh' } }),
    // A row that contradicts another one is set aside, in the unit that everything is shown in.
    ...seriesRows({
      first: '2022-10-30',
      last: '2022-10-30',
      fields: { ext_dev_ref: 'a', unit: 'kW' },
      minutes: 15,
      value: () => 8,
      encoding: 'elapsed',
    }),
  ];

  it('stands between two proofs of the ledger, and says what it did to which series', async () => {
    await withRun(mixed, { duplicates: 'first' }, async (run) => {
      const ledger = await run.rows<Record<string, number>>('ledger');
      expect(ledger).toHaveLength(2);
      for (const line of ledger)
        expect([line['energy_difference'], line['file_difference'], line['values_difference']]).toEqual([
          0, 0, 0,
        ]);
      expect(ledger[0]!['energy_read']).toBeCloseTo(ledger[0]!['energy_in_file']! / 4, 6);
      expect(ledger[0]!['energy_set_aside']).toBe(100 * 2);
      expect(await run.connection.query(conversionsSql)).toMatchObject([
        { ext_dev_ref: 'a', stated_unit: 'kW', unit: 'kWh', factor: 0.25, per_hour: true, value_count: 292 },
      ]);
    });
  });

  it('is what the written file is held to', async () => {
    await withRun(mixed, { outputUnit: 'Wh' }, async (run) => {
      const everything = { first_rank: 0, last_rank: 1_000_000 };
      await run.connection.materialize('table', 'written_batch', exportRows, { parameters: everything });
      await run.connection.materialize('table', 'written_part', writtenPart);
      const written = await run.connection.query(writtenTotal);
      expect(await run.connection.query(exportExpected)).toEqual(written);
      expect(written).toMatchObject([{ unit: 'Wh' }]);
    });
  });

  it('can be chosen, changed and taken back without reading a file again', async () => {
    await withRun(mixed, {}, async (run) => {
      const dump = async () => [await readings(run), await run.rows('ledger')];
      const before = await dump();
      await run.rerun({ outputUnit: 'MWh', power: 'as-stated' }, ['policy.meaning']);
      expect(await dump()).not.toEqual(before);
      await run.rerun({ outputUnit: 'as-stated', power: 'average' }, ['policy.meaning']);
      expect(await dump()).toEqual(before);
    });
  });

  it('gives the rules the energy to judge: 30 kW over a quarter of an hour break a connection of 20', async () => {
    const value = (position: number) => (position === 40 ? 30 : 4 + (position % 3));
    const rows = seriesRows({
      first: '2022-05-02',
      last: '2022-05-08',
      minutes: 15,
      value,
      fields: { unit: 'kW' },
    });
    await withRun(rows, { ruleThresholds: { over_capacity: 20 } }, async (run) => {
      const suspect = (await readings(run)).filter((row) => row.quality === 'suspect');
      expect(suspect.map((row) => [row.energy, row.unit])).toEqual([[7.5, 'kWh']]);
    });
  });
});
