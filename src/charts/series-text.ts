import { countOf, shortText } from '../domain/number-text';
import { durationText } from './time-text';

const words = (code: string): string => shortText(code.replaceAll('_', ' '), 40);

/** `district heating` for `district_heating`. */
export const fuelText = (fuel: string): string => words(fuel);
export const channelText = (channel: string): string => words(channel);

const NAMED: Readonly<Record<number, string>> = { 60: 'hourly', 1440: 'daily', 43200: 'monthly' };

/** An interval length in words: `hourly`, `15 minutes`, `daily`, `monthly`. */
export function resolutionText(minutes: number): string {
  return NAMED[minutes] ?? durationText(minutes);
}

/** The finest and coarsest interval of a series in words; one word when they agree. */
export function resolutionRangeText(finest: number, coarsest: number): string {
  return finest === coarsest
    ? resolutionText(finest)
    : `${resolutionText(finest)} and ${resolutionText(coarsest)}`;
}

/** What one interval of this length is called in a sentence: `hour`, `15-minute interval`. */
export function intervalNoun(minutes: number): string {
  if (minutes === 60) return 'hour';
  if (minutes === 1440) return 'day';
  if (minutes === 43200) return 'month';
  return `${minutes}-minute interval`;
}

/** So many intervals in words: `23 hours`, `92 intervals of 15 minutes`. */
export function intervalsText(count: number, minutes: number): string {
  if (minutes === 60) return countOf(count, 'hour');
  return `${countOf(count, 'interval')} of ${durationText(minutes)}`;
}

/** True where a series is fine enough for pictures by hour of day. */
export const hasHours = (finestMinutes: number): boolean => finestMinutes <= 60;
