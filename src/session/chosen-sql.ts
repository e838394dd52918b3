import type { Parameters } from '../engine/engine';
import { MODELS } from '../etl/models';
import chosenAggregate from '../queries/chosen_aggregate.sql?raw';
import chosenDay from '../queries/chosen_day.sql?raw';
import chosenExpected from '../queries/chosen_expected.sql?raw';
import chosenReading from '../queries/chosen_reading.sql?raw';
import exportRows from '../queries/export_rows.sql?raw';
import { WHOLE_PERIOD } from '../queries/period';
import type { Period } from '../queries/period';
import { chosenColumns } from './chosen-columns';
import type { Resolution } from './chosen-columns';

export const ENERGY_UNITS = ['Wh', 'kWh', 'MWh'] as const;
export const EXPORT_FORMATS = ['parquet', 'csv', 'arrow'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a person chose to export. */
export interface ExportChoice {
  /** Null means every series. */
  seriesIds: readonly number[] | null;
  /** Null means all that there is. */
  period: Period | null;
  resolution: Resolution;
  /** Null leaves each unit as stated. */
  unit: (typeof ENERGY_UNITS)[number] | null;
  /** Null means all columns of the resolution. */
  columns: readonly string[] | null;
  format: ExportFormat;
  /** One file for each local month, together in a zip. */
  byMonth: boolean;
}

/** True where nothing is left out and nothing changed: the analytical table itself. */
export function isWholeTable(choice: ExportChoice): boolean {
  const { seriesIds, period, resolution, unit, columns, byMonth } = choice;
  return !seriesIds && !period && resolution === 'native' && !unit && !columns && !byMonth;
}

/**
 * The statement whose rows are written, with its columns in their own order.
 * @param columns those to write; null means all. Names that the resolution does not have are left out.
 */
export function chosenRowsSql(resolution: Resolution, columns: readonly string[] | null = null): string {
  const rows = resolution === 'native' ? CHOSEN_NATIVE_SQL : chosenAggregate;
  if (!columns) return composed(rows);
  const kept = chosenColumns(resolution).filter((name) => columns.includes(name));
  return composed(`select ${kept.join(', ')} from (\n${rows}\n) as chosen_row`);
}

/** The analytical table as the command line writes it, of the chosen readings alone. */
const CHOSEN_NATIVE_SQL = `select *
from (
with analytical as not materialized (from chosen_reading)
${exportRows}
) as chosen_row`;

/** The statement that says what the written rows must add up to. */
export const CHOSEN_EXPECTED_SQL = composed(chosenExpected);

/** The variables of both statements, but for the ranks of a run of series. */
export function chosenParameters(choice: ExportChoice): Parameters {
  return {
    series_ids: choice.seriesIds?.join(',') ?? '',
    ...(choice.period ?? WHOLE_PERIOD),
    resolution: choice.resolution,
    target_unit: choice.unit ?? '',
  };
}

/** The views `reading` and `analytical` as they stand in the models, over the chosen days alone. */
function composed(last: string): string {
  const parts = [
    ['reading_day', chosenDay],
    ['reading', modelSql('reading')],
    ['analytical', modelSql('analytical')],
    ['chosen_reading', chosenReading],
  ];
  return `with ${parts.map(([name, sql]) => `${name} as not materialized (\n${sql}\n)`).join(',\n')}\n${last}`;
}

function modelSql(name: string): string {
  const model = MODELS.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`no model ${name}`);
  return model.sql;
}
