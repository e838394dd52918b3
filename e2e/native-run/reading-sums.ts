import type { ExpectedReading } from '../corpus/corpus-types';

const DAY = 86_400_000;

/** Readings gathered under a key of their local time, in order. */
export function gather(
  readings: readonly ExpectedReading[],
  keyOf: (local: number) => number,
): Map<number, ExpectedReading[]> {
  const groups = new Map<number, ExpectedReading[]>();
  for (const reading of readings) {
    const key = keyOf(reading.timestamp_local);
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  return groups;
}

/** Midnight of the date that a wall-clock time belongs to, as if UTC. */
export function dayOf(local: number): number {
  return Math.floor(local / DAY) * DAY;
}

/** Midnight of the first of the month that a wall-clock time belongs to, as if UTC. */
export function monthOf(local: number): number {
  const at = new Date(local);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}

/** The energies that are known. */
export function known(readings: readonly ExpectedReading[]): number[] {
  return readings.flatMap(({ energy }) => (energy === null ? [] : [energy]));
}

/** What the known energies add up to. */
export function total(readings: readonly ExpectedReading[]): number {
  return known(readings).reduce((sum, energy) => sum + energy, 0);
}

/** The same; null when none is known. */
export function totalOrNull(readings: readonly ExpectedReading[]): number | null {
  return known(readings).length === 0 ? null : total(readings);
}
