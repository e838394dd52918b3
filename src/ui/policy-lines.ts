import { channelText, fuelText } from '../charts/series-text';
import { offsetText } from '../charts/time-text';
import { numberText, shortText, unitText } from '../domain/number-text';
import { DEFAULT_POLICIES } from '../domain/policy';
import type { DuplicatePolicy, EstimatePolicy, NullKeyPolicy, Policies } from '../domain/policy';
import { mayBe } from '../domain/policy-text';
import { RULE_SETTINGS } from '../domain/rules';
import { GAP_TEXTS, MEANING_TEXTS, OUTPUT_UNIT_TEXTS, POWER_TEXTS } from './meaning-text';
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

const NULL_KEY_TEXTS: Readonly<Record<NullKeyPolicy, string>> = {
  refuse: 'refuse their file',
  'set-aside': 'are set aside',
};

type Line<K extends keyof Policies> = readonly [name: string, text: (value: Policies[K]) => string];

/** A line for every policy there is: the type leaves none out. */
const LINES: { readonly [K in keyof Policies]: Line<K> } = {
  zone: ['Time zone', (zone) => shortText(zone, 60)],
  convention: ['Doubled slots', conventionChoiceText],
  fileConventions: ['Doubled slots, by file', (chosen) => byFile(chosen, conventionChoiceText)],
  clockOffsetMinutes: [
    'A clock that never changes is',
    (minutes) => (minutes === null ? 'the zone’s standard time' : offsetText(minutes)),
  ],
  fileClockOffsets: ['The same, by file', (chosen) => byFile(chosen, offsetText)],
  duplicates: ['Rows that contradict', (choice) => DUPLICATE_TEXTS[choice]],
  nullKeys: ['Rows without client, meter or date', (choice) => NULL_KEY_TEXTS[choice]],
  assumedFuel: ['Fuel, if not stated', fuelText],
  assumedChannel: ['Channel, if not stated', channelText],
  assumedUnit: ['Unit, if not stated', (unit) => unitText(unit).replace('unit ', '')],
  outputUnit: ['Energy shown in', (unit) => OUTPUT_UNIT_TEXTS[unit]],
  power: ['Readings in W, kW, MW', (choice) => POWER_TEXTS[choice]],
  calorificKwhPerM3: [
    'Calorific value of gas',
    (value) => (value === null ? 'not stated' : `${numberText(value)} kWh/m³`),
  ],
  meaning: ['The values are', (choice) => MEANING_TEXTS[choice]],
  registerGaps: ['Energy over a gap in a counter', (choice) => GAP_TEXTS[choice]],
  estimate: ['Missing readings', (choice) => ESTIMATE_TEXTS[choice]],
  seriesSettings: ['Series set by hand', seriesText],
  ruleThresholds: ['Rules', rulesText],
};

/**
 * Every choice behind a run in plain words, name and value, as the page shows it of an exported file.
 * Files of earlier versions lack the newer choices, which then read as what was done at the time.
 */
export function policyLines(policies: Partial<Policies>): [name: string, value: string][] {
  return (Object.keys(LINES) as (keyof Policies)[]).map((name) => lineOf(name, policies[name]));
}

/** A file may have been written by another hand, so no value is trusted to be one. */
function lineOf<K extends keyof Policies>(name: K, said: unknown): [name: string, value: string] {
  const [label, text] = LINES[name];
  if (said === undefined) return [label, ALWAYS_SAID.has(name) ? 'not said' : text(BEFORE_THE_CHOICE[name])];
  return [label, mayBe(name, said) ? text(said) : 'cannot be read'];
}

/** What was done before a choice could be made. */
const BEFORE_THE_CHOICE: Policies = { ...DEFAULT_POLICIES, power: 'as-stated' };

const ALWAYS_SAID: ReadonlySet<keyof Policies> = new Set(['zone', 'duplicates'] as const);

function byFile<T>(chosen: Readonly<Record<string, T>>, text: (value: T) => string): string {
  const lines = Object.entries(chosen).map(([file, value]) => `${shortText(file, 40)}: ${text(value)}`);
  return lines.length > 0 ? shortText(lines.join('; '), 200) : 'as for all';
}

function seriesText(settings: Policies['seriesSettings']): string {
  const lines = Object.entries(settings).map(
    ([key, { fuel, channel, unit, meaning, capacityKw, calorificKwhPerM3 }]) => {
      const meter = shortText(key.split('\u001f')[1] ?? key, 40);
      const words = [
        fuel && fuelText(fuel),
        channel && channelText(channel),
        unit && shortText(unit, 20),
        meaning && MEANING_TEXTS[meaning],
        capacityKw && `${numberText(capacityKw)} kW`,
        calorificKwhPerM3 && `${numberText(calorificKwhPerM3)} kWh/m³`,
      ];
      return `${meter}: ${words.filter(Boolean).join(', ')}`;
    },
  );
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
