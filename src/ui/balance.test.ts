import { describe, expect, it } from 'vitest';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import balanceSql from '../queries/meter_balance.sql?raw';
import type { MeterBalanceRow } from '../queries/rows/series';
import { verdict } from './balance';

const folder = testFolder();
const WEEK = { first: '2022-05-02', last: '2022-05-08' };

function channel(name: string, value: (place: number) => number): LabelledRow[] {
  return seriesRows({ ...WEEK, value, fields: { channel: name, unit: 'kWh' } });
}

async function balance(rows: readonly LabelledRow[]): Promise<MeterBalanceRow[]> {
  const run = await runFiles([folder.writeRows('home.parquet', rows)]);
  const answer = await run.connection.query<MeterBalanceRow>(balanceSql, { parameters: { series_id: 1 } });
  await run.close();
  return answer;
}

const production = channel('production', (place) => 20 + (place % 24));
const consumption = channel('consumption', () => 30);
const exported = channel('export', (place) => Math.max(0, (place % 24) - 10));
const imported = channel('import', (place) => Math.max(0, 10 - (place % 24)));

describe('the balance of a meter', () => {
  it('is nothing where its four channels fit', async () => {
    const [row] = await balance([...production, ...consumption, ...exported, ...imported]);
    expect(row).toMatchObject({
      residual: 0,
      largest_residual: 0,
      intervals_compared: 168,
      intervals: 168,
      intervals_off: 0,
      consumption_energy: 5040,
    });
    expect(verdict(row!, 'kWh')).toContain('fit exactly. 168 of 168 intervals');
  });

  it('says how much is left over, of the intervals in which all four have a value', async () => {
    const late = consumption.map((label, day) =>
      day === 0
        ? {
            row: {
              ...label.row,
              energy_consumption: label.row.energy_consumption!.map((value, slot) =>
                slot < 4 ? null : value! - 1,
              ),
            },
          }
        : label,
    );
    const [row] = await balance([...production, ...late, ...exported, ...imported]);
    expect(row).toMatchObject({ residual: 20, largest_residual: 1, intervals_off: 20 });
    expect(row).toMatchObject({ intervals_compared: 164, intervals: 168 });
    expect(verdict(row!, 'kWh')).toMatch(/^20 intervals do not fit, by 1 kWh at most; .*164 of 168/);
  });

  it('is not asked of three channels, and never sums two', async () => {
    expect(await balance([...production, ...exported, ...imported])).toEqual([]);
  });
});
