import { UNKNOWN_UNIT } from './series';
import type { RuleThresholds } from './rules';
import type { Channel, Fuel, SeriesSettings } from './series';

/** How a file writes the days on which the clocks change (docs/etl.md); `auto` lets the evidence decide. */
export const CONVENTIONS = [
  'auto',
  'wall-clock-summed',
  'wall-clock-first',
  'wall-clock-second',
  'end-label-summed',
  'fixed-offset',
  'utc',
  'elapsed',
  '25-chronological',
  '25-repeat-last',
  'gap-copied',
] as const;
export type ConventionChoice = (typeof CONVENTIONS)[number];

/** Which of several conflicting rows for the same series and date counts. */
export const DUPLICATE_POLICIES = ['last', 'first', 'set-aside'] as const;
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

/** Whether missing readings are filled in: not at all, in the exported file only, or in every figure too. */
export const ESTIMATE_POLICIES = ['off', 'export', 'totals'] as const;
export type EstimatePolicy = (typeof ESTIMATE_POLICIES)[number];

/** Whether a row without client, meter or date refuses its file or is set aside. */
export const NULL_KEY_POLICIES = ['refuse', 'set-aside'] as const;
export type NullKeyPolicy = (typeof NULL_KEY_POLICIES)[number];

/** The choices a person can make about the meaning of the data. They travel in the exported file. */
export interface Policies {
  zone: string;
  convention: ConventionChoice;
  /** Choices for single files, by name; they go before `convention`. */
  fileConventions: Readonly<Record<string, ConventionChoice>>;
  /** Minutes ahead of UTC of the clock of `fixed-offset` files; null takes the zone's standard time. */
  clockOffsetMinutes: number | null;
  duplicates: DuplicatePolicy;
  nullKeys: NullKeyPolicy;
  /** What to take for fuel, channel and unit where a file does not state them. */
  assumedFuel: Fuel;
  assumedChannel: Channel;
  assumedUnit: string;
  /** Thresholds of rules that differ from the default. */
  ruleThresholds: RuleThresholds;
  estimate: EstimatePolicy;
  /** What single series are, whatever their file says. */
  seriesSettings: SeriesSettings;
}

export const DEFAULT_POLICIES: Policies = {
  zone: 'Europe/Vilnius',
  convention: 'auto',
  fileConventions: {},
  clockOffsetMinutes: null,
  duplicates: 'last',
  nullKeys: 'refuse',
  assumedFuel: 'electricity',
  assumedChannel: 'consumption',
  assumedUnit: UNKNOWN_UNIT,
  ruleThresholds: {},
  estimate: 'off',
  seriesSettings: {},
};
