import { countOf, countText, numberText, shortText } from '../domain/number-text';
import { clockText, durationText, minuteText, offsetText } from '../charts/time-text';
import type { ConventionChoice } from '../domain/policy';
import { intervalsText } from '../charts/series-text';
import { cameFromSlot, isPlaced } from '../charts/transition-layout';
import type { ConventionRow, TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';

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

/** `Slot 3`, `Slots 12 to 15`, `Slots 3 and 24`. */
function slotsText(slots: readonly number[]): string {
  const [first = 0, last = first] = [slots[0], slots.at(-1)];
  if (slots.length === 1) return `Slot ${first}`;
  if (last - first === slots.length - 1) return `Slots ${first} to ${last}`;
  return `Slots ${slots.slice(0, -1).join(', ')} and ${last}`;
}

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
  if (!isPlaced(day)) {
    return `The row of this day is set aside (${day.layout.replaceAll('_', ' ')}) and counted in the ledger. Its ${real} are there, without a value, flagged missing.`;
  }
  if (day.layout === 'fixed_clock') return fixedClockSentence(day, intervals);
  if (day.layout === 'elapsed') {
    const { lost } = slotsByFate(day, intervals);
    return lost.length
      ? `The array always has ${day.raw_values.length} slots, in time order. ${slotsText(lost)} ${lost.length === 1 ? 'stands' : 'stand'} for time that this day does not have; its ${real} each have a value’s place.`
      : `The array holds ${values}, one for each of the day’s ${real}. Every value keeps its place.`;
  }
  return day.kind === 'gap' ? gapSentence(day, intervals) : overlapSentence(day, intervals);
}

/** A row of a clock that never changes is ordinary; only the labels of its hours change. */
function fixedClockSentence(day: TransitionDayRow, intervals: readonly TransitionIntervalRow[]): string {
  const first = intervals[0];
  const begins = first ? ` It begins at ${clockText(first.timestamp_local)} local time.` : '';
  const from = minuteText(day.shift_start_minute);
  const to = minuteText(day.shift_start_minute + day.shift_minutes);
  const labels =
    day.kind === 'gap'
      ? `the local labels step over ${from} to ${to}`
      : `the local labels ${from} to ${to} come twice`;
  return `The file’s clock never changes, so this row is ${intervalsText(intervals.length, day.resolution_minutes)} like any other: every value keeps its interval, and ${labels}.${begins}`;
}

function gapSentence(day: TransitionDayRow, intervals: readonly TransitionIntervalRow[]): string {
  const { lost } = slotsByFate(day, intervals);
  const valued = lost.filter((slot) => (day.raw_values?.[slot] ?? 0) !== 0);
  const from = minuteText(day.shift_start_minute);
  const remain = `${intervalsText(intervals.length, day.resolution_minutes)} remain`;
  if (lost.length === 0) {
    return `Part of the time from ${from} never happened; every value still has a real interval, and ${remain}.`;
  }
  const place =
    day.layout === 'end_label'
      ? `${slotsText(lost)}, by its end in the ${from} hour,`
      : `${slotsText(lost)} (from ${from})`;
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
    const held =
      day.layout === 'end_label'
        ? `what ended at ${from} and, the clocks having gone back, ended there again`
        : `both passes of ${from} to ${to}`;
    const value = `${doubled.length > 1 ? `in slot ${slot}, ` : ''}${numberText(day.raw_values?.[slot] ?? null)}`;
    return `${slotsText(doubled)} ${doubled.length === 1 ? 'holds' : 'hold'} ${held}. Shared by length: ${value} became ${parts.join(' + ')}, each flagged split; ${there}.`;
  }
  if (day.layout === 'repeat_last') {
    const behind = intervals.flatMap((row) =>
      cameFromSlot(row) && row.source_slot >= 1440 / day.resolution_minutes ? [row.source_slot] : [],
    );
    return `The array keeps the second pass of ${from} to ${to} behind the day’s last hour: ${slotsText(behind).toLowerCase()} went back to ${behind.length === 1 ? 'its' : 'their'} place in time; ${there}.`;
  }
  const lone = intervals.find((row) => row.quality_rule === 'pass_not_recorded');
  const which = lone && lone.utc_offset_minutes === day.offset_after_minutes ? 'first' : 'second';
  return `The time from ${from} to ${to} happened twice and the file has one value for it. It was given to the ${which} pass; the other is there, without a value, flagged missing; ${there}.`;
}

const CONVENTION_NAMES: Readonly<Record<string, string>> = {
  'wall-clock-summed': 'a doubled slot holds both hours added up',
  'wall-clock-first': 'a doubled slot holds the first of the two hours only',
  'wall-clock-second': 'a doubled slot holds the second of the two hours only',
  'end-label-summed': 'slots are named by their end, so the sum lies one slot earlier',
  'fixed-offset': 'a clock that never changes',
  utc: 'days of UTC',
  elapsed: 'arrays of 23 and 25 values, one per real hour',
  '25-chronological': 'always 25 slots, in time order',
  '25-repeat-last': 'always 25 slots, the repeated hour in the last',
  'gap-copied': 'the skipped hour repeats the one before',
  'not-testable': 'nothing in the file tells',
};

export const conventionText = (name: string): string => CONVENTION_NAMES[name] ?? name;

/** One sentence that says why we believe the convention, in figures. */
export function whySentence(convention: ConventionRow, kind: TransitionDayRow['kind']): string {
  if (convention.certainty === 'chosen') {
    const chosen = `You chose it: ${conventionText(convention.name)}.`;
    return convention.detected_name === convention.name || convention.detected_name === 'not-testable'
      ? chosen
      : `${chosen} The file itself looks like this: ${conventionText(convention.detected_name)} (${convention.detected_certainty}).`;
  }
  const said = factsOf(convention, kind).filter(Boolean).join('; ');
  if (!said) return 'The file holds no clock-change day that could tell; the usual convention is assumed.';
  const doubt =
    convention.certainty === 'assumed'
      ? ` That does not settle it, so this is taken: ${conventionText(convention.name)}.`
      : '';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.${doubt}`;
}

function factsOf(row: ConventionRow, kind: TransitionDayRow['kind']): string[] {
  if (row.name === 'elapsed') {
    return [
      `${countOf(row.elapsed_days, 'clock-change day')} in the file ${row.elapsed_days === 1 ? 'has' : 'have'} exactly as many values as real hours`,
    ];
  }
  if (row.name.startsWith('25')) {
    return [
      `${countOf(row.padded_days, 'ordinary day')} ${row.padded_days === 1 ? 'has' : 'have'} slots for 25 hours, and the empty ones on clock-change days say where the repeated hour lies`,
    ];
  }
  if (row.clock_offset_minutes !== null) return [gapFact(row), rampFact(row), clockFact(row)];
  return kind === 'gap' ? [gapFact(row), ratioFact(row)] : [ratioFact(row), gapFact(row)];
}

/** Whether people's day moved against the slots when the clocks changed. */
function rampFact(row: ConventionRow): string {
  if (row.ramp_share === null || row.ramp_tests === null) return '';
  return `weekdays move against the slots by ${Math.round(row.ramp_share * 100)} % of the clock change (${countOf(row.ramp_tests, 'comparison')})`;
}

/** Which clock the profile looks like, against the one that is taken. */
function clockFact(row: ConventionRow): string {
  if (row.seen_offset_minutes === null || row.clock_offset_minutes === null) return '';
  return `the shape of a weekday fits ${offsetText(row.seen_offset_minutes)} best, and ${offsetText(row.clock_offset_minutes)} is taken`;
}

function gapFact(row: ConventionRow): string {
  const seen = row.gap_slots_null + row.gap_slots_zero + row.gap_slots_valued;
  if (!seen) return '';
  const blank = row.gap_slots_null + row.gap_slots_zero;
  if (row.gap_days_end > row.gap_days_start)
    return `the slot before the skipped one is empty in ${countText(row.gap_days_end)} of ${countOf(row.gap_days, 'case')}, the mark of labels that name the end`;
  if (row.name === 'gap-copied')
    return `the skipped slot repeats the one before in ${countText(row.gap_days_copied)} of ${countOf(row.gap_days, 'case')}, as ${Math.round((row.copied_rate ?? 0) * 100)} % of ordinary days do`;
  if (row.clock_offset_minutes !== null && !blank)
    return `the slot that local clocks skip holds an ordinary value in ${countText(row.gap_slots_valued)} of ${countOf(seen, 'case')}`;
  if (!blank)
    return `the skipped slot holds a value in ${countText(row.gap_slots_valued)} of ${countOf(seen, 'case')}, which fits no usual convention`;
  const word = row.gap_slots_zero === 0 ? 'empty' : row.gap_slots_null === 0 ? 'zero' : 'empty or zero';
  return `the skipped slot is ${word} in ${countText(blank)} of ${countOf(seen, 'case')}, the mark of wall-clock arrays`;
}

function ratioFact(row: ConventionRow): string {
  if (row.name === 'end-label-summed' && row.end_overlap_ratio !== null)
    return `the slot one before the doubled one is ${row.end_overlap_ratio.toFixed(2)} times its neighbours, against ${(row.end_ordinary_ratio ?? 1).toFixed(2)} on ordinary days`;
  if (row.overlap_ratio === null) return '';
  const ordinary =
    row.ordinary_ratio === null ? '' : `, against ${row.ordinary_ratio.toFixed(2)} on ordinary days`;
  return `the doubled slot is ${row.overlap_ratio.toFixed(2)} times its neighbours${ordinary}`;
}

/** The ways to read clock changes that a person can choose from. */
export const CONVENTION_CHOICES: readonly { value: ConventionChoice; label: string }[] = [
  { value: 'auto', label: 'Automatic, from the evidence' },
  { value: 'wall-clock-summed', label: 'Both hours summed' },
  { value: 'wall-clock-first', label: 'First hour only' },
  { value: 'wall-clock-second', label: 'Second hour only' },
  { value: 'end-label-summed', label: 'End labels, summed one slot earlier' },
  { value: 'gap-copied', label: 'Skipped hour copied from the one before' },
  { value: 'elapsed', label: '23 and 25 values in time order' },
  { value: '25-chronological', label: 'Always 25 slots, in time order' },
  { value: '25-repeat-last', label: 'Always 25 slots, repeat in the last' },
  { value: 'fixed-offset', label: 'A clock that never changes' },
  { value: 'utc', label: 'UTC days' },
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

/** Whether a word from outside is one of ours. */
export const isCertainty = (word: string): boolean => Object.hasOwn(CERTAINTIES, word);

export const certaintyText = (row: ConventionRow): string => CERTAINTIES[row.certainty];

/** How much the judgement rests on, as a short line. */
export const basisText = (row: ConventionRow): string =>
  `${countOf(row.series_tested, 'series', 'series')} tested in ${countOf(row.gap_days + row.overlap_days, 'clock-change day')}`;
