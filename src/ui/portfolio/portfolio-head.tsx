import {
  countOf,
  countText,
  decimalText,
  isUnitKnown,
  numberText,
  percentText,
  unitText,
} from '../../domain/number-text';
import { dateText } from '../../charts/time-text';
import type { Dataset } from '../../session/session-state';
import { contentsText, meterCount } from '../status-text';
import type { MeterLine } from './meter-line';
import { groupName } from './portfolio-groups';
import type { PortfolioGroup } from './portfolio-groups';
import '../stacked-table.css';

interface PortfolioHeadProps {
  dataset: Dataset;
  lines: readonly MeterLine[];
  groups: readonly PortfolioGroup[];
}

/** What the portfolio is in a few figures, and what it has of each fuel, channel and unit. */
export function PortfolioHead({ dataset, lines, groups }: PortfolioHeadProps) {
  const clients = new Set(dataset.series.map((row) => row.client_id)).size;
  const withFindings = lines.filter((line) => line.findings.length > 0).length;
  const known = groups.reduce((sum, group) => sum + group.intervalsKnown, 0);
  const intervals = groups.reduce((sum, group) => sum + group.intervals, 0);
  const first = Math.min(...dataset.series.map((row) => row.first_date));
  const last = Math.max(...dataset.series.map((row) => row.last_date));
  return (
    <section className="card portfolio-head" aria-labelledby="portfolio-title">
      <div className="card-head">
        <div>
          <h1 className="card-title" id="portfolio-title">
            Portfolio
          </h1>
          <p className="card-note">
            {contentsText(dataset)}, {dateText(first)} to {dateText(last)}, local time of{' '}
            {dataset.policies.zone}
          </p>
        </div>
      </div>
      <dl className="portfolio-figures">
        <Figure
          name="Meters"
          value={countText(meterCount(dataset))}
          note={countOf(lines.length, 'series', 'series')}
        />
        <Figure name="Clients" value={countText(clients)} note="by their id" />
        <Figure
          name="Complete"
          value={percentText(intervals ? known / intervals : null)}
          note={`${countText(known)} of ${countOf(intervals, 'interval')}`}
        />
        <Figure
          name="With findings"
          value={countText(withFindings)}
          note={`of ${countOf(lines.length, 'series', 'series')}`}
        />
      </dl>
      <GroupTable groups={groups} />
    </section>
  );
}

interface Amount {
  name: string;
  textOf: (group: PortfolioGroup) => string;
  unitOf?: (group: PortfolioGroup) => string;
  /** The amount to its last digit, for a pointer that rests on it. */
  exactOf?: (group: PortfolioGroup) => string | undefined;
}

const AMOUNTS: readonly Amount[] = [
  { name: 'Series', textOf: (group) => countText(group.series) },
  {
    name: 'Total',
    textOf: ({ energy }) => (energy === null ? '–' : numberText(Number(energy))),
    unitOf: ({ unit }) => (isUnitKnown(unit) ? unitText(unit) : '(unit not stated)'),
    exactOf: ({ energy }) => (energy === null ? undefined : `exactly ${decimalText(energy)}`),
  },
  {
    name: 'Complete',
    textOf: (group) => percentText(group.intervals ? group.intervalsKnown / group.intervals : null),
  },
  { name: 'With findings', textOf: (group) => countText(group.seriesWithFindings) },
];

function GroupTable({ groups }: { groups: readonly PortfolioGroup[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Totals of the portfolio">
      <table role="table" className="table portfolio-groups is-stacking">
        <caption className="visually-hidden">
          Totals of each fuel, channel and unit; they are never added to each other
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Fuel and channel
            </th>
            {AMOUNTS.map(({ name }) => (
              <th role="columnheader" scope="col" className="number" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {groups.map((group) => (
            <GroupLine key={group.key} group={group} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupLine({ group }: { group: PortfolioGroup }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {groupName(group)}
      </th>
      {AMOUNTS.map(({ name, textOf, unitOf, exactOf }) => (
        <td role="cell" className="number is-short" data-column={name} title={exactOf?.(group)} key={name}>
          {textOf(group)}
          {unitOf && (
            <>
              {' '}
              <span className="cell-unit">{unitOf(group)}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <div className="portfolio-figure">
      <dt>{name}</dt>
      <dd className="portfolio-value">{value}</dd>
      <dd className="portfolio-note">{note}</dd>
    </div>
  );
}
