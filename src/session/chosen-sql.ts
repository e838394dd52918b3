import type { Parameters } from '../engine/engine';
import { MODELS } from '../etl/models';
import chosenAggregate from '../queries/chosen_aggregate.sql?raw';
import chosenDay from '../queries/chosen_day.sql?raw';
import chosenExpected from '../queries/chosen_expected.sql?raw';
import chosenNative from '../queries/chosen_native.sql?raw';
import chosenReading from '../queries/chosen_reading.sql?raw';
import { WHOLE_PERIOD } from '../queries/period';
import type { Period } from '../queries/period';

export const RESOLUTIONS = ['native', 'hour', 'day', 'month'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export const ENERGY_UNITS = ['Wh', 'kWh', 'MWh'] as const;

/** What a person chose to export. */
export interface ExportChoice {
  /** Null means every series. */
  seriesIds: readonly number[] | null;
  /** Null means all that there is. */
  period: Period | null;
  resolution: Resolution;
  /** Null leaves each unit as stated. */
  unit: (typeof ENERGY_UNITS)[number] | null;
  format: 'parquet' | 'csv';
}

/** The statement whose rows are written. */
export function chosenRowsSql(resolution: Resolution): string {
  return composed(resolution === 'native' ? chosenNative : chosenAggregate);
}

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
