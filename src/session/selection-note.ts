import type { ExportChoice } from './chosen-sql';

export const SELECTION_KEY = 'meterfold.selection';

/** A series as a note of what was chosen names it. */
interface NotedSeries {
  client_id: string;
  ext_dev_ref: string;
  fuel: string;
  channel: string;
}

/**
 * The metadata of the whole with a note of what was chosen.
 * @param series those that were chosen; null means all
 */
export function withSelection(
  whole: Readonly<Record<string, string>>,
  choice: ExportChoice,
  series: readonly NotedSeries[] | null,
): Record<string, string> {
  const day = (date: number | undefined) =>
    date === undefined ? null : new Date(date).toISOString().slice(0, 10);
  const selection = {
    series:
      series?.map(({ client_id, ext_dev_ref, fuel, channel }) => ({
        client_id,
        ext_dev_ref,
        fuel,
        channel,
      })) ?? 'all',
    from_local_date: day(choice.period?.from_date_ms),
    before_local_date: day(choice.period?.to_date_ms),
    resolution: choice.resolution,
    unit: choice.unit ?? 'as stated',
    columns: choice.columns ?? 'all',
    files: choice.byMonth ? 'one for each local month' : 'one',
  };
  const noted: Record<string, string> = { ...whole, [SELECTION_KEY]: JSON.stringify(selection) };
  // It describes the columns of readings, which aggregated rows do not have.
  if (choice.resolution !== 'native') delete noted['meterfold.data_dictionary'];
  return noted;
}
