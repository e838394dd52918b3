import { channelText, fuelText } from '../../charts/series-text';
import { otherPart, ownPart } from '../../charts/time-shift';
import type { TimeShift } from '../../charts/time-shift';
import { DAY, dateOf } from '../../charts/time-text';
import { windowLength, windowText } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import { shortText, unitText } from '../../domain/number-text';
import type { SeriesRow } from '../../queries/rows/series';
import { seriesKey } from '../meter-filter';

/** What a person chose to lay over the meter: another series, or another period of the same one. */
export type Comparison =
  | { kind: 'series'; key: string }
  | { kind: 'previous' }
  | { kind: 'year' }
  | { kind: 'weekdays' }
  | { kind: 'chosen'; from: number };

/** The comparison made concrete. `common` is the period that both sides have, in the meter's own local time. */
export interface Compared {
  series: SeriesRow;
  /** How far before the meter's own time the other side lies. */
  shift: TimeShift;
  label: string;
  ownLabel: string;
  colour: string;
  common: TimeWindow;
}

/** The comparison, or one sentence on why there is nothing to lay over. */
export type Resolved = { compared: Compared } | { refused: string };

const MEASURED_COLOURS = ['consumption', 'import', 'export', 'production'];

const periodOf = (series: SeriesRow): TimeWindow => ({
  from: series.first_date,
  to: series.last_date + DAY,
});

/** Works out what lies over what. Different units never share an axis, and different steps of time no bars. */
export function resolveComparison(
  comparison: Comparison,
  own: SeriesRow,
  all: readonly SeriesRow[],
  window: TimeWindow | null,
): Resolved {
  if (comparison.kind === 'series') {
    const other = all.find((series) => seriesKey(series) === comparison.key);
    return other ? withSeries(own, other, window) : { refused: 'That meter is no longer open.' };
  }
  const base = window ?? periodOf(own);
  const shift = shiftOf(comparison, base, window !== null);
  if (shift === null) {
    return {
      refused: 'The whole period has none before it. Select a part of it first, a month for example.',
    };
  }
  if (shift === 0) return { refused: 'That is the period itself. Choose another day to start from.' };
  const common = trimmed(shared(base, periodOf(own), shift), shift);
  if (!common) return { refused: `There is no data ${shiftWords(comparison)} for this part of the period.` };
  return {
    compared: {
      series: own,
      shift,
      label: windowText(otherPart(common, shift)),
      ownLabel: windowText(common),
      colour: 'var(--compare)',
      common,
    },
  };
}

function withSeries(own: SeriesRow, other: SeriesRow, window: TimeWindow | null): Resolved {
  const [mine, theirs] = [own, other].map(seriesName);
  if (own.unit !== other.unit) {
    return {
      refused: `${mine} is in ${unitWords(own)}, ${theirs} in ${unitWords(other)}. Different units share no axis, so nothing is laid over.`,
    };
  }
  const common = shared(window ?? periodOf(own), periodOf(other), 0);
  if (!common) return { refused: `${theirs} has no data in this period.` };
  const differs = own.channel !== other.channel && MEASURED_COLOURS.includes(other.channel);
  return {
    compared: {
      series: other,
      shift: 0,
      label: theirs!,
      ownLabel: mine!,
      colour: differs ? `var(--${other.channel})` : 'var(--compare)',
      common,
    },
  };
}

const unitWords = ({ unit }: SeriesRow): string =>
  unit === 'unknown' ? 'a unit that nobody stated' : unitText(unit);

/** `house-solar, export`; the fuel where it is not electricity. */
export function seriesName(series: SeriesRow): string {
  const fuel = series.fuel === 'electricity' ? '' : `${fuelText(series.fuel)} `;
  return `${shortText(series.ext_dev_ref, 40)}, ${fuel}${channelText(series.channel)}`;
}

function shiftOf(
  comparison: Exclude<Comparison, { kind: 'series' }>,
  base: TimeWindow,
  isPart: boolean,
): TimeShift | null {
  if (comparison.kind === 'previous') return isPart ? Math.ceil(windowLength(base) / DAY) * DAY : null;
  if (comparison.kind === 'chosen') return dateOf(base.from) - comparison.from;
  if (comparison.kind === 'weekdays') return WEEKS_OF_A_YEAR;
  return 'year';
}

/** 52 weeks: nearly a year, and the same weekday. */
const WEEKS_OF_A_YEAR = 364 * DAY;

/**
 * A period that is a day or two longer than the way between both would overlap the other one: it is cut to
 * that length. 52 weeks keep the end, so that they do not begin in the last days of another year.
 */
function trimmed(common: TimeWindow | null, shift: TimeShift): TimeWindow | null {
  if (!common || shift === 'year' || shift <= 0) return common;
  const over = windowLength(common) - shift;
  if (over <= 0 || over > 3 * DAY) return common;
  return shift === WEEKS_OF_A_YEAR
    ? { from: common.to - shift, to: common.to }
    : { from: common.from, to: common.from + shift };
}

/** The part of `base` for which `other`, moved by `shift`, has data; null when there is none. */
function shared(base: TimeWindow, other: TimeWindow, shift: TimeShift): TimeWindow | null {
  const moved = ownPart(other, shift);
  const from = Math.max(base.from, moved.from);
  const to = Math.min(base.to, moved.to);
  return to > from ? { from, to } : null;
}

const shiftWords = (comparison: Comparison): string =>
  comparison.kind === 'year' || comparison.kind === 'weekdays'
    ? 'a year earlier'
    : comparison.kind === 'previous'
      ? 'in the period before'
      : 'from that day on';

/** Two sides can be taken from each other only where they are the same kind of thing. */
export const isSameKind = (own: SeriesRow, other: SeriesRow): boolean =>
  own.channel === other.channel && own.fuel === other.fuel;

/** `Different things are not subtracted: import and …`: why two sides have no difference. */
export const apartText = (own: SeriesRow, other: SeriesRow): string =>
  `Different things are not subtracted: ${kindText(own)} and ${kindText(other)} stand side by side.`;

const kindText = ({ fuel, channel }: SeriesRow): string =>
  fuel === 'electricity' ? channelText(channel) : `${fuelText(fuel)} ${channelText(channel)}`;
