import { household } from '../../src/cli/samples/home-loads';
import { between, mulberry32, seedFrom } from '../../src/cli/samples/random';
import type { TrueInterval } from '../../src/cli/samples/vilnius-clock';
import { dateOf } from '../../src/cli/samples/vilnius-clock';
import type { Metered } from './encodings';

/**
 * What one home used in each interval, in whole watt-hours: a seeded household that keeps to
 * its local clock. No two intervals of a local date hold the same value, so that a shifted
 * or exchanged hour always shows.
 */
export function meterHome(seed: string, intervals: readonly TrueInterval[]): Metered[] {
  const random = mulberry32(seedFrom(seed));
  const load = household(
    {
      base: between(random, 0.08, 0.35),
      morning: between(random, 0.3, 1.1),
      evening: between(random, 0.5, 1.8),
      lights: between(random, 0.05, 0.25),
      appliances: between(random, 0.05, 0.2),
      away: [],
    },
    random,
  );
  let date = Number.NaN;
  let used = new Set<number>();
  return intervals.map((interval) => {
    if (dateOf(interval.local) !== date) {
      date = dateOf(interval.local);
      used = new Set();
    }
    let value = Math.max(1, Math.round((load(interval) * interval.interval_minutes * 1000) / 60));
    while (used.has(value)) value += 1;
    used.add(value);
    return { ...interval, value };
  });
}
