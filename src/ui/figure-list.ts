import {
  countOf,
  isUnitKnown,
  numberText,
  percentText,
  powerUnitText,
  unitText,
} from '../domain/number-text';
import { intervalNoun } from '../charts/series-text';
import { DAY, dateOf, dateText, HOUR, localTimeText } from '../charts/time-text';
import type { TimeWindow } from '../charts/timeline-window';
import type { FigurePlacesRow, OverviewRow, SeriesRow } from '../queries/rows/series';

const MONTH_MINUTES = 43_200;

/** One figure as its card shows it. */
export interface Figure {
  name: string;
  value: string;
  unit: string;
  /** The unit is a unit, and not the statement that there is none. */
  known: boolean;
  note: string;
  hint: string;
  /** The stretch that shows where the figure comes from, with its name; null where there is none. */
  place: { text: string; window: TimeWindow } | null;
}

/** The figures of a series, each with unit, note and one sentence of explanation. */
export function figuresOf(
  overview: OverviewRow,
  series: SeriesRow,
  places: FigurePlacesRow | null = null,
): Figure[] {
  const known = isUnitKnown(series.unit);
  const energyUnit = unitText(series.unit);
  const rateUnit = powerUnitText(series.unit);
  // A monthly reading starts on one date and covers them all, so that its dates are its months.
  const period = series.min_resolution_minutes >= MONTH_MINUTES ? 'month' : 'day';
  const noun = intervalNoun(overview.peak_interval_minutes ?? series.min_resolution_minutes);
  const flat = overview.peak_per_hour !== null && overview.base_load_per_hour === overview.peak_per_hour;
  return [
    {
      name: 'Total',
      value: numberText(overview.total_energy),
      unit: energyUnit,
      known,
      note: `${countOf(overview.local_days, period)}, ${countOf(overview.intervals_with_energy, 'interval')}`,
      hint: 'All energy of the intervals that have a value, added up.',
      place: null,
    },
    {
      name: `Mean ${period}`,
      value: numberText(overview.mean_day_energy),
      unit: energyUnit,
      known,
      note: `over ${countOf(overview.complete_days, `complete ${period}`)}`,
      hint: `The energy of an average ${period}. Only ${period}s without missing intervals count.`,
      place: dayPlace(places?.mean_day_date ?? null, 'the day nearest to it'),
    },
    {
      name: 'Base load',
      value: numberText(overview.base_load_per_hour),
      unit: rateUnit,
      known,
      note: flat ? 'the load never changes' : 'only 2.5% of intervals are lower',
      hint: 'What runs all the time: the level that 97.5% of the intervals reach or exceed.',
      place: flat
        ? null
        : timePlace(places?.base_load_local ?? null, places?.base_load_utc_offset_minutes ?? 0),
    },
    {
      name: 'Peak',
      value: numberText(overview.peak_per_hour),
      unit: rateUnit,
      known,
      note: peakNote(overview, flat),
      hint: `The highest ${noun} of the period, as energy per hour, with its local time.`,
      place: flat ? null : timePlace(overview.peak_local, overview.peak_utc_offset_minutes ?? 0),
    },
    {
      name: 'Load factor',
      value: percentText(overview.load_factor),
      unit: '',
      known: true,
      note: 'mean divided by peak',
      hint: 'How even the load is: 100% would be the same all the time; homes lie around 10 to 20%.',
      place: flat ? null : dayPlace(overview.peak_local, 'the day of the peak'),
    },
    ...shares(overview, places),
  ];
}

/** Shares by time of day and week, where the readings are short enough to tell. */
function shares(overview: OverviewRow, places: FigurePlacesRow | null): Figure[] {
  const share = (
    name: string,
    value: number | null,
    note: string,
    hint: string,
    place: Figure['place'],
  ): Figure[] =>
    value === null ? [] : [{ name, value: percentText(value), unit: '', known: true, note, hint, place }];
  const night = places?.night_date ?? null;
  const weekend = places?.weekend_date ?? null;
  return [
    ...share(
      'Night share',
      overview.night_share,
      '22:00 to 06:00',
      'How much of the energy falls between 22:00 and 06:00 local time. A load that never changes has 33%.',
      night === null
        ? null
        : {
            text: `highest: night of ${dateText(night)}`,
            window: { from: night + 20 * HOUR, to: night + DAY + 8 * HOUR },
          },
    ),
    ...share(
      'Weekend share',
      overview.weekend_share,
      'Saturday and Sunday',
      'How much of the energy falls on Saturdays and Sundays. A load that never changes has 29%.',
      weekend === null
        ? null
        : {
            text: `highest: ${dateText(weekend)} and the day after`,
            window: { from: weekend - DAY, to: weekend + 3 * DAY },
          },
    ),
  ];
}

/** A day with the days around it. */
const dayPlace = (local: number | null, text: string): Figure['place'] =>
  local === null
    ? null
    : {
        text: `${text}: ${dateText(local)}`,
        window: { from: dateOf(local), to: dateOf(local) + DAY },
      };

/** An interval, shown within its day. */
const timePlace = (local: number | null, offset: number): Figure['place'] =>
  local === null
    ? null
    : { text: localTimeText(local, offset), window: { from: dateOf(local), to: dateOf(local) + DAY } };

function peakNote(overview: OverviewRow, flat: boolean): string {
  if (overview.peak_local === null) return 'no interval has a value';
  const at = localTimeText(overview.peak_local, overview.peak_utc_offset_minutes ?? 0);
  return flat ? `every interval alike, first ${at}` : 'the highest interval';
}
