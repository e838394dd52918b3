import type { FindingRow } from '../../queries/rows/quality';

/** A rule with all that it found in the series asked about. */
export interface FindingGroup {
  key: string;
  rule: string;
  severity: FindingRow['severity'];
  count: number;
  series: number;
  first_date: number | null;
  last_date: number | null;
}

const GRAVITY: readonly FindingRow['severity'][] = ['set_aside', 'suspect', 'finding'];

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);
const later = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** Findings by rule: what was set aside first, then what is doubted, then what was noticed; the largest first within each. */
export function findingGroups(findings: readonly FindingRow[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const row of findings) {
    const key = `${row.severity}/${row.rule}`;
    const known = groups.get(key);
    groups.set(key, {
      key,
      rule: row.rule,
      severity: row.severity,
      count: (known?.count ?? 0) + row.count,
      series: (known?.series ?? 0) + 1,
      first_date: earlier(known?.first_date ?? null, row.first_date),
      last_date: later(known?.last_date ?? null, row.last_date),
    });
  }
  return [...groups.values()].sort(
    (one, other) =>
      GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity) || other.count - one.count,
  );
}
