import { markdownTable } from '../scripts/marked-sections';
import { monthlyCost, sum } from './cost';
import { countText, euroText, roundedText } from './figures';
import { loadOf, SIZES, volumesOf } from './load';
import { ratesOf } from './measured';
import type { Measured, Rates } from './measured';
import { PRICES } from './prices';
import { MILESTONES, people, ROLES, runningPeople, spentBy, weeksUntil } from './staffing';

/** Every generated table and sentence about money and people, by the name of its part. */
export function costTables(measured: Measured): Record<string, string> {
  const rates = ratesOf(measured);
  return {
    'cost-by-size': costTable(rates),
    'cost-in-short': costInShort(rates),
    prices: priceTable(),
    'all-in-one': allInOneTable(rates),
    'build-cost': buildSentence(),
    'break-even': breakEvenSentence(rates),
    staffing: staffingTable(),
    gates: gateTable(),
  };
}

const SIZE_HEAD = SIZES.map((meters) => `${countText(meters)} meters`);

function costsBySize(rates: Rates) {
  return SIZES.map((meters) => {
    const load = loadOf(meters);
    return monthlyCost(load, volumesOf(load, rates));
  });
}

function costTable(rates: Rates): string {
  const costs = costsBySize(rates);
  const items = costs[0]!.map(({ item }, index) => [item, ...costs.map((lines) => euroText(lines[index]!))]);
  return markdownTable(
    ['Euro a month', ...SIZE_HEAD],
    [...items, ['**Platform**', ...costs.map((lines) => `**${euroText(sum(lines))}**`)], peopleRow()],
  );
}

function costInShort(rates: Rates): string {
  const costs = costsBySize(rates);
  return markdownTable(
    ['', ...SIZE_HEAD],
    [
      ['Platform, a month', ...costs.map((lines) => euroText(sum(lines)))],
      [
        'Per 1,000 meters, a month',
        ...costs.map((lines, index) => {
          const perThousand = 1_000 / SIZES[index]!;
          const total = sum(lines);
          return euroText({ low: total.low * perThousand, high: total.high * perThousand });
        }),
      ],
      peopleRow(),
    ],
  );
}

function peopleRow(): string[] {
  return ['People who run it, a month', ...SIZES.map(() => euroText(runningPeople()))];
}

function breakEvenSentence(rates: Rates): string {
  const meters = 100_000;
  const writeOffYears = 3;
  const load = loadOf(meters);
  const platform = sum(monthlyCost(load, volumesOf(load, rates)));
  const staff = runningPeople();
  const built = spentBy(MILESTONES[MILESTONES.length - 1]!);
  const yearly = (bound: 'low' | 'high') =>
    12 * (platform[bound] + staff[bound]) + built[bound] / writeOffYears;
  const months = (bound: 'low' | 'high') => yearly(bound) / PRICES.personMonth[bound];
  const needed = Math.round(Math.max(months('low'), months('high')));
  return (
    `At ${countText(meters)} meters, with the building cost written off over ${writeOffYears} years, the platform costs ` +
    `**${euroText({ low: yearly('low'), high: yearly('high') })} a year, people included**. It pays for itself when it saves ` +
    `the company ${needed} person-months a year across all departments, or keeps or wins clients worth that sum.`
  );
}

/** What an all-in-one product could stand in for, by the items of the cost table. */
const REPLACEABLE = ['Nightly jobs', 'Analysis machine', 'Serving database', 'Distributed SQL'];

/** What an always-on capacity of an all-in-one product costs beside the parts that it would replace. */
function allInOneTable(rates: Rates): string {
  const hours = 730;
  const capacities = [4, 8, 16, 64] as const;
  const { low, high } = PRICES.fabricUnitHour;
  const replaced = costsBySize(rates).map((lines) =>
    sum(lines.filter(({ item }) => REPLACEABLE.includes(item))),
  );
  const theirs = capacities.map((units) => {
    const price = euroText({ low: low * units * hours, high: high * units * hours });
    return `F${units}: ${price}`;
  });
  return markdownTable(
    ['Euro a month', ...SIZE_HEAD],
    [
      ['Jobs, analysis, serving and distributed SQL as designed', ...replaced.map(euroText)],
      ['One Fabric capacity for the same, always on', ...theirs],
    ],
  );
}

function buildSentence(): string {
  const last = MILESTONES[MILESTONES.length - 1]!;
  return (
    `Building takes **${weeksUntil(last)} weeks with ${roundedText(people('building'))} people: ${euroText(spentBy(last))}**, ` +
    `released gate by gate; the first gate, after ${MILESTONES[0]!.weeks} weeks, costs ${euroText(spentBy(MILESTONES[0]!))}.`
  );
}

function staffingTable(): string {
  return markdownTable(
    ['Role', 'While building', 'Afterwards', 'Does'],
    [
      ...ROLES.map(({ role, building, running, does }) => [role, String(building), String(running), does]),
      [
        '**Together**',
        `**${roundedText(people('building'))}**`,
        `**${roundedText(people('running'))}**`,
        'full-time people',
      ],
    ],
  );
}

function gateTable(): string {
  return markdownTable(
    ['Gate', 'Ends in week', 'Spent on people by then'],
    MILESTONES.map((milestone) => [
      `${milestone.name}: ${milestone.title}`,
      String(weeksUntil(milestone)),
      euroText(spentBy(milestone)),
    ]),
  );
}

function priceTable(): string {
  return markdownTable(
    ['Price', 'Low', 'High', 'Per', 'Assumes'],
    Object.values(PRICES).map(({ label, low, high, unit, assumption }) => [
      label,
      low.toLocaleString('en'),
      high.toLocaleString('en'),
      unit,
      assumption,
    ]),
  );
}
