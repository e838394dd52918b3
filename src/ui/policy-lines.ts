import { channelText, fuelText } from '../charts/series-text';
import { shortText, unitText } from '../domain/number-text';
import type { DuplicatePolicy, EstimatePolicy, Policies } from '../domain/policy';
import { RULE_SETTINGS } from '../domain/rules';
import { conventionChoiceText } from './transition-text';

export const DUPLICATE_TEXTS: Readonly<Record<DuplicatePolicy, string>> = {
  last: 'the last one counts',
  first: 'the first one counts',
  'set-aside': 'none counts, all are set aside',
};

export const ESTIMATE_TEXTS: Readonly<Record<EstimatePolicy, string>> = {
  off: 'stay empty',
  export: 'are estimated in the exported file only',
  totals: 'are estimated, in every figure too',
};

/**
 * Every choice behind a run in plain words, name and value, as the page shows it of an exported file.
 * Files of earlier versions lack the newer choices, which then read as what was done at the time.
 */
export function policyLines(policies: Partial<Policies>): [name: string, value: string][] {
  const { zone, convention, duplicates, assumedFuel, assumedChannel, assumedUnit, estimate } = policies;
  return [
    ['Time zone', shortText(zone ?? 'not said', 60)],
    ['Doubled slots', conventionChoiceText(convention ?? 'auto')],
    ['Rows that contradict', duplicates ? DUPLICATE_TEXTS[duplicates] : 'not said'],
    ['Fuel, if not stated', fuelText(assumedFuel ?? 'electricity')],
    ['Channel, if not stated', channelText(assumedChannel ?? 'consumption')],
    ['Unit, if not stated', unitText(assumedUnit ?? 'unknown').replace('unit ', '')],
    ['Missing readings', ESTIMATE_TEXTS[estimate ?? 'off']],
    ['Series set by hand', seriesText(policies.seriesSettings ?? {})],
    ['Rules', rulesText(policies.ruleThresholds ?? {})],
  ];
}

function seriesText(settings: Policies['seriesSettings']): string {
  const lines = Object.entries(settings).map(([key, { fuel, channel, unit }]) => {
    const meter = shortText(key.split('\u001f')[1] ?? key, 40);
    const words = [fuel && fuelText(fuel), channel && channelText(channel), unit && shortText(unit, 20)];
    return `${meter}: ${words.filter(Boolean).join(', ')}`;
  });
  return lines.length > 0 ? shortText(lines.join('; '), 200) : 'none';
}

function rulesText(chosen: Readonly<Record<string, number | null | undefined>>): string {
  const changed = Object.entries(chosen).flatMap(([rule, threshold]) => {
    const known = RULE_SETTINGS.find((setting) => setting.rule === rule);
    if (threshold === undefined || known?.threshold === threshold) return [];
    const name = shortText(rule.replaceAll('_', ' '), 40);
    return [threshold === null ? `${name} off` : `${name} ${threshold} ${known?.measure ?? ''}`.trim()];
  });
  return changed.length > 0 ? changed.join(', ') : 'the usual thresholds';
}
