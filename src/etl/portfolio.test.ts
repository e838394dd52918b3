import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { samplePath } from '../../e2e/native-run/test-folder';
import { buildPortfolio } from '../cli/samples/portfolio';

interface SeriesTotals {
  series_id: number;
  readings: number;
  readings_missing: number;
  readings_split: number;
  energy_shown: number;
  rows_set_aside: number;
  values_set_aside: number;
  energy_set_aside: number;
}

interface NamedSeries {
  series_id: number;
  ext_dev_ref: string;
  channel: string;
  unit: string;
}

describe('the sample portfolio', () => {
  let run: NativeRun;
  beforeAll(async () => {
    run = await runFiles([samplePath('sample-portfolio')], {}, { threads: 2 });
  });
  afterAll(() => run.close());

  it('gives every series the readings, gaps and energy that its maker knows of', async () => {
    const named = await run.rows<NamedSeries>('series_named');
    const ledger = await run.rows<SeriesTotals>('ledger');
    for (const { ext_dev_ref, channel, truth } of buildPortfolio()) {
      const series = named.find((row) => row.ext_dev_ref === ext_dev_ref && row.channel === channel)!;
      const lines = ledger.filter((line) => line.series_id === series.series_id);
      const sum = (pick: (line: SeriesTotals) => number) =>
        lines.reduce((total, line) => total + pick(line), 0);
      expect({
        readings: sum((line) => line.readings),
        missing: sum((line) => line.readings_missing),
        split: sum((line) => line.readings_split),
        energy_wh: Math.round(sum((line) => line.energy_shown) * 1000),
        rows_set_aside: sum((line) => line.rows_set_aside),
        values_set_aside: sum((line) => line.values_set_aside),
        energy_set_aside_wh: Math.round(sum((line) => line.energy_set_aside) * 1000),
      }).toEqual(truth);
    }
    expect(named).toHaveLength(16);
  });

  it('balances and states its unit', async () => {
    expect((await ledgerFacts(run)).unbalanced).toBe(0);
    const units = (await run.rows<NamedSeries>('series_named')).map((series) => series.unit);
    expect(new Set(units)).toEqual(new Set(['kWh']));
  });
});
