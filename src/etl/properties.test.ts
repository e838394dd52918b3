import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeterRow } from '../../e2e/corpus/meter-file';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { DAY, isoDate } from '../cli/samples/vilnius-clock';
import { CONVENTIONS, DUPLICATE_POLICIES } from '../domain/policy';
import type { Policies } from '../domain/policy';

/** Zones with a transition of their own kind near each date: hours, half hours, midnights, a lost date, none. */
const PLACES: readonly (readonly [zone: string, near: string])[] = [
  ['Europe/Vilnius', '2022-03-27'],
  ['Europe/Vilnius', '2022-10-30'],
  ['America/New_York', '2022-11-06'],
  ['Australia/Lord_Howe', '2022-04-03'],
  ['Australia/Lord_Howe', '2022-10-02'],
  ['Pacific/Apia', '2011-12-30'],
  ['America/Sao_Paulo', '2017-10-15'],
  ['America/Sao_Paulo', '2018-02-18'],
  ['Antarctica/Troll', '2022-10-30'],
  ['Asia/Kathmandu', '2022-03-27'],
];
/** Lengths of a day in hours: the usual, the transition days', and some that fit nothing. */
const HOURS = [24, 24, 24, 23, 25, 22, 26, 23.5, 24.5];

interface World {
  policies: Partial<Policies>;
  rows: MeterRow[];
}

interface Reading {
  series: string;
  utc: number;
  minutes: number;
  local: number;
  offset: number;
  energy: number | null;
  quality: string;
}

const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -50, max: 5000 }).map((whole) => whole / 8) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map((micro) => micro / 1e6) },
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 1e15, -1e15, Number.NaN, Number.POSITIVE_INFINITY, 999_999_999_999_999),
  },
);

function row(near: string): fc.Arbitrary<MeterRow> {
  return fc
    .record({
      meter: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: -4, max: 4 }),
      minutes: fc.constantFrom(60, 60, 60, 30, 15, 1440),
      hours: fc.constantFrom(...HOURS),
      seed: fc.array(value, { minLength: 1, maxLength: 30 }),
      empty: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ meter, day, minutes, hours, seed, empty }) => {
      const slots = minutes === 1440 ? 1 : Math.floor((hours * 60) / minutes);
      return {
        client_id: 'client',
        date: isoDate(near) + day * DAY,
        ext_dev_ref: meter,
        energy_consumption:
          empty === 0 ? [] : Array.from({ length: slots }, (_, slot) => seed[slot % seed.length]!),
        resolution: minutes === 1440 ? 'P1D' : `${minutes}min`,
      };
    });
}

const world: fc.Arbitrary<World> = fc.constantFrom(...PLACES).chain(([zone, near]) =>
  fc.record({
    policies: fc.record({
      zone: fc.constant(zone),
      convention: fc.constantFrom(...CONVENTIONS),
      duplicates: fc.constantFrom(...DUPLICATE_POLICIES),
    }),
    rows: fc.array(row(near), { minLength: 1, maxLength: 25 }).filter((rows) => rows.some(hasValue)),
  }),
);

function hasValue(candidate: MeterRow): boolean {
  return candidate.energy_consumption?.some((item) => item !== null) ?? false;
}

const folder = testFolder();

async function unfold({ policies, rows }: World) {
  const labelled = rows.map((row) => ({ row }));
  const run = await runFiles(
    [folder.writeRows('world.parquet', labelled, { item: { type: 'DOUBLE' } })],
    policies,
  );
  try {
    const found = await run.rows<Record<string, unknown>>('analytical');
    return { readings: found.map(toReading).sort(byTime), facts: await ledgerFacts(run) };
  } finally {
    await run.close();
  }
}

function toReading(found: Record<string, unknown>): Reading {
  return {
    series: String(found['ext_dev_ref']),
    utc: Number(found['timestamp_utc']),
    minutes: Number(found['interval_minutes']),
    local: Number(found['timestamp_local']),
    offset: Number(found['utc_offset_minutes']),
    energy: found['energy'] as number | null,
    quality: String(found['quality']),
  };
}

function byTime(a: Reading, b: Reading): number {
  return a.series.localeCompare(b.series) || a.utc - b.utc;
}

function breaks(readings: readonly Reading[]): Reading[] {
  return readings.filter((reading, index) => {
    const next = readings[index + 1];
    return next?.series === reading.series && next.utc !== reading.utc + reading.minutes * 60_000;
  });
}

describe('whatever rows a file has,', () => {
  it('every real interval appears once, and nothing is lost or invented', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const { readings, facts } = await unfold(given);
        expect(breaks(readings)).toEqual([]);
        expect(readings.filter((reading) => reading.local !== reading.utc + reading.offset * 60_000)).toEqual(
          [],
        );
        expect(
          readings.filter((reading) => (reading.energy === null) !== (reading.quality === 'missing')),
        ).toEqual([]);
        expect(facts.unbalanced).toBe(0);
        expect(facts.rowsRead).toBe(given.rows.length);
        expect(facts.readings).toBe(readings.length);
        const shown = readings.reduce((sum, reading) => sum + (reading.energy ?? 0), 0);
        const aside = Object.values(facts.setAside).reduce((sum, part) => sum + part.energy, 0);
        const size = given.rows.flatMap((row) => row.energy_consumption ?? []).reduce<number>(magnitude, 1);
        expect(Math.abs(shown + aside - facts.energyRead) / size).toBeLessThan(1e-9);
      }),
      { numRuns: 40, seed: 20_221_030, endOnFailure: false },
    );
  });

  it('their order means nothing where no date comes twice', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const once = new Map(given.rows.map((row) => [`${row.ext_dev_ref} ${row.date}`, row]));
        const rows = [...once.values()];
        if (!rows.some(hasValue)) return;
        const forwards = await unfold({ ...given, rows });
        const backwards = await unfold({ ...given, rows: rows.toReversed() });
        expect(backwards).toEqual(forwards);
      }),
      { numRuns: 12, seed: 20_220_327 },
    );
  });
});

function magnitude(sum: number, item: number | null): number {
  return item !== null && Math.abs(item) < 1e15 ? sum + Math.abs(item) : sum;
}
