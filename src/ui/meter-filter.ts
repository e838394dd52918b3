import type { SeriesRow } from '../queries/rows/series';
import { channelText, fuelText } from '../charts/series-text';

/** The rows the list draws at once; more than that and the search has to narrow it down. */
export const MOST_ROWS = 200;

/** Names a series across runs, since its own id may change when files are added, and in addresses. */
export const seriesKey = (row: SeriesRow): string =>
  [row.client_id, row.ext_dev_ref, row.fuel, row.channel].map(keyPart).join('/');

/** Percent-encoded, so that no name can be taken for two; a file may hold half a character. */
const keyPart = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** The meter's name in a key that belongs to no series of the open files. */
export const meterOfKey = (key: string): string => {
  try {
    return decodeURIComponent(key.split('/')[1] ?? key);
  } catch {
    return key;
  }
};

/** Series whose meter, client, fuel or channel hold every typed word, in the order given. */
export function filterSeries(series: readonly SeriesRow[], typed: string): SeriesRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [...series];
  return series.filter((row) => {
    const text =
      `${row.ext_dev_ref} ${row.client_id} ${fuelText(row.fuel)} ${channelText(row.channel)} ${row.unit}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
