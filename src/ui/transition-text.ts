import { countOf, countText, numberText, shortText } from '../domain/number-text';
import { durationText, minuteText, offsetText } from '../charts/time-text';
import type { ConventionChoice } from '../domain/policy';
import { intervalsText } from '../charts/series-text';
import { cameFromSlot } from '../charts/transition-layout';
import type { ConventionRow, TransitionDayRow, TransitionIntervalRow } from '../queries/rows';

/** `The clocks went forward: 03:00 became 04:00`, with the offsets before and after. */
export function clockSentence(day: TransitionDayRow): string {
  const start = minuteText(day.shift_start_minute);
  const end = minuteText(day.shift_start_minute + day.shift_minutes);
  const offsets = `${offsetText(day.offset_before_minutes)} to ${offsetText(day.offset_after_minutes)}`;
  if (day.day_minutes === 0) return `The calendar skipped this date (${offsets})`;
  return day.kind === 'gap'
    ? `Clocks went forward from ${start} to ${end} (${offsets})`
    : `Clocks went back from ${end} to ${start} (${offsets})`;
}

/** The length of the day as its badge: `23 hours`. */
export const dayLengthText = (day: TransitionDayRow): string =>
  day.day_minutes === 0 ? 'skipped' : durationText(day.day_minutes);

const slotsText = (slots: readonly number[]): string =>
  slots.length === 1 ? `Slot ${slots[0]}` : `Slots ${slots[0]} to ${slots.at(-1)}`;

/** Slots of the array that became no interval, and those that became several. */
function slotsByFate(
  day: TransitionDayRow,
  intervals: readonly TransitionIntervalRow[],
): { lost: number[]; doubled: number[] } {
  const counts = new Map<number, number>();
  for (const { source_slot: slot } of intervals.filter(cameFromSlot)) {
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  const all = (day.raw_values ?? []).map((_, slot) => slot);
  return {
    lost: all.filter((slot) => !counts.has(slot)),
    doubled: all.filter((slot) => (counts.get(slot) ?? 0) > 1),
  };
}

/** One sentence that says what was done with the day's array. */
export function doneSentence(day: TransitionDayRow, intervals: readonly TransitionIntervalRow[]): string {
  const real = intervalsText(intervals.length, day.resolution_minutes);
  if (day.day_minutes === 0) {
    return day.raw_values?.length
      ? 'This date was skipped altogether, so no hour of it ever happened. All of its values are set aside and counted in the ledger.'
      : 'This date was skipped altogether: no hour of it ever happened, and the file rightly has none.';
  }
  if (day.layout === 'absent' || day.raw_values === null) {
    return `The file has no row for this day. Its ${real} are there, without a value, flagged missing; nothing was made up.`;
  }
  const values = countOf(day.raw_values.length, 'value');
  if (day.layout === 'wrong_length') {
    return `The array holds ${values}, which fits no reading of a day of ${durationText(day.day_minutes)}. All of it is set aside and counted in the ledger.`;
  }
  if (day.layout !== 'elapsed' && day.layout !== 'wall_clock') {
    return `The row of this day is set aside (${day.layout.replaceAll('_', ' ')}) and counted in the ledger. Its ${real} are there, without a value, flagged missing.`;
  }
  if (day.layout === 'elapsed') {
    return `The array holds ${values}, one for each of the day’s ${real}. Every value keeps its place.`;
  }
  return day.kind === 'gap' ? gapSentence(day, intervals) : overlapSentence(day, intervals);
}

function gapSentence(day: TransitionDayRow, intervals: readonly TransitionIntervalRow[]): string {
  const { lost } = slotsByFate(day, intervals);
  const valued = lost.filter((slot) => (day.raw_values?.[slot] ?? 0) !== 0);
  const from = minuteText(day.shift_start_minute);
  const remain = `${intervalsText(intervals.length, day.resolution_minutes)} remain`;
  if (lost.length === 0) {
    return `Part of the time from ${from} never happened; every value still has a real interval, and ${remain}.`;
  }
  const place = `${slotsText(lost)} (from ${from})`;
  const verb = lost.length === 1 ? 'stands' : 'stand';
  if (valued.length) {
    const sum = valued.reduce((total, slot) => total + (day.raw_values?.[slot] ?? 0), 0);
    return `${place} ${verb} for time that never happened, yet ${valued.length === 1 ? 'holds' : 'hold'} ${numberText(sum)}. That value is set aside and counted in the ledger; ${remain}.`;
  }
  const empty = lost.every((slot) => day.raw_values?.[slot] === null) ? 'empty' : 'zero';
  return `${place} ${verb} for time that never happened and ${lost.length === 1 ? 'is' : 'are'} ${empty} in the file, so nothing is lost: ${remain}.`;
}

function overlapSentence(day: TransitionDayRow, intervals: readonly TransitionIntervalRow[]): string {
  const { doubled } = slotsByFate(day, intervals);
  const from = minuteText(day.shift_start_minute);
  const to = minuteText(day.shift_start_minute + day.shift_minutes);
  const there = `${intervalsText(intervals.length, day.resolution_minutes)} in all`;
  const valueOf = (slot: number) => day.raw_values?.[slot] ?? 0;
  const slot = doubled.toSorted((a, b) => Math.abs(valueOf(b)) - Math.abs(valueOf(a)))[0];
  if (slot !== undefined) {
    const parts = intervals.filter((row) => row.source_slot === slot).map((row) => numberText(row.energy));
    const value = `${doubled.length > 1 ? `in slot ${slot}, ` : ''}${numberText(day.raw_values?.[slot] ?? null)}`;
    return `${slotsText(doubled)} ${doubled.length === 1 ? 'holds' : 'hold'} both passes of ${from} to ${to}. Shared equally: ${value} became ${parts.join(' + ')}, each flagged split; ${there}.`;
  }
  const lone = intervals.find((row) => row.quality_rule === 'pass_not_recorded');
  const which = lone && lone.utc_offset_minutes === day.offset_after_minutes ? 'first' : 'second';
  return `The time from ${from} to ${to} happened twice and the file has one value for it. It was given to the ${which} pass; the other is there, without a value, flagged missing; ${there}.`;
}

const CONVENTION_NAMES: Readonly<Record<string, string>> = {
  'wall-clock-summed': 'a doubled slot holds both hours added up',
  'wall-clock-first': 'a doubled slot holds the first of the two hours only',
  'wall-clock-second': 'a doubled slot holds the second of the two hours only',
  elapsed: 'arrays of 23 and 25 values, one per real hour',
  'not-testable': 'nothing in the file tells',
};

export const conventionText = (name: string): string => CONVENTION_NAMES[name] ?? name;

/** One sentence that says why we believe the convention, in figures. */
export function whySentence(convention: ConventionRow, kind: TransitionDayRow['kind']): string {
  if (convention.certainty === 'chosen') return `You chose it: ${conventionText(convention.name)}.`;
  if (convention.name === 'elapsed') {
    return `${countOf(convention.elapsed_days, 'clock-change day')} in the file ${convention.elapsed_days === 1 ? 'has' : 'have'} exactly as many values as real hours.`;
  }
  const facts = [
    kind === 'gap' ? gapFact(convention) : ratioFact(convention),
    kind === 'gap' ? ratioFact(convention) : gapFact(convention),
  ];
  const said = facts.filter(Boolean).join('; ');
  if (!said) return 'The file holds no clock-change day that could tell; the usual convention is assumed.';
  const doubt =
    convention.certainty === 'assumed'
      ? ` That does not settle it, so the usual reading is taken: ${conventionText(convention.name)}.`
      : '';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.${doubt}`;
}

function gapFact(row: ConventionRow): string {
  const seen = row.gap_slots_null + row.gap_slots_zero + row.gap_slots_valued;
  if (!seen) return '';
  const blank = row.gap_slots_null + row.gap_slots_zero;
  if (!blank)
    return `the skipped slot holds a value in ${countText(row.gap_slots_valued)} of ${countOf(seen, 'case')}, which fits no usual convention`;
  const word = row.gap_slots_zero === 0 ? 'empty' : row.gap_slots_null === 0 ? 'zero' : 'empty or zero';
  return `the skipped slot is ${word} in ${countText(blank)} of ${countOf(seen, 'case')}, the mark of wall-clock arrays`;
}

function ratioFact(row: ConventionRow): string {
  if (row.overlap_ratio === null) return '';
  const ordinary =
    row.ordinary_ratio === null ? '' : `, against ${row.ordinary_ratio.toFixed(2)} on ordinary days`;
  return `the doubled slot is ${row.overlap_ratio.toFixed(2)} times its neighbours${ordinary}`;
}

/** The ways to read a doubled slot that a person can choose from. */
export const CONVENTION_CHOICES: readonly { value: ConventionChoice; label: string }[] = [
  { value: 'auto', label: 'Automatic, from the evidence' },
  { value: 'wall-clock-summed', label: 'Both hours summed' },
  { value: 'wall-clock-first', label: 'First hour only' },
  { value: 'wall-clock-second', label: 'Second hour only' },
];

export const conventionChoiceText = (choice: string): string =>
  CONVENTION_CHOICES.find(({ value }) => value === choice)?.label ?? shortText(choice, 40);

const CERTAINTIES: Readonly<Record<ConventionRow['certainty'], string>> = {
  certain: 'certain',
  likely: 'likely',
  assumed: 'assumed',
  chosen: 'chosen by you',
  'not testable': 'not testable',
};

export const certaintyText = (row: ConventionRow): string => CERTAINTIES[row.certainty];

/** How much the judgement rests on, as a short line. */
export const basisText = (row: ConventionRow): string =>
  `${countOf(row.series_tested, 'series', 'series')} tested in ${countOf(row.gap_days + row.overlap_days, 'clock-change day')}`;
