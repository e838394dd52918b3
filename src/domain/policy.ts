import { UNKNOWN_UNIT } from './series';
import type { RuleThresholds } from './rules';
import type { Channel, Fuel, Meaning, SeriesSettings } from './series';
import type { OutputUnit, PowerPolicy } from './units';

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

/** What becomes of the energy between two counter states that lie further apart than one interval. */
export const REGISTER_GAP_POLICIES = ['set-aside', 'split'] as const;
export type RegisterGapPolicy = (typeof REGISTER_GAP_POLICIES)[number];

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
  /** The same for single files, by name; they go before `clockOffsetMinutes`. */
  fileClockOffsets: Readonly<Record<string, number>>;
  duplicates: DuplicatePolicy;
  nullKeys: NullKeyPolicy;
  /** What to take for fuel, channel and unit where a file does not state them. */
  assumedFuel: Fuel;
  assumedChannel: Channel;
  assumedUnit: string;
  /** Thresholds of rules that differ from the default. */
  ruleThresholds: RuleThresholds;
  estimate: EstimatePolicy;
  /** The unit in which energy is shown, where the stated one can be converted exactly. */
  outputUnit: OutputUnit;
  /** Whether W, kW and MW are averages over their interval, and so become energy. */
  power: PowerPolicy;
  /** kWh in a cubic metre of gas; null leaves cubic metres as they are. */
  calorificKwhPerM3: number | null;
  /** What the values are, where a series has no setting of its own. */
  meaning: Meaning;
  registerGaps: RegisterGapPolicy;
  /** What single series are, whatever their file says. */
  seriesSettings: SeriesSettings;
}

export const DEFAULT_POLICIES: Policies = {
  zone: 'Europe/Vilnius',
  convention: 'auto',
  fileConventions: {},
  clockOffsetMinutes: null,
  fileClockOffsets: {},
  duplicates: 'last',
  nullKeys: 'refuse',
  assumedFuel: 'electricity',
  assumedChannel: 'consumption',
  assumedUnit: UNKNOWN_UNIT,
  ruleThresholds: {},
  estimate: 'off',
  outputUnit: 'as-stated',
  power: 'average',
  calorificKwhPerM3: null,
  meaning: 'interval',
  registerGaps: 'set-aside',
  seriesSettings: {},
};

/** Minutes ahead of UTC that a clock can be: from −12:00 to +14:00, the ends of the world. */
export const isClockOffset = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= -720 && (value as number) <= 840;

/** How one file is read, from its own choices and those for all files. */
export interface FileChoice {
  convention: ConventionChoice;
  clockOffsetMinutes: number | null;
}

/** What holds for a file of this name. Files of equal names share their choices. */
export function fileChoice(policies: Policies, name: string): FileChoice {
  const { fileConventions, fileClockOffsets, convention, clockOffsetMinutes } = policies;
  return {
    convention: ownValue(fileConventions, name) ?? convention,
    clockOffsetMinutes: ownValue(fileClockOffsets, name) ?? clockOffsetMinutes,
  };
}

/** The change that makes a choice for one file; what equals the choice for all files is not kept twice. */
export function chooseForFile(
  policies: Policies,
  name: string,
  choice: FileChoice,
): Pick<Policies, 'fileConventions' | 'fileClockOffsets'> {
  const { convention, clockOffsetMinutes } = choice;
  return {
    fileConventions: withEntry(
      policies.fileConventions,
      name,
      convention === policies.convention ? null : convention,
    ),
    fileClockOffsets: withEntry(
      policies.fileClockOffsets,
      name,
      clockOffsetMinutes === policies.clockOffsetMinutes ? null : clockOffsetMinutes,
    ),
  };
}

/** A file may be named `constructor`, and then must not be taken for what every object has. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function withEntry<T>(
  record: Readonly<Record<string, T>>,
  name: string,
  value: T | null,
): Readonly<Record<string, T>> {
  const others = Object.entries(record).filter(([other]) => other !== name);
  return Object.fromEntries(value === null ? others : [...others, [name, value]]);
}
