import { dateText } from '../charts/time-text';
import { countOf, countText, decimalText } from '../domain/number-text';
import type { PolicyPreviewRow } from '../queries/rows/clock-changes';
import { exactEnergyText } from './ledger-text';

/** True where a choice would change any interval of a file, or what is set aside of it. */
export const isChanged = (row: PolicyPreviewRow): boolean =>
  row.days_changed > 0 || row.aside_before !== row.aside_after;

/** Which days of a file a choice would change: `1 of 365 days, 30 Oct 2022`. */
export function changedDaysText(row: PolicyPreviewRow): string {
  const days = `${countText(row.days_changed)} of ${countOf(row.days, 'day')}`;
  if (row.first_date === null || row.last_date === null) return days;
  const [first, last] = [dateText(row.first_date), dateText(row.last_date)];
  if (first === last) return `${days}: ${first}`;
  return row.days_changed === 2 ? `${days}: ${first} and ${last}` : `${days}, between ${first} and ${last}`;
}

/** The figures of a file that a choice would change, each as name and `before → after`. */
export function changedFigures(row: PolicyPreviewRow): [name: string, change: string][] {
  const counts: [string, number, number][] = [
    ['Intervals', row.readings_before, row.readings_after],
    ['Intervals that share a value', row.split_before, row.split_after],
    ['Intervals without a value', row.missing_before, row.missing_after],
    ['Values set aside', row.aside_before, row.aside_after],
  ];
  const energies: [string, string | null, string | null][] = [
    ['Energy shown', row.energy_before, row.energy_after],
    ['Energy set aside', row.energy_aside_before, row.energy_aside_after],
  ];
  return [
    ['Days that change', changedDaysText(row)],
    ...counts
      .filter(([, before, after]) => before !== after)
      .map(([name, before, after]): [string, string] => [name, `${countText(before)} → ${countText(after)}`]),
    ...energies.flatMap(([name, before, after]): [string, string][] =>
      before === null || after === null || before === after || row.unit === null
        ? []
        : [[name, `${decimalText(before)} → ${exactEnergyText(after, row.unit)}`]],
    ),
  ];
}
