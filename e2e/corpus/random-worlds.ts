import fc from 'fast-check';
import { DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import { CONVENTIONS, DUPLICATE_POLICIES } from '../../src/domain/policy';
import type { Policies } from '../../src/domain/policy';
import type { MeterRow } from './meter-file';

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

/** Files with anything in them, and what a person may have chosen. */
export interface World {
  policies: Partial<Policies>;
  files: MeterRow[][];
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
      meter: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      day: fc.integer({ min: -4, max: 4 }),
      minutes: fc.constantFrom(60, 60, 60, 60, 30, 20, 15, 5, 1440),
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

/**
 * Some files of a few rows each, opened together in any zone by any rules. Meters come up in several
 * files, and dates several times.
 */
export const world: fc.Arbitrary<World> = fc.constantFrom(...PLACES).chain(([zone, near]) =>
  fc.record({
    policies: fc.record({
      zone: fc.constant(zone),
      convention: fc.constantFrom(...CONVENTIONS),
      duplicates: fc.constantFrom(...DUPLICATE_POLICIES),
    }),
    files: fc.array(
      fc.array(row(near), { minLength: 1, maxLength: 25 }).filter((rows) => rows.some(hasValue)),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);

/** Whether a row says anything at all; a file without one that does is refused. */
export function hasValue(candidate: MeterRow): boolean {
  return candidate.energy_consumption?.some((item) => item !== null) ?? false;
}

/** The files less the rows that repeat the date of another one of their meter, in whatever file, and less empty files. */
export function withoutRepeats(files: readonly (readonly MeterRow[])[]): MeterRow[][] {
  const seen = new Set<string>();
  const isNew = (each: MeterRow): boolean => {
    const key = `${each.ext_dev_ref} ${each.date}`;
    return !seen.has(key) && seen.add(key).has(key);
  };
  return files.map((rows) => rows.filter(isNew)).filter((rows) => rows.some(hasValue));
}
