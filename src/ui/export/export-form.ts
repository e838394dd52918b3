import type { SeriesRow } from '../../queries/rows/series';
import { WHOLE_PERIOD } from '../../queries/period';
import { chosenColumns } from '../../session/chosen-columns';
import type { ExportChoice } from '../../session/chosen-sql';
import { seriesKey } from '../meter-filter';
import type { Selection } from '../portfolio/selection';

const DAY = 86_400_000;

/** Whose readings: of all series, of the meter on show, or of the series selected in the Meters view. */
export type Scope = 'all' | 'meter' | 'selected';

/** What stands in the fields of the export dialog. Dates are ISO text; empty means no bound. */
export interface ExportForm extends Pick<ExportChoice, 'resolution' | 'format' | 'byMonth'> {
  scope: Scope;
  from: string;
  to: string;
  unit: NonNullable<ExportChoice['unit']> | '';
  /** Columns that are not wanted, so that another resolution keeps the choice as far as it has them. */
  leftOut: ReadonlySet<string>;
}

export const FIRST_FORM: ExportForm = {
  scope: 'all',
  from: '',
  to: '',
  resolution: 'native',
  unit: '',
  leftOut: new Set(),
  format: 'parquet',
  byMonth: false,
};

/** The series of each scope. A meter is all series of one client and meter, whatever their fuel and channel. */
export function seriesByScope(
  series: readonly SeriesRow[],
  shown: SeriesRow | null,
  selection: Selection,
): Record<Scope, readonly SeriesRow[]> {
  return {
    all: series,
    meter: series.filter(
      (row) => row.client_id === shown?.client_id && row.ext_dev_ref === shown.ext_dev_ref,
    ),
    selected: series.filter((row) => selection.has(seriesKey(row))),
  };
}

/** What the fields choose, or what keeps them from choosing anything. The last date is within the period. */
export function choiceOf(
  form: ExportForm,
  scopes: Record<Scope, readonly SeriesRow[]>,
): ExportChoice | { trouble: string } {
  const from = Date.parse(`${form.from}T00:00:00Z`);
  const to = Date.parse(`${form.to}T00:00:00Z`) + DAY;
  const isWhole = Number.isNaN(from) && Number.isNaN(to);
  const period = {
    from_date_ms: Number.isNaN(from) ? WHOLE_PERIOD.from_date_ms : from,
    to_date_ms: Number.isNaN(to) ? WHOLE_PERIOD.to_date_ms : to,
  };
  const chosen = scopes[form.scope];
  if (chosen.length === 0) return { trouble: 'No series is chosen.' };
  if (period.from_date_ms >= period.to_date_ms)
    return { trouble: 'Nothing fits: the last date is before the first.' };
  const all = chosenColumns(form.resolution);
  const columns = all.filter((name) => !form.leftOut.has(name));
  if (columns.length === 0) return { trouble: 'Nothing to write: no column is chosen.' };
  return {
    seriesIds: form.scope === 'all' ? null : chosen.map(({ series_id }) => series_id),
    period: isWhole ? null : period,
    resolution: form.resolution,
    unit: form.unit === '' ? null : form.unit,
    columns: columns.length === all.length ? null : columns,
    format: form.format,
    byMonth: form.byMonth,
  };
}
