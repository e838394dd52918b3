/** Units in which energy may be shown; `as-stated` leaves what the file or the person stated. */
export const OUTPUT_UNITS = ['as-stated', 'Wh', 'kWh', 'MWh'] as const;
export type OutputUnit = (typeof OUTPUT_UNITS)[number];

/** What readings in W, kW or MW become: energy, as averages over their interval, or nothing else than they are. */
export const POWER_POLICIES = ['average', 'as-stated'] as const;
export type PowerPolicy = (typeof POWER_POLICIES)[number];

/** How a reading in a stated unit becomes energy in another: value × numerator / denominator, × hours where `perHour`. */
export interface UnitConversion {
  unit: string;
  /** Both are 1 where only the spelling of the unit changes. */
  numerator: number;
  denominator: number;
  /** The reading is power, an average over its interval: the interval's length in hours is a factor too. */
  perHour: boolean;
}

/** What a person chose about units. */
export interface UnitChoice {
  outputUnit: OutputUnit;
  power: PowerPolicy;
  /** kWh in a cubic metre of gas; never assumed. */
  calorificKwhPerM3: number | null;
}

/** Watt-hours in a unit of energy, or watts in a unit of power. */
const WATTS: Readonly<Record<string, { watts: number; isPower: boolean }>> = {
  wh: { watts: 1, isPower: false },
  kwh: { watts: 1e3, isPower: false },
  mwh: { watts: 1e6, isPower: false },
  gwh: { watts: 1e9, isPower: false },
  w: { watts: 1, isPower: true },
  kw: { watts: 1e3, isPower: true },
  mw: { watts: 1e6, isPower: true },
};
const ENERGY_OF_POWER: Readonly<Record<string, string>> = { w: 'Wh', kw: 'kWh', mw: 'MWh' };
const CUBIC_METRES: ReadonlySet<string> = new Set(['m³', 'm3', 'm^3']);

/**
 * The exact conversion of a stated unit; null where there is none, or none is asked for. Energy is
 * converted by powers of ten, power by the length of its interval, gas only by a stated calorific value.
 */
export function conversionOf(statedUnit: string, choice: UnitChoice): UnitConversion | null {
  const stated = statedUnit.trim().toLowerCase();
  if (CUBIC_METRES.has(stated)) {
    if (choice.calorificKwhPerM3 === null) return null;
    const unit = choice.outputUnit === 'as-stated' ? 'kWh' : choice.outputUnit;
    const { numerator, denominator } = ratio(1e3, wattsOf(unit));
    return { unit, numerator: choice.calorificKwhPerM3 * numerator, denominator, perHour: false };
  }
  const known = WATTS[stated];
  if (!known || (known.isPower && choice.power === 'as-stated')) return null;
  const asStated = known.isPower ? ENERGY_OF_POWER[stated]! : statedUnit;
  const unit = choice.outputUnit === 'as-stated' ? asStated : choice.outputUnit;
  if (unit === statedUnit) return null;
  return { unit, ...ratio(known.watts, wattsOf(unit)), perHour: known.isPower };
}

/** True for a unit of power: readings that are no energy until their interval's length is counted. */
export const isPowerUnit = (unit: string): boolean => WATTS[unit.trim().toLowerCase()]?.isPower === true;

/** True for cubic metres, which only a calorific value turns into energy. */
export const isVolumeUnit = (unit: string): boolean => CUBIC_METRES.has(unit.trim().toLowerCase());

const wattsOf = (unit: string): number => WATTS[unit.toLowerCase()]!.watts;

/** Powers of ten in lowest terms: one of the two is 1. */
const ratio = (from: number, to: number): { numerator: number; denominator: number } =>
  from >= to ? { numerator: from / to, denominator: 1 } : { numerator: 1, denominator: to / from };
