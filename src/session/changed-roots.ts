import type { Policies } from '../domain/policy';
import type { Root } from '../etl/model';

/** What a run must start from again when policies change. */
export function changedRoots(before: Policies, after: Policies): Root[] {
  const roots: Root[] = [];
  if (before.zone !== after.zone) roots.push('local_calendar');
  const encoding = ({ convention, fileConventions, clockOffsetMinutes, fileClockOffsets }: Policies) =>
    JSON.stringify([convention, fileConventions, clockOffsetMinutes, fileClockOffsets]);
  if (encoding(before) !== encoding(after)) roots.push('policy.convention');
  if (before.duplicates !== after.duplicates) roots.push('policy.duplicates');
  const assumed = ['assumedFuel', 'assumedChannel', 'assumedUnit'] as const;
  if (assumed.some((name) => before[name] !== after[name])) roots.push('policy.assumed');
  if (JSON.stringify(before.ruleThresholds) !== JSON.stringify(after.ruleThresholds))
    roots.push('policy.rules');
  if (JSON.stringify(before.seriesSettings) !== JSON.stringify(after.seriesSettings))
    roots.push('policy.series');
  if (before.estimate !== after.estimate) roots.push('policy.estimate');
  return roots;
}
