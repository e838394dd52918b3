import type { Policies } from '../domain/policy';
import { seriesKey } from '../domain/series';
import { conversionOf } from '../domain/units';
import type { Connection, SmallTable } from '../engine/engine';
import statedSeries from './sql/staging/stated_series.sql?raw';

interface StatedSeries {
  series_id: number;
  client_id: string;
  ext_dev_ref: string;
  fuel: string | null;
  channel: string | null;
  unit: string | null;
}

/** What there is among the series that are not shown as they lie in their files. */
export interface Meanings {
  /** Any of them at all. */
  meanings: boolean;
  conversions: boolean;
  registers: boolean;
}

/** Writes what becomes of the values of each series that is not shown as it lies in its file. */
export async function writeSeriesMeaning(connection: Connection, policies: Policies): Promise<Meanings> {
  const series = await connection.query<StatedSeries>(statedSeries);
  const table = seriesMeaningTable(series, policies);
  await connection.createSmallTable('series_meaning', table);
  const holds = (name: string) => {
    const place = table.columns.findIndex((column) => column.name === name);
    return table.rows.some((row) => row[place] !== null && row[place] !== false);
  };
  return {
    meanings: table.rows.length > 0,
    conversions: holds('numerator'),
    registers: holds('is_register'),
  };
}

/** One row for each series with a conversion or with counter states. */
export function seriesMeaningTable(series: readonly StatedSeries[], policies: Policies): SmallTable {
  return {
    columns: [
      { name: 'series_id', type: 'integer' },
      { name: 'stated_unit', type: 'varchar' },
      { name: 'unit', type: 'varchar' },
      { name: 'numerator', type: 'double' },
      { name: 'denominator', type: 'double' },
      { name: 'per_hour', type: 'boolean' },
      { name: 'is_register', type: 'boolean' },
      { name: 'states_at_end', type: 'boolean' },
      { name: 'register_gaps', type: 'varchar' },
    ],
    rows: series.flatMap((one) => {
      const own = policies.seriesSettings[seriesKey(one)] ?? {};
      const statedUnit = own.unit ?? one.unit ?? policies.assumedUnit;
      const meaning = own.meaning ?? policies.meaning;
      const conversion = conversionOf(statedUnit, {
        ...policies,
        calorificKwhPerM3: own.calorificKwhPerM3 ?? policies.calorificKwhPerM3,
      });
      if (!conversion && meaning === 'interval') return [];
      const isScaled = conversion && (conversion.perHour || conversion.numerator !== conversion.denominator);
      return [
        [
          one.series_id,
          statedUnit,
          conversion?.unit ?? statedUnit,
          isScaled ? conversion.numerator : null,
          isScaled ? conversion.denominator : null,
          conversion?.perHour ?? false,
          meaning !== 'interval',
          meaning === 'register-end',
          policies.registerGaps,
        ],
      ];
    }),
  };
}
