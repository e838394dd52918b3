import { compareDays } from '../../charts/compared-days';
import type { ComparedDay } from '../../charts/compared-days';
import { compareHours } from '../../charts/compared-hours';
import type { ComparedHour } from '../../charts/compared-hours';
import { namedRows } from '../../charts/compared-rows';
import type { Overlay } from '../../charts/overlay';
import type { DailyRow, HeatmapRow, SeriesRow } from '../../queries/rows/series';
import type { FigureRows } from '../share/rows-csv';
import { isSameKind } from './comparison';
import type { Compared } from './comparison';

/** Both sides' hours for saving. */
export const savedHours = (
  rows: readonly HeatmapRow[],
  overlay: Overlay<HeatmapRow>,
  series: SeriesRow,
  compared: Compared,
): FigureRows =>
  savedPairs(compareHours(rows, overlay.rows, compared.common, compared.shift).rows, series, compared);

/** Both sides' days for saving. */
export const savedDays = (
  rows: readonly DailyRow[],
  overlay: Overlay<DailyRow>,
  series: SeriesRow,
  compared: Compared,
): FigureRows =>
  savedPairs(compareDays(rows, overlay.rows, compared.common, compared.shift), series, compared);

/** Without their difference where the sides are different things. */
function savedPairs(
  rows: readonly (ComparedHour | ComparedDay)[],
  series: SeriesRow,
  compared: Compared,
): FigureRows {
  const named = namedRows(rows, compared.label);
  if (isSameKind(series, compared.series)) return named;
  return named.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('difference'))),
  );
}
