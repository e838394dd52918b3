import { UNKNOWN_UNIT } from './series';
import type { RuleThresholds } from './rules';
import type { Channel, Fuel } from './series';

/** What the value of a wall-clock slot that happens twice means; `auto` lets the evidence decide. */
export const CONVENTIONS = ['auto', 'wall-clock-summed', 'wall-clock-first', 'wall-clock-second'] as const;
export type ConventionChoice = (typeof CONVENTIONS)[number];

/** Which of several conflicting rows for the same series and date counts. */
export const DUPLICATE_POLICIES = ['last', 'first', 'set-aside'] as const;
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

/** Whether a row without client, meter or date refuses its file or is set aside. */
export const NULL_KEY_POLICIES = ['refuse', 'set-aside'] as const;
export type NullKeyPolicy = (typeof NULL_KEY_POLICIES)[number];

/** The choices a person can make about the meaning of the data. They travel in the exported file. */
export interface Policies {
  zone: string;
  convention: ConventionChoice;
  duplicates: DuplicatePolicy;
  nullKeys: NullKeyPolicy;
  /** What to take for fuel, channel and unit where a file does not state them. */
  assumedFuel: Fuel;
  assumedChannel: Channel;
  assumedUnit: string;
  /** Thresholds of rules that differ from the default. */
  ruleThresholds: RuleThresholds;
}

export const DEFAULT_POLICIES: Policies = {
  zone: 'Europe/Vilnius',
  convention: 'auto',
  duplicates: 'last',
  nullKeys: 'refuse',
  assumedFuel: 'electricity',
  assumedChannel: 'consumption',
  assumedUnit: UNKNOWN_UNIT,
  ruleThresholds: {},
};
