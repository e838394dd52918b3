import { describe, expect, it } from 'vitest';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import { runFiles } from '../../e2e/native-run/native-run';
import { tableDump } from '../../e2e/native-run/table-dump';
import { testFolder } from '../../e2e/native-run/test-folder';
import { DEFAULT_POLICIES } from '../domain/policy';
import { policyTexts, readPolicyTexts } from '../domain/policy-text';

interface Named {
  ext_dev_ref: string;
  fuel: string;
  channel: string;
  unit: string;
  unit_assumed: boolean;
  series_key: string;
}

const folder = testFolder();
const WEEK = { first: '2022-05-02', last: '2022-05-08' };
const rows = [
  ...seriesRows({ ...WEEK, fields: { ext_dev_ref: 'a', unit: 'Wh', channel: 'import' } }),
  ...seriesRows({ ...WEEK, fields: { ext_dev_ref: 'b' } }),
];

describe('what a person sets for one series', () => {
  it('goes before the file’s word and the assumption, for that series only, and back again', async () => {
    const run = await runFiles([folder.writeRows('two.parquet', rows)]);
    const before = await tableDump(run);
    const named = await run.rows<Named>('series_named');
    const keys = new Map(named.map((series) => [series.ext_dev_ref, series.series_key]));
    const seriesSettings = {
      [keys.get('a')!]: { unit: 'kWh' },
      [keys.get('b')!]: { fuel: 'gas' as const, channel: 'production' as const },
    };
    await run.rerun({ seriesSettings }, ['policy.series']);
    expect(
      (await run.rows<Named>('series_named')).sort((x, y) => x.ext_dev_ref.localeCompare(y.ext_dev_ref)),
    ).toMatchObject([
      { ext_dev_ref: 'a', fuel: 'electricity', channel: 'import', unit: 'kWh', unit_assumed: false },
      { ext_dev_ref: 'b', fuel: 'gas', channel: 'production', unit: 'unknown', unit_assumed: true },
    ]);
    await run.rerun({ seriesSettings: {} }, ['policy.series']);
    expect(await tableDump(run)).toEqual(before);
    await run.close();
  });

  it('holds each series to its own connection, and the others to the one for all', async () => {
    const hour = { ...WEEK, fields: { unit: 'kWh' } };
    const value = (position: number) => 5 + (position % 24 === 18 ? 7 : 0);
    const run = await runFiles(
      [
        folder.writeRows('capacity.parquet', [
          ...seriesRows({ ...hour, value, fields: { unit: 'kWh', ext_dev_ref: 'small' } }),
          ...seriesRows({ ...hour, value, fields: { unit: 'kWh', ext_dev_ref: 'large' } }),
        ]),
      ],
      {
        ruleThresholds: { over_capacity: 20 },
        seriesSettings: { [['client-1', 'small', '', '', 'kWh'].join('\u001f')]: { capacityKw: 11 } },
      },
    );
    const rows = await run.rows<{ ext_dev_ref: string; energy: number; quality_rule: string }>('analytical');
    const suspect = rows.filter((row) => row.quality_rule === 'over_capacity');
    expect(suspect.map((row) => [row.ext_dev_ref, row.energy])).toEqual(Array(7).fill(['small', 12]));
    await run.close();
  });

  it('travels as text, and nothing else does', () => {
    const policies = {
      ...DEFAULT_POLICIES,
      seriesSettings: { 'c\u001fm\u001f\u001f\u001f': { unit: 'kWh' } },
    };
    expect(readPolicyTexts(policyTexts(policies))).toEqual({ policies, refused: [] });
    expect(readPolicyTexts({ seriesSettings: '{"x":{"unit":7}}' }).refused).toEqual(['seriesSettings']);
    expect(readPolicyTexts({ seriesSettings: '{"x":{"channel":"sideways"}}' }).refused).toEqual([
      'seriesSettings',
    ]);
  });
});
