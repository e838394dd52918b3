import { DOUBT_DONE, KEPT_DONE, MISSING_DONE, text } from './rule-sentences';
import type { ChangePlace, RuleText } from './rule-sentences';
import { sourceFlagText } from './source-flag-text';

const ASIDE_DONE = 'The rows were set aside. Their values and their energy stand in the ledger.';

const RULES: Readonly<Record<string, RuleText>> = {
  wall_clock_summed: text(
    'A repeated hour, shared out',
    'The clocks went back, and the slot of the repeated hour holds both hours added up.',
    'Its value was shared out over both hours, so that it adds up exactly. The parts are flagged split.',
    'convention',
  ),
  pass_not_recorded: text(
    'A repeated hour that the file has once',
    'The clocks went back, and the file has a value for one of the two hours only.',
    `The other hour is there and flagged missing.`,
    'convention',
  ),
  value_in_nonexistent_hour: text(
    'Values for time that never happened',
    'The clocks went forward, and the slot of the skipped hour holds a value.',
    'The value was set aside; its energy stands in the ledger. The rest of the row counts.',
    'zone',
  ),
  zero_in_nonexistent_hour: text(
    'Zeros for time that never happened',
    'The clocks went forward, and the slot of the skipped hour holds a zero. Most suppliers write it so.',
    'The zero was set aside and counted. No energy is lost by it.',
    'zone',
  ),
  null_in_source: text(
    'Empty values',
    'The row is there, and some of its values are empty.',
    MISSING_DONE,
    'supplier',
  ),
  day_absent: text(
    'Days without a row',
    'Between the first and the last date of the series there are dates that no row covers.',
    MISSING_DONE,
    'supplier',
  ),
  no_slot: text(
    'Intervals without a slot',
    'The array has no place for these intervals of its day.',
    MISSING_DONE,
    'zone',
  ),
  wrong_length: text(
    'Arrays of a wrong length',
    'The number of values fits neither the day nor the resolution that the row states.',
    `${ASIDE_DONE} The intervals of the day are flagged missing.`,
    'supplier',
  ),
  duplicate_identical: text(
    'Rows that repeat another one',
    'The same meter and period occurs again, value for value.',
    'One row counts, the repetitions were set aside and counted.',
    'supplier',
  ),
  duplicate_conflicting: text(
    'Rows that contradict another one',
    'The same meter and period occurs again with other values.',
    'One row counts as the choice says, the others were set aside.',
    'choices',
  ),
  overlapping_period: text(
    'Months told twice',
    'A month has a row of its own, and its days have rows too.',
    'It counts once: by its days where these are nine tenths of it, else by the month’s row. The others were set aside; their energy stands in the ledger.',
    'supplier',
  ),
  unreadable_resolution: text(
    'Resolutions that cannot be read',
    'Neither the stated resolution nor the number of values tells how long an interval is.',
    ASIDE_DONE,
    'supplier',
  ),
  resolution_inferred: text(
    'Resolutions that were inferred',
    'The stated resolution cannot be read, and the number of values leaves one answer.',
    'The resolution that fits was taken. No value was changed.',
    'supplier',
  ),
  null_key: text(
    'Rows without a key',
    'Client, meter or date is empty, so that the row belongs to no series.',
    ASIDE_DONE,
    'supplier',
  ),
  date_out_of_range: text(
    'Dates out of range',
    'The date lies before 1900 or after 2199.',
    ASIDE_DONE,
    'supplier',
  ),
  empty_array: text('Rows without values', 'The array is empty or absent.', ASIDE_DONE, 'supplier'),
  not_a_finite_number: text(
    'Values that are no usable numbers',
    'A value is infinite, not a number, or beyond 10¹⁵.',
    'The value was set aside and counted; its interval is flagged missing.',
    'supplier',
  ),
  spike: text('Spikes', 'A value is many times the mean of its series.', DOUBT_DONE, 'choices'),
  over_capacity: text(
    'Above the connection',
    'A value is more than the connection can carry.',
    DOUBT_DONE,
    'choices',
  ),
  negative: text(
    'Negative values',
    'A channel that only counts one way has a value below zero.',
    DOUBT_DONE,
    'choices',
  ),
  absurd_magnitude: text(
    'Absurd magnitudes',
    'A value is larger than any meter of its kind can measure.',
    DOUBT_DONE,
    'choices',
  ),
  stuck: text(
    'Stuck values',
    'The same value occurs many times in a row, and it is not zero.',
    KEPT_DONE,
    'choices',
  ),
  zero_run: text(
    'Runs of zeros',
    'The meter shows zero for longer than is usual for its fuel.',
    KEPT_DONE,
    'choices',
  ),
  completeness_day: text(
    'Incomplete days',
    'A day has too few values for its true length.',
    KEPT_DONE,
    'choices',
  ),
  completeness_month: text(
    'Incomplete months',
    'A month has too few values for its true length.',
    KEPT_DONE,
    'choices',
  ),
  completeness_year: text(
    'Incomplete years',
    'A year has too few values for its true length.',
    KEPT_DONE,
    'choices',
  ),
  interval_change: text(
    'A change of the interval',
    'The resolution changes within the series.',
    KEPT_DONE,
    'choices',
  ),
  out_of_order: text(
    'Rows out of order',
    'A row stands after a later one.',
    'The rows were put in order. No value was changed.',
    'choices',
  ),
  overlapping_files: text(
    'Files that overlap',
    'Another file has the same meter and date.',
    'One row counts as the choice says.',
    'choices',
  ),
  future_date: text('Dates in the future', 'The reading is dated after today.', KEPT_DONE, 'choices'),
  before_1970: text(
    'Dates before 1970',
    'The reading is dated before there were interval meters.',
    KEPT_DONE,
    'choices',
  ),
  looks_like_register: text(
    'Looks like the states of a counter',
    'Each row begins no lower than the one before ended, as the display of a counter does and consumption does not.',
    'Nothing was changed. If the values are counter states, say so below: they then become the energy between them.',
    'choices',
  ),
  register_gap: text(
    'Gaps between counter states',
    'Two states lie further apart than one interval: it is known how much flowed, not when.',
    'The energy was set aside, or shared out and flagged split, as the choice says.',
    'choices',
  ),
  register_reset: text(
    'A counter that began again',
    'The counter fell to zero or nearly so: it was reset, or the meter exchanged.',
    'The interval across it is missing. No negative energy is shown.',
    'supplier',
  ),
  register_fall: text(
    'A counter that fell',
    'A state is lower than the one before, and not near zero.',
    'The interval across it is missing. No negative energy is shown.',
    'supplier',
  ),
  register_roll_over: text(
    'A counter that went round',
    'The counter fell from just below a power of ten to just above zero.',
    'The energy over the turn is shown, and flagged suspect.',
    'choices',
  ),
  register_edge: text(
    'The edge of a counter’s states',
    'The last state (or the first, of states at the end of their slot) has no other to be held against.',
    'It was set aside and counted, without energy.',
    'nothing',
  ),
  mixed_units: text(
    'Units that change',
    'The level changes by a factor of a thousand from one day to the next.',
    KEPT_DONE,
    'choices',
  ),
};

const CHANGES: Readonly<Record<ChangePlace, string>> = {
  choices: 'Change the choice or the threshold below; every figure follows, and it travels in the export.',
  convention: 'Choose another reading of the repeated hour beside its evidence in Explore.',
  zone: 'Check the time zone at the top of the page: a wrong zone puts the clock changes on wrong days.',
  supplier:
    'Only the supplier can correct it: print the report, or send the JSON, and open the corrected file.',
  nothing: 'There is nothing to decide.',
};

export const changeText = (place: ChangePlace): string => CHANGES[place];

/** The sentences of a rule; a rule that nobody described keeps its name and says so. */
export function ruleText(rule: string): RuleText {
  const known = RULES[rule] ?? (rule.startsWith('zero_run') ? RULES['zero_run'] : sourceFlagText(rule));
  const words = rule.replaceAll('_', ' ');
  return (
    known ??
    text(
      `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
      'The rule of this name found something.',
      KEPT_DONE,
      'nothing',
    )
  );
}
