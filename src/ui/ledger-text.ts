import {
  countOf,
  countText,
  decimalText,
  isUnitKnown,
  isZeroDecimal,
  shortText,
  unitText,
} from '../domain/number-text';
import { channelText, fuelText } from '../charts/series-text';
import { dateText } from '../charts/time-text';
import type { LedgerRow, SetAsideRow } from '../queries/rows/ledger';
import type { FindingRow } from '../queries/rows/quality';
import type { OpenSource } from '../session/session-state';

const REASONS: Readonly<Record<string, string>> = {
  value_in_nonexistent_hour: 'stood for time that never happened, because the clocks went forward',
  zero_in_nonexistent_hour:
    'was zero and stood for time that never happened, because the clocks went forward',
  wrong_length: 'belong to arrays whose length fits no reading of their day',
  duplicate_identical: 'repeat a row that is there already, value for value',
  duplicate_conflicting: 'contradict another row for the same meter and period',
  overlapping_period: 'belong to a month that rows of its days tell too, so that it would count twice',
  repeated_identical: 'repeat a reading that is there already, value for value',
  repeated_conflicting: 'contradict another reading of the same time',
  off_grid: 'have a time that is no start of an interval',
  register_edge: 'are counter states with no other one to be held against',
  register_gap: 'are counter states further apart than one interval, so that nobody knows when it flowed',
  register_reset: 'are counter states before the counter began again at zero',
  register_fall: 'are counter states after which the counter fell',
  register_roll_over: 'are counter states before the counter went round, further apart than one interval',
  unreadable_resolution: 'have a resolution that cannot be read',
  null_key: 'have no client, meter or date',
  date_out_of_range: 'have a date outside the years 1900 to 2199',
  empty_array: 'have an empty array or none',
  not_a_finite_number: 'are no usable numbers: infinite, not a number, or beyond 10¹⁵',
};

const words = (code: string): string => code.replaceAll('_', ' ');

/** Energy with its unit from exact decimal text: `876,000 kWh`, or `876,000 (unit not stated)`. */
export const exactEnergyText = (energy: string, unit: string): string =>
  isUnitKnown(unit)
    ? `${decimalText(energy)} ${unitText(unit)}`
    : `${decimalText(energy)} (${unitText(unit)})`;

/** What a ledger line is about: `electricity consumption`. */
export const groupText = (row: Pick<LedgerRow, 'fuel' | 'channel'>): string =>
  row.fuel === '–' ? 'rows without a key' : `${fuelText(row.fuel)} ${channelText(row.channel)}`;

/** Rows without a key belong to no series, so that neither fuel nor channel is known. */
const isKeyless = (row: Pick<LedgerRow, 'fuel'>): boolean => row.fuel === '–';

/** One line of what was set aside, as a sentence. */
export function setAsideSentence(row: SetAsideRow): string {
  const what = row.rows > 0 ? countOf(row.rows, 'row') : countOf(row.values, 'value');
  const held = row.rows > 0 ? `, ${countOf(row.values, 'value')} in all,` : '';
  const reason = REASONS[row.reason] ?? `set aside: ${words(row.reason)}`;
  const energy = isZeroDecimal(row.energy) ? 'no energy' : `energy ${exactEnergyText(row.energy, row.unit)}`;
  return `${what}${held} ${reason}: ${energy}${isKeyless(row) ? '' : `, ${groupText(row)}`}.`;
}

/** The whole ledger line as a few sentences a person can check. */
export function ledgerSentence(row: LedgerRow): string {
  const read = `${countOf(row.rows_read, 'row')} with ${countOf(row.values_read, 'value')} were read, ${exactEnergyText(row.energy_read, row.unit)} in all.`;
  const shown = `${countOf(row.readings, 'interval')} are shown with ${decimalText(row.energy_shown)}`;
  const aside =
    isZeroDecimal(row.energy_set_aside) && row.rows_set_aside === 0 && row.values_set_aside === 0
      ? 'nothing was set aside'
      : `${decimalText(row.energy_set_aside)} was set aside`;
  const notes = [
    row.readings_split > 0 && `${countText(row.readings_split)} of the intervals come from doubled slots`,
    row.readings_missing > 0 && `${countText(row.readings_missing)} have no value and are flagged missing`,
    row.readings_suspect > 0 && `${countText(row.readings_suspect)} are doubtful and keep their value`,
    row.readings_estimated > 0 &&
      `${countText(row.readings_estimated)} could be estimated, which adds nothing here`,
    row.readings_flagged > 0 &&
      `${countText(row.readings_flagged)} are called estimated or substituted by the file itself and count as they stand`,
  ].filter(Boolean);
  return `${read} ${shown}; ${aside}.${notes.length ? ` ${notes.join('; ')}.` : ''}`;
}

export const isBalanced = (row: LedgerRow): boolean => isZeroDecimal(row.energy_difference);

const RULES: Readonly<Record<string, string>> = {
  value_in_nonexistent_hour: 'values for time that never happened',
  zero_in_nonexistent_hour: 'zeros for time that never happened',
  wrong_length: 'arrays whose length fits no reading of their day, with the intervals they leave empty',
  duplicate_identical: 'rows repeated value for value',
  duplicate_conflicting: 'rows that contradict another row for the same period',
  overlapping_period: 'rows of a month, or of its days, that would count it twice',
  repeated_identical: 'readings repeated value for value',
  repeated_conflicting: 'readings that contradict another one of the same time',
  off_grid: 'readings whose time is no start of an interval',
  unreadable_resolution: 'rows with a resolution that cannot be read',
  null_key: 'rows without client, meter or date',
  date_out_of_range: 'rows with a date outside the years 1900 to 2199',
  empty_array: 'rows without values',
  not_a_finite_number: 'values that are no usable numbers',
  null_in_source: 'intervals that are empty in the file',
  no_slot: 'intervals that the array has no place for',
  pass_not_recorded: 'intervals of a repeated hour that the file has only once',
  wall_clock_summed: 'intervals shared out from a slot that held two',
  day_absent: 'intervals on days without a row',
  resolution_inferred: 'rows whose resolution was inferred from their number of values',
  spike: 'values far above the meter’s mean and its usual peaks',
  stuck: 'equal values, six or more in a row',
  zero_run: 'zeros, longer in a row than is usual for the fuel',
  absurd_magnitude: 'values larger than any connection carries',
  completeness_day: 'intervals missing on days that lack half or more',
  completeness_month: 'hours missing in months that lack more than a tenth',
  completeness_year: 'days too short of values in years that lack more than a tenth',
  interval_change: 'changes of the interval’s length',
  out_of_order: 'rows that stand after a later date in their file',
  overlapping_files: 'rows for a period that another file has too',
  future_date: 'rows dated after today',
  before_1970: 'rows dated before 1970',
  mixed_units: 'jumps by about a thousand, as if the unit had changed',
  over_capacity: 'values above what the connection can carry',
  negative: 'negative values where there should be none',
  looks_like_register: 'rows that rise from one to the next as a counter does; say so under What you decide',
  register_edge: 'intervals at the edge of a counter’s states',
  register_gap: 'intervals between counter states that lie further apart',
  register_reset: 'intervals in which the counter began again at zero',
  register_fall: 'intervals in which the counter fell',
  register_roll_over: 'intervals in which the counter went round to zero',
};

const SOURCE_FLAGS: readonly (readonly [string, string])[] = [
  ['source_estimated', 'readings that the file itself calls estimated'],
  ['source_substituted', 'readings that the file itself calls substituted, for now'],
  ['source_final_substitute', 'readings that the file itself calls substituted for good'],
  ['source_null', 'intervals that the file itself flags as null data'],
  ['source_doubted', 'readings that the file itself doubts'],
];

/** What a file's own quality flag says, with the number of its method: `source_estimated_52`. */
function sourceFlagText(rule: string): string | null {
  if (rule.startsWith('source_word_'))
    return `readings that the file calls “${words(rule.slice('source_word_'.length))}”`;
  const found = SOURCE_FLAGS.find(([name]) => rule.startsWith(name));
  if (!found) return null;
  const method = rule.slice(found[0].length + 1);
  return method === '' ? found[1] : `${found[1]}, method ${method}`;
}

/** A finding as a phrase with its count and where in time it lies. */
export function findingSentence(row: FindingRow): string {
  const rule = RULES[row.rule] ?? sourceFlagText(row.rule) ?? words(row.rule);
  if (row.first_date === null) return rule;
  const last = row.last_date ?? row.first_date;
  const period =
    last === row.first_date ? `on ${dateText(last)}` : `${dateText(row.first_date)} to ${dateText(last)}`;
  return `${rule}, ${period}`;
}

/** What was left out of each file that is open in part. */
export function leftOutLines(sources: readonly OpenSource[]): string[] {
  return sources.flatMap(({ name, rows, part }) => {
    if (!part) return [];
    const { selection, leftOut } = part;
    const day = (text: string) => dateText(Date.parse(`${text}T00:00Z`));
    const period = [
      selection.from && `from ${day(selection.from)}`,
      selection.to && `to ${day(selection.to)}`,
    ];
    const meters = selection.meters ? countOf(selection.meters.length, 'chosen meter') : 'every meter';
    const chosen = [meters, ...period.filter((text) => text !== null)].join(' ');
    return [
      `${shortText(name, 60)}: ${countOf(leftOut.rows, 'row')} of ${countText(rows)} with ${countOf(leftOut.values, 'value')}. Open: ${chosen}.`,
    ];
  });
}
