import type { Figure } from '../figure-list';
import type { FigureSource } from './figure-source';

/**
 * A figure as it goes into a letter: with its unit, its note, its period and where it comes from.
 * `ofPeriod` is ` of 1 Jul 2022 – 31 Jul 2022`, or empty for the whole period.
 */
export function figureSentence(
  { name, value, unit, note }: Pick<Figure, 'name' | 'value' | 'unit' | 'note'>,
  ofPeriod: string,
  source: FigureSource | null,
): string {
  const amount = unit ? `${value} ${unit}` : value;
  const period = ofPeriod.replace(/^ of /, '') || source?.period;
  const from = source ? [source.subject, period, source.zone].filter(Boolean).join(', ') : period;
  return `${name}: ${amount} (${[note, from].filter(Boolean).join('; ')})`;
}
