import type { OpenFacts } from './peer-facts';
import type { OpenedMeter } from './plain-js-open';

/** What was found out, for comparison: rules by meter, and each meter's days added up. */
export function factsOf(meters: readonly OpenedMeter[]): OpenFacts {
  const facts: OpenFacts = { findings: {}, series: {} };
  for (const { series, findings, figures, days } of meters) {
    const name = `${series.client_id}/${series.ext_dev_ref}`;
    for (const [rule, count] of findings) facts.findings[`${rule}/${name}`] = count;
    let [intervals, minutes, energy, highest] = [0, 0, 0, -Infinity];
    for (let day = 0; day < days.length; day++) {
      intervals += figures.intervals[day]!;
      minutes += figures.minutesKnown[day]!;
      energy += figures.energy[day]!;
      highest = Math.max(highest, figures.highestRate[day]!);
    }
    facts.series[name] = [days.length, intervals, minutes, energy, highest];
  }
  return facts;
}
