import { DAY, isoDate } from '../../src/cli/samples/vilnius-clock';
import type { MeterRow } from '../corpus/meter-file';
import { seriesRows, withValues } from '../corpus/meter-rows';
import type { SeriesOptions } from '../corpus/meter-rows';
import type { LabelledRow } from '../corpus/truth';

/** What a rule must point at: local date, first slot, how many, what was found. */
interface Place {
  date: string;
  slot?: number;
  count: number;
  found?: number;
}

export interface RuleCase {
  rule: string;
  why: string;
  rows: LabelledRow[];
  places: Place[];
}

const MAY = { first: '2022-05-01', last: '2022-05-31' };

/** A month of honest hours, with what `change` makes of a slot; days count from 0. */
export function month(
  change: (value: number, day: number, slot: number) => number | null = (value) => value,
  options: Partial<SeriesOptions> = {},
): LabelledRow[] {
  return seriesRows({ ...MAY, ...options }).map((label, day) =>
    withValues(
      label,
      (label.row.energy_consumption ?? []).map((value, slot) =>
        value === null ? null : change(value, day, slot),
      ),
    ),
  );
}

export function days(
  count: number,
  first: string,
  value: (day: number) => number | null,
  fields: Partial<MeterRow>,
) {
  return Array.from({ length: count }, (_day, day): LabelledRow => {
    const row = { ...month()[0]!.row, ...fields, date: isoDate(first) + day * DAY };
    return { row: { ...row, energy_consumption: [value(day)] } };
  });
}

export const set =
  (at: number, slots: readonly number[], to: number | null) => (value: number, day: number, slot: number) =>
    day === at && slots.includes(slot) ? to : value;
export const slots = (from: number, count: number) =>
  Array.from({ length: count }, (_slot, index) => from + index);
export const gas = { fields: { fuel: 'gas' } };
export const daily = { resolution: 'P1D', unit: 'kWh' };
