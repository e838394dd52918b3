/** What opening a file found out, in a form that peers can be compared by. */
export interface OpenFacts {
  /** How much each rule found, by rule, severity and meter. */
  findings: Record<string, number>;
  /** Each meter’s days added up: days, intervals, minutes with a value, energy, highest rate per hour. */
  series: Record<string, [number, number, number, number, number]>;
}

/** Rates are quotients; all else is whole. */
const RATE_SHARE = 1e-12;

/** @throws Error that names the first fact in which two peers differ */
export function requireSameFacts(one: OpenFacts, other: OpenFacts): void {
  for (const name of new Set([...Object.keys(one.findings), ...Object.keys(other.findings)])) {
    const [first, second] = [one.findings[name] ?? 0, other.findings[name] ?? 0];
    if (first !== second) throw new Error(`peers differ: ${name} found ${first} and ${second}`);
  }
  for (const name of new Set([...Object.keys(one.series), ...Object.keys(other.series)])) {
    const [first, second] = [one.series[name] ?? [], other.series[name] ?? []];
    const isSame = first.length === second.length && first.every((value, at) => isNear(value, second[at]!));
    if (!isSame) throw new Error(`peers differ: ${name} has ${first.join(', ')} and ${second.join(', ')}`);
  }
}

function isNear(one: number, other: number): boolean {
  return Object.is(one, other) || Math.abs(one - other) <= RATE_SHARE * Math.abs(one);
}
