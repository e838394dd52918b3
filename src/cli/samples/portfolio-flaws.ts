import type { FoldedDay } from './fold';
import { isoDate } from './vilnius-clock';

/** What went wrong on the way from one meter to the file. Dates are local; none is a clock-change day. */
export interface Flaws {
  /** [first, last] dates without a row. */
  missing?: readonly (readonly [string, string])[];
  /** Date, first slot and last slot without a value. */
  blank?: readonly (readonly [string, number, number])[];
  /** Dates delivered twice, the same both times. */
  repeated?: readonly string[];
  /** Dates delivered once unfinished (the last quarter of the day blank) and once more, complete, at the end. */
  corrected?: readonly string[];
}

/** Flaws by meter; they touch all channels of the meter. */
export const PORTFOLIO_FLAWS: Readonly<Record<string, Flaws>> = {
  'flat-couple': { missing: [['2023-04-11', '2023-04-12']], repeated: ['2023-09-05', '2024-02-20'] },
  'flat-family': { blank: [['2024-11-09', 40, 47]] },
  'house-heat-pump': {
    blank: [
      ['2023-11-18', 5, 8],
      ['2024-01-22', 14, 14],
      ['2024-08-02', 0, 11],
    ],
    corrected: ['2024-06-13'],
  },
  'house-electric-heating': { missing: [['2024-02-05', '2024-02-25']] },
  'house-solar': { missing: [['2024-07-16', '2024-07-16']] },
  'ev-charger': { missing: [['2024-02-03', '2024-02-05']] },
  office: { repeated: ['2023-05-17'], blank: [['2023-08-23', 30, 33]] },
  'house-gas-boiler': { corrected: ['2024-03-05', '2024-03-06'], blank: [['2023-12-09', 17, 20]] },
  'block-heat': { missing: [['2024-09-12', '2024-09-12']] },
};

/** A row as it goes into the file, and whether the default policies set it aside. */
export interface DeliveredDay extends FoldedDay {
  setAside: 'duplicate_identical' | 'duplicate_conflicting' | null;
}

/** The rows of one channel as they were delivered, in file order. */
export function deliver(days: readonly FoldedDay[], flaws: Flaws): DeliveredDay[] {
  const delivered: DeliveredDay[] = [];
  const late: DeliveredDay[] = [];
  for (const day of days) {
    if ((flaws.missing ?? []).some(([from, to]) => day.date >= isoDate(from) && day.date <= isoDate(to)))
      continue;
    const known = { ...day, values: blanked(day, flaws) };
    if (includes(flaws.corrected, day.date)) {
      delivered.push({ ...known, values: unfinished(known.values), setAside: 'duplicate_conflicting' });
      late.push({ ...known, setAside: null });
      continue;
    }
    delivered.push({ ...known, setAside: null });
    if (includes(flaws.repeated, day.date)) delivered.push({ ...known, setAside: 'duplicate_identical' });
  }
  return [...delivered, ...late];
}

function blanked(day: FoldedDay, flaws: Flaws): (number | null)[] {
  const blanks = (flaws.blank ?? []).filter(([date]) => isoDate(date) === day.date);
  return day.values.map((value, slot) =>
    blanks.some(([, from, to]) => slot >= from && slot <= to) ? null : value,
  );
}

function unfinished(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, slot) => (slot < values.length * 0.75 ? value : null));
}

function includes(dates: readonly string[] | undefined, date: number): boolean {
  return (dates ?? []).some((text) => isoDate(text) === date);
}
