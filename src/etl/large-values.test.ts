import { describe, expect, it } from 'vitest';
import { seriesRows, withValues } from '../../e2e/corpus/meter-rows';
import type { LabelledRow } from '../../e2e/corpus/truth';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';

const folder = testFolder();

/** Just below and above what whole numbers, doubles and decimals hold without error. */
const SIZES = [
  1_999_999, 2_000_001, 200_000_001, 4_294_967_297, 120_000_000_123, 9_999_999_999_999, 123_456_789_012_345,
];

/** Ordinary days, both transition days, a wrong length and a repeated date, every value of the given size. */
function week(size: number): LabelledRow[] {
  const value = (position: number) => size - (position % 7);
  const ordinary = seriesRows({ first: '2022-05-01', last: '2022-05-03', value });
  return [
    ...seriesRows({ first: '2022-03-26', last: '2022-03-28', value }),
    ...ordinary,
    withValues(ordinary[0]!, [size, size, null]),
    withValues({ row: { ...ordinary[0]!.row, ext_dev_ref: 'meter-2' } }, [size, size - 1]),
    ...seriesRows({ first: '2022-10-29', last: '2022-10-31', value }),
    withValues(
      seriesRows({
        first: '2022-05-01',
        last: '2022-05-01',
        fields: { ext_dev_ref: 'meter-3', resolution: '1min' },
      })[0]!,
      Array.from({ length: 1440 }, (_, slot) => value(slot)),
    ),
  ];
}

describe('large values', () => {
  it.each(SIZES.flatMap((size) => [[size] as const, [-size] as const]))(
    'near %d balance to the last decimal',
    async (size) => {
      const rows = week(size);
      const run = await runFiles([folder.writeRows('large.parquet', rows)]);
      const facts = await ledgerFacts(run);
      await run.close();
      const values = rows
        .flatMap(({ row }) => row.energy_consumption ?? [])
        .filter((value) => value !== null);
      expect(facts).toMatchObject({ unbalanced: 0, rowsRead: rows.length, valuesRead: values.length });
      const read = values.reduce((sum, value) => sum + BigInt(value), 0n);
      expect(Math.abs(facts.energyRead / Number(read) - 1)).toBeLessThan(1e-15);
    },
  );

  it('of a file of fractions balance too', async () => {
    const rows = week(120_000_000_123).map((label) =>
      withValues(
        label,
        (label.row.energy_consumption ?? []).map((value) => (value === null ? null : value + 0.125)),
      ),
    );
    const run = await runFiles([folder.writeRows('fractions.parquet', rows, { item: { type: 'DOUBLE' } })]);
    expect((await ledgerFacts(run)).unbalanced).toBe(0);
    await run.close();
  });
});
