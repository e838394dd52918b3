import type { Policies } from '../domain/policy';
import { conversionOf } from '../domain/units';
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
  if (changesMeaning(before, after)) roots.push('policy.meaning');
  return roots;
}

/** Whether values may change: by a conversion of units, or because they are the states of counters. */
function changesMeaning(before: Policies, after: Policies): boolean {
  const choices = ({ outputUnit, power, calorificKwhPerM3, meaning, registerGaps }: Policies) =>
    JSON.stringify([outputUnit, power, calorificKwhPerM3, meaning, registerGaps]);
  if (choices(before) !== choices(after)) return true;
  const settings = ({ seriesSettings }: Policies) =>
    JSON.stringify(
      Object.entries(seriesSettings).map(([key, { unit, meaning, calorificKwhPerM3 }]) => [
        key,
        unit,
        meaning,
        calorificKwhPerM3,
      ]),
    );
  if (settings(before) !== settings(after)) return true;
  return before.assumedUnit !== after.assumedUnit && (convertsAssumed(before) || convertsAssumed(after));
}

/** Whether the unit that stands in where a file states none is converted for any series. */
function convertsAssumed(policies: Policies): boolean {
  const own = Object.values(policies.seriesSettings).flatMap((setting) => setting.calorificKwhPerM3 ?? []);
  return [policies.calorificKwhPerM3, ...own].some(
    (calorificKwhPerM3) => conversionOf(policies.assumedUnit, { ...policies, calorificKwhPerM3 }) !== null,
  );
}
