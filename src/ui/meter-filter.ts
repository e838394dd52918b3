import type { SeriesRow } from '../queries/rows';
import { channelText, fuelText } from '../charts/series-text';

/** The rows the list draws at once; more than that and the search has to narrow it down. */
export const MOST_ROWS = 200;

/** Names a series across runs: its own id may change when files are added. */
export const seriesKey = (row: SeriesRow): string =>
  JSON.stringify([row.client_id, row.ext_dev_ref, row.fuel, row.channel]);

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
