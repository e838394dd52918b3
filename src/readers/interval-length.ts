const MINUTE = 60_000;
const DAY_MINUTES = 1440;
export const MONTH_MINUTES = 43_200;

/**
 * The usual interval of a series, from the distances between its times in order.
 * @returns minutes (1440 for a day, 43200 for a month), or null where no distance repeats itself often enough
 */
export function usualInterval(sortedTimes: readonly number[] | Float64Array): number | null {
  const counts = new Map<number, number>();
  let steps = 0;
  for (let index = 1; index < sortedTimes.length; index++) {
    const minutes = (sortedTimes[index]! - sortedTimes[index - 1]!) / MINUTE;
    if (minutes <= 0) continue;
    steps++;
    const known = intervalOf(minutes);
    if (known !== null) counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  const [best, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [0, 0]);
  return count > 0 && count >= steps / 3 ? best : null;
}

/** The interval that a distance stands for: those that make a whole day, a day of 23 to 25 hours, a month. */
function intervalOf(minutes: number): number | null {
  if (minutes >= 28 * DAY_MINUTES - 120 && minutes <= 31 * DAY_MINUTES + 120) return MONTH_MINUTES;
  if (minutes >= 22 * 60 && minutes <= 26 * 60) return DAY_MINUTES;
  return Number.isInteger(minutes) && minutes < DAY_MINUTES && DAY_MINUTES % minutes === 0 ? minutes : null;
}
