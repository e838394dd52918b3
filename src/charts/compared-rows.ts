import type {
  DailyRow,
  DistributionRow,
  IntervalRow,
  LoadDurationRow,
  MonthlyRow,
  TypicalDayRow,
  WeekRow,
} from '../queries/rows/series';
import { placeBothSides } from './interval-timeline';
import { compareClasses } from './load-classes';
import { otherMonthPlace } from './monthly-totals';
import type { Overlay } from './overlay';
import { ownTime } from './time-shift';
import { DAY } from './time-text';
import type { TimeWindow } from './timeline-window';
import { SEASONS } from './typical-day';
import { hourOfWeek } from './typical-week';

/*
 * The rows behind a picture that shows two sides, for saving: the meter's own fields under their names, the
 * other side's as `other_…`, and in `compared_with` what the other side is. A row that only one side has
 * leaves the other's fields empty; nothing is summed, scaled or filled.
 */

/** A row to save: the meter's own fields, the other side's and the name of the other side. */
export type ComparedRow = Readonly<Record<string, unknown>>;

interface Sides<R> {
  own: readonly R[];
  overlay: Overlay<R>;
  /** Where a row stands in the picture; rows of both sides at one place become one. */
  ownPlace: (row: R) => number;
  otherPlace: (row: R) => number;
  /** Fields that say the place itself and are equal on both sides. */
  shared?: readonly (keyof R & string)[];
}

/** Each row with the name of what it is compared with. */
export const namedRows = <R extends object>(rows: readonly R[], compared_with: string): ComparedRow[] =>
  rows.map((row) => ({ ...row, compared_with }));

function bothSides<R extends object>({ own, overlay, ownPlace, otherPlace, shared = [] }: Sides<R>) {
  const names = Object.keys(own[0] ?? overlay.rows[0] ?? {}) as (keyof R & string)[];
  const mine = new Map(own.map((row) => [ownPlace(row), row]));
  const theirs = new Map(overlay.rows.map((row) => [otherPlace(row), row]));
  const places = [...new Set([...mine.keys(), ...theirs.keys()])].sort((a, b) => a - b);
  const rows = places.map((place) => {
    const [one, other] = [mine.get(place), theirs.get(place)];
    const fields = names.map((name) => [name, one?.[name] ?? (shared.includes(name) ? other?.[name] : null)]);
    const others = names
      .filter((name) => !shared.includes(name))
      .map((name) => [`other_${name}`, other?.[name] ?? null]);
    return Object.fromEntries([...fields, ...others]) as object;
  });
  return namedRows(rows, overlay.label);
}

/** Days beside the days that they are compared with, as far as the meter's own days go. */
export function daysOfBothSides(own: readonly DailyRow[], overlay: Overlay<DailyRow>): ComparedRow[] {
  const { shift } = overlay;
  // A 29 February that has no date beside it stands between those of the days around it.
  const place = ({ local_date }: DailyRow) =>
    ownTime(local_date, shift) ?? ownTime(local_date - DAY, shift)! + DAY / 2;
  const from = own[0]?.local_date ?? 0;
  const to = (own.at(-1)?.local_date ?? 0) + DAY;
  const rows = overlay.rows.filter((row) => place(row) >= from && place(row) < to);
  return bothSides({
    ...{ own, overlay: { ...overlay, rows }, otherPlace: place },
    ownPlace: (row) => row.local_date,
  });
}

/** Months beside the months that they are compared with; the meter's own alone where a comparison has no other. */
export function monthsOfBothSides(
  own: readonly MonthlyRow[],
  overlay: Overlay<MonthlyRow>,
): ComparedRow[] | readonly MonthlyRow[] {
  const place = otherMonthPlace(overlay.shift);
  if (!place) return own;
  const places = new Set(own.map((row) => row.local_month));
  const rows = overlay.rows.filter((row) => places.has(place(row.local_month)));
  return bothSides({
    own,
    overlay: { ...overlay, rows },
    ownPlace: (row) => row.local_month,
    otherPlace: (row) => place(row.local_month),
  });
}

/** The intervals of a window beside the other side's, one row wherever one of them begins. */
export function intervalsOfBothSides(
  own: readonly IntervalRow[],
  overlay: Overlay<IntervalRow>,
  window: TimeWindow,
): ComparedRow[] {
  const sides = placeBothSides(own, overlay, window);
  const places = new Map<IntervalRow, number>();
  const unplaced = (placed: typeof sides.own) =>
    placed.map(({ x1, x2: _x2, ...row }) => {
      places.set(row, x1);
      return row;
    });
  const place = (row: IntervalRow) => places.get(row) ?? 0;
  const [mine, others] = [unplaced(sides.own), unplaced(sides.other)];
  return bothSides({
    ...{ own: mine, overlay: { ...overlay, rows: others } },
    ...{ ownPlace: place, otherPlace: place },
  });
}

/** Typical days of both sides, by season, kind of day and hour. */
export function typicalDaysOfBothSides(
  own: readonly TypicalDayRow[],
  overlay: Overlay<TypicalDayRow>,
): ComparedRow[] {
  const place = (row: TypicalDayRow) =>
    (SEASONS.indexOf(row.season) * 2 + (row.is_weekend ? 1 : 0)) * 24 + row.local_hour;
  const shared = ['season', 'is_weekend', 'local_hour'] as const;
  return bothSides({ own, overlay, ownPlace: place, otherPlace: place, shared });
}

/** Typical weeks of both sides, by weekday and hour. */
export const weekOfBothSides = (own: readonly WeekRow[], overlay: Overlay<WeekRow>): ComparedRow[] =>
  bothSides({
    ...{ own, overlay, ownPlace: hourOfWeek, otherPlace: hourOfWeek },
    shared: ['iso_weekday', 'local_hour'],
  });

/** Parts of the time that the load duration curve has at most. */
const STEPS = 200;

/** The steps of both load duration curves, each with its own shares of its own time. */
export function stepsOfBothSides(
  own: readonly LoadDurationRow[],
  overlay: Overlay<LoadDurationRow>,
): ComparedRow[] {
  const place = (row: LoadDurationRow) => Math.floor(row.share_from * STEPS + 1e-6);
  return bothSides({ own, overlay, ownPlace: place, otherPlace: place });
}

/** The classes of load that both sides share, with each side's time and energy. */
export const classesOfBothSides = (
  own: readonly DistributionRow[],
  overlay: Overlay<DistributionRow>,
): ComparedRow[] => namedRows(compareClasses(own, overlay.rows), overlay.label);
