import { describe, expect, it } from 'vitest';
import { seriesRows, withDay, withValues } from '../../e2e/corpus/meter-rows';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { buildReport, readFacts } from './report';

interface Report {
  ledger: Record<string, unknown> & {
    set_aside: object[];
    by_channel: { channel: string; energy_read: string }[];
  };
  convention: object | null;
  conventions: { source_file: string; name: string }[];
  findings: Record<string, unknown>[];
}

const folder = testFolder();

describe('the report', () => {
  it('has the shape that was promised, for two files and two channels', async () => {
    const consumption = withDay(
      seriesRows({ first: '2022-03-25', last: '2022-03-29', value: () => 0.1 }),
      '2022-03-28',
      (label) => withValues(label, [0.1, 0.2]),
    );
    const production = seriesRows({
      first: '2022-03-25',
      last: '2022-03-26',
      value: () => 0.3,
      fields: { channel: 'production' },
    });
    const shape = { item: { type: 'DOUBLE' } } as const;
    const run = await runFiles([
      folder.writeRows('consumption.parquet', consumption, shape),
      folder.writeRows('production.parquet', production, shape),
    ]);
    const report = buildReport(await readFacts(run.connection), []) as Report;
    await run.close();

    expect(report.ledger).toMatchObject({
      rows_read: 7,
      values_read: 24 + 24 + 23 + 2 + 24 + 48,
      // Exact sums of tenths, not their floating point shadow: 9.5 + 0.3 read here, 14.4 there.
      energy_read: 24.2,
      readings: 24 + 24 + 23 + 24 + 24 + 48,
      energy_out: 23.9,
      set_aside: [{ reason: 'wrong_length', rows: 1, values: 2, energy: 0.3 }],
      energy_difference: 0,
      rows_out: 6,
      values_out: 143,
      readings_split: 0,
      readings_missing: 24,
    });
    expect(report.ledger.by_channel.map((line) => [line.channel, line.energy_read])).toEqual([
      ['consumption', '9.8'],
      ['production', '14.4'],
    ]);
    expect(report.convention).toMatchObject({
      name: 'wall-clock-summed',
      certainty: 'assumed',
      evidence: { gap_days: 1 },
    });
    expect(report.conventions.map((line) => [line.source_file, line.name])).toEqual([
      ['consumption.parquet', 'wall-clock-summed'],
      ['production.parquet', 'not-testable'],
    ]);
    const who = {
      client_id: 'client-1',
      ext_dev_ref: 'meter-1',
      fuel: 'electricity',
      channel: 'consumption',
    };
    const wrong = report.findings.filter((line) => line['rule'] === 'wrong_length');
    expect(wrong.toSorted(bySeverity)).toEqual(
      [
        {
          rule: 'wrong_length',
          severity: 'finding',
          count: 24,
          first_date: '2022-03-28',
          last_date: '2022-03-28',
          ...who,
        },
        {
          rule: 'wrong_length',
          severity: 'set_aside',
          count: 1,
          first_date: '2022-03-28',
          last_date: '2022-03-28',
          ...who,
        },
      ].map((line) => expect.objectContaining(line) as object),
    );
    expect(report.findings.map((line) => line['rule'])).toContain('completeness_day');
  });
});

function bySeverity(a: Record<string, unknown>, b: Record<string, unknown>): number {
  return String(a['severity']).localeCompare(String(b['severity']));
}
