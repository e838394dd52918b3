import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { RULE_SETTINGS } from '../../src/domain/rules';
import { plain, ratesIn } from './doc-table';
import { measureRules, ratesTable } from './rule-rates';

describe('the rules, measured', { timeout: 120_000 }, () => {
  let measured: Awaited<ReturnType<typeof measureRules>>;
  beforeAll(async () => {
    measured = await measureRules();
  }, 120_000);

  it('doubt fewer than one in a thousand readings of a clean sample', () => {
    const shares = measured.rates.map(({ falseShare }) => falseShare);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(0.001);
  });

  it('find what was seeded', () => {
    const missed = measured.rates.filter(({ hit, seeded }) => seeded === 0 || hit < 0.85 * seeded);
    expect(missed).toEqual([]);
    expect(measured.rates.length).toBeGreaterThan(RULE_SETTINGS.length - 3);
  });

  it('stand in docs/etl.md as they were measured', () => {
    expect(ratesIn(readFileSync('docs/etl.md', 'utf8'))).toBe(plain(ratesTable(measured)));
  });
});
