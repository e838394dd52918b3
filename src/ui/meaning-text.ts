import { numberText, countOf, countText, shortText, unitText } from '../domain/number-text';
import type { RegisterGapPolicy } from '../domain/policy';
import type { Meaning } from '../domain/series';
import type { OutputUnit, PowerPolicy } from '../domain/units';
import { resolutionText } from '../charts/series-text';
import type { ConversionRow } from '../queries/rows/ledger';

export const OUTPUT_UNIT_TEXTS: Readonly<Record<OutputUnit, string>> = {
  'as-stated': 'as stated',
  Wh: 'Wh',
  kWh: 'kWh',
  MWh: 'MWh',
};

export const POWER_TEXTS: Readonly<Record<PowerPolicy, string>> = {
  average: 'are averages and become energy',
  'as-stated': 'stay as they are',
};

export const MEANING_TEXTS: Readonly<Record<Meaning, string>> = {
  interval: 'amounts, each of its interval',
  register: 'counter states at the start of their slot',
  'register-end': 'counter states at the end of their slot',
};

export const GAP_TEXTS: Readonly<Record<RegisterGapPolicy, string>> = {
  'set-aside': 'set aside, intervals missing',
  split: 'is shared out evenly, flagged split',
};

/** What one series' values became, in a few words: `kW taken for averages over their interval, × 0.25 (15 minutes) → kWh`. Empty for none. */
export function conversionText(rows: readonly ConversionRow[]): string {
  const [first] = rows;
  if (!first) return '';
  const unit = unitText(first.unit).replace('unit ', '');
  if (first.is_register) {
    const states = `counter states${first.stated_unit === first.unit ? '' : ` in ${shortText(first.stated_unit, 20)}`}`;
    return `${states}, differenced to ${unit === 'not stated' ? 'amounts' : unit}`;
  }
  const factors = rows.flatMap((row) => (row.factor === null ? [] : [factorText(row)]));
  const power = first.per_hour ? ' taken for averages over their interval' : '';
  return `${shortText(first.stated_unit, 20)}${power}${factors.length ? `${power && ','} ${factors.join(', ')}` : ''} → ${unit}`;
}

function factorText({ factor, per_hour, resolution_minutes }: ConversionRow): string {
  if (!per_hour) return `× ${plainFactor(factor!)}`;
  if (resolution_minutes >= 1440)
    return `× the true hours of each ${resolution_minutes === 1440 ? 'day' : 'month'}`;
  return `× ${plainFactor(factor!)} (${resolutionText(resolution_minutes)})`;
}

/** Small factors are written out: a rounded one would be another factor. */
const plainFactor = (factor: number): string =>
  factor >= 0.001 && factor < 1000 ? numberText(factor) : String(factor);

/** The same for everything that is open, a line for each kind of conversion, with how much it was. */
export function conversionLines(rows: readonly ConversionRow[]): string[] {
  const lines = new Map<string, { series: Set<number>; values: number }>();
  for (const row of rows) {
    const text = conversionText([row]);
    const line = lines.get(text) ?? { series: new Set(), values: 0 };
    line.series.add(row.series_id);
    line.values += row.value_count;
    lines.set(text, line);
  }
  return [...lines].map(
    ([text, { series, values }]) =>
      `${text}: ${countText(values)} values of ${countOf(series.size, 'series', 'series')}`,
  );
}
