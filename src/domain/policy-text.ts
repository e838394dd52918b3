import { isKnownZone } from './local-time';
import {
  CONVENTIONS,
  DEFAULT_POLICIES,
  DUPLICATE_POLICIES,
  ESTIMATE_POLICIES,
  NULL_KEY_POLICIES,
  REGISTER_GAP_POLICIES,
} from './policy';
import { isClockOffset } from './policy';
import type { Policies } from './policy';
import { isRuleThresholds } from './rules';
import { CHANNELS, FUELS, isSeriesSettings, MEANINGS } from './series';
import { OUTPUT_UNITS, POWER_POLICIES } from './units';

const LONGEST_UNIT = 24;

const oneOf =
  <T extends string>(words: readonly T[]) =>
  (value: unknown): value is T =>
    typeof value === 'string' && (words as readonly string[]).includes(value);

/** Whether a value from outside (an address, a remembered recipe) may stand in each policy. */
const MAY_BE: { readonly [K in keyof Policies]: (value: unknown) => value is Policies[K] } = {
  zone: (value): value is string => typeof value === 'string' && isKnownZone(value),
  convention: oneOf(CONVENTIONS),
  fileConventions: (value): value is Policies['fileConventions'] =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(oneOf(CONVENTIONS)),
  clockOffsetMinutes: (value): value is number | null => value === null || isClockOffset(value),
  fileClockOffsets: (value): value is Policies['fileClockOffsets'] =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isClockOffset),
  duplicates: oneOf(DUPLICATE_POLICIES),
  nullKeys: oneOf(NULL_KEY_POLICIES),
  assumedFuel: oneOf(FUELS),
  assumedChannel: oneOf(CHANNELS),
  assumedUnit: (value): value is string =>
    typeof value === 'string' && value.length > 0 && value.length <= LONGEST_UNIT,
  ruleThresholds: isRuleThresholds,
  estimate: oneOf(ESTIMATE_POLICIES),
  outputUnit: oneOf(OUTPUT_UNITS),
  power: oneOf(POWER_POLICIES),
  calorificKwhPerM3: (value): value is number | null =>
    value === null || (typeof value === 'number' && value > 0 && value < 1000),
  meaning: oneOf(MEANINGS),
  registerGaps: oneOf(REGISTER_GAP_POLICIES),
  seriesSettings: isSeriesSettings,
};

/** The names of all policies. */
export const POLICY_NAMES = Object.keys(MAY_BE) as (keyof Policies)[];

/** Whether a value from outside may stand in a policy. */
export const mayBe = <K extends keyof Policies>(name: K, value: unknown): value is Policies[K] =>
  MAY_BE[name](value);

/** The policies that differ from the defaults, each as text. */
export function policyTexts(policies: Policies): Partial<Record<keyof Policies, string>> {
  const changed = POLICY_NAMES.filter((name) => textOf(policies[name]) !== textOf(DEFAULT_POLICIES[name]));
  return Object.fromEntries(changed.map((name) => [name, textOf(policies[name])]));
}

/** Reads what `policyTexts` wrote. `refused` names what no policy may be, which is left at its default. */
export function readPolicyTexts(texts: Readonly<Record<string, string | undefined>>): {
  policies: Policies;
  refused: (keyof Policies)[];
} {
  const policies: Record<string, unknown> = { ...DEFAULT_POLICIES };
  const refused: (keyof Policies)[] = [];
  for (const name of POLICY_NAMES) {
    const text = texts[name];
    if (text === undefined) continue;
    const value = typeof DEFAULT_POLICIES[name] === 'string' ? text : parsed(text);
    if (mayBe(name, value)) policies[name] = value;
    else refused.push(name);
  }
  return { policies: policies as unknown as Policies, refused };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
