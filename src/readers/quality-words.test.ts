import { expect, it } from 'vitest';
import { trueReadings } from '../../e2e/corpus/shaped-files';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';

const folder = testFolder();
const hours = trueReadings(60, '2022-06-01', '2022-06-03');

interface Line {
  energy: number | null;
  quality: string;
  quality_rule: string | null;
  timestamp_utc: number;
}

/** What becomes of each hour when the file has these words beside its readings, and of the value that stands there. */
async function told(
  name: string,
  words: readonly string[],
  ordinary: string,
  value: (hour: number) => string,
) {
  const lines = hours.map(
    ({ utc }, hour) => `m,${new Date(utc).toISOString()},${value(hour)},${words[hour] ?? ordinary}`,
  );
  const run = await runFiles([
    folder.write(name, Buffer.from(['meter,timestamp,kWh,status', ...lines].join('\n'))),
  ]);
  try {
    const rows = await run.rows<Line>('analytical');
    rows.sort((one, other) => one.timestamp_utc - other.timestamp_utc);
    const findings = await run.rows<{ rule: string; finding_count: number }>('finding');
    return {
      rows: rows.map(({ energy, quality, quality_rule: rule }) => [energy, quality, rule]),
      rules: Object.fromEntries(findings.map(({ rule, finding_count: count }) => [rule, count])),
      ledger: await ledgerFacts(run),
    };
  } finally {
    await run.close();
  }
}

it('a file’s own column of quality goes with every reading, as NEM12’s flags do', async () => {
  const words = [
    'Estimated',
    'E52',
    'substituted',
    'final substitute',
    'invalid',
    'MISSING',
    'missing',
    'Solar-Eclipse',
  ];
  const { rows, rules, ledger } = await told('words.csv', words, 'Actual', (hour) =>
    hour === 5 ? '0' : '2.5',
  );
  expect(rows.slice(0, 9)).toEqual([
    [2.5, 'estimated', 'source_estimated'],
    [2.5, 'estimated', 'source_estimated_52'],
    [2.5, 'estimated', 'source_substituted'],
    [2.5, 'estimated', 'source_final_substitute'],
    [2.5, 'suspect', 'source_doubted'],
    [null, 'missing', 'source_null'],
    // Null data with a number is kept: nothing is lost on a flag's word.
    [2.5, 'suspect', 'source_doubted'],
    [2.5, 'measured', 'source_word_solar_eclipse'],
    [2.5, 'measured', null],
  ]);
  expect(rules).toMatchObject({
    source_estimated: 1,
    source_estimated_52: 1,
    source_substituted: 1,
    source_final_substitute: 1,
    source_doubted: 2,
    source_null: 1,
    source_word_solar_eclipse: 1,
  });
  expect(ledger).toMatchObject({ unbalanced: 0, valuesRead: 71, missing: 1 });
});

it('a word that nobody knows is taken for a measurement where nearly every row has it', async () => {
  const { rows } = await told('numbers.csv', ['1', '0', '1'], '0', () => '2.5');
  expect(rows.slice(0, 4)).toEqual([
    [2.5, 'measured', 'source_word_1'],
    [2.5, 'measured', null],
    [2.5, 'measured', 'source_word_1'],
    [2.5, 'measured', null],
  ]);
});
