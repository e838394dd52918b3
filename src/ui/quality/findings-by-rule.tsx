import { useMemo, useState } from 'react';
import type { MouseEvent } from 'react';
import { countOf, countText, shortText } from '../../domain/number-text';
import { dateText } from '../../charts/time-text';
import type { QualityPlaceRow, FindingRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { Icon } from '../icon';
import type { IconName } from '../icon';
import { findingGroups } from './finding-groups';
import type { FindingGroup } from './finding-groups';
import { PlaceList } from './place-list';
import { changeText, ruleText } from './rule-text';
import type { ChangePlace } from './rule-sentences';

const SIGNS: Readonly<Record<FindingRow['severity'], { word: string; icon: IconName }>> = {
  finding: { word: 'noticed', icon: 'clock' },
  suspect: { word: 'doubtful', icon: 'warn' },
  set_aside: { word: 'set aside', icon: 'minus' },
};

interface FindingsByRuleProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  onOpenPlace: (place: QualityPlaceRow) => void;
  onChange: (place: ChangePlace) => void;
}

/** What the checks found, rule by rule: what it is, what was done, how to change it, and the rows behind it. */
export function FindingsByRule(props: FindingsByRuleProps) {
  const { dataset, series } = props;
  const isOne = dataset.series.length === 1;
  const [isAll, setAll] = useState(false);
  const own = useMemo(
    () => dataset.findings.filter((row) => isAll || isOne || row.series_id === series.series_id),
    [dataset, series, isAll, isOne],
  );
  const groups = useMemo(() => findingGroups(own), [own]);
  const names = useMemo(() => new Map(dataset.series.map((row) => [row.series_id, row])), [dataset]);
  return (
    <section className="card" aria-label="Findings by rule">
      <div className="card-head">
        <div>
          <h2 className="card-title">What was found</h2>
          <p className="card-note">
            Each rule with what was done about it. Open one to see the rows behind it.
          </p>
        </div>
        {!isOne && (
          <div className="segments" role="group" aria-label="Findings of">
            <button type="button" className="segment" aria-pressed={!isAll} onClick={() => setAll(false)}>
              This series
            </button>
            <button type="button" className="segment" aria-pressed={isAll} onClick={() => setAll(true)}>
              All series
            </button>
          </div>
        )}
      </div>
      {groups.length === 0 && (
        <p className="nothing-here">
          {isAll || isOne
            ? 'No rule found anything.'
            : `No rule found anything in ${shortText(series.ext_dev_ref, 60)}.`}
        </p>
      )}
      <ul className="rule-list">
        {groups.map((group) => (
          <li key={`${group.key} ${isAll} ${series.series_id}`}>
            <RuleGroup {...props} group={group} names={names} ofSeries={isAll || isOne ? null : series} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RuleGroupProps extends FindingsByRuleProps {
  group: FindingGroup;
  names: ReadonlyMap<number, SeriesRow>;
  ofSeries: SeriesRow | null;
}

function RuleGroup({ session, dataset, group, names, ofSeries, onOpenPlace, onChange }: RuleGroupProps) {
  const [isOpen, setOpen] = useState(false);
  const { title, means, done, place } = ruleText(group.rule);
  const sign = SIGNS[group.severity];
  const series =
    ofSeries === null && dataset.series.length > 1 ? `, ${countOf(group.series, 'series', 'series')}` : '';
  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(!isOpen);
  };
  return (
    <details className={`rule-group is-${group.severity}`} open={isOpen}>
      <summary onClick={toggle}>
        <span className="finding-sign">
          <Icon name={sign.icon} />
          {sign.word}
        </span>
        <span className="rule-title">{title}</span>
        <span className="rule-count">{countText(group.count)}</span>
        <span className="rule-note">
          {periodText(group)}
          {series}
        </span>
      </summary>
      {isOpen && (
        <div className="rule-body">
          <p>{means}</p>
          <p>
            <strong>What was done.</strong> {done}
          </p>
          <p>
            <strong>How to change it.</strong> <ChangeText place={place} onChange={onChange} />
          </p>
          <PlaceList
            session={session}
            version={dataset.version}
            rule={group.rule}
            series={ofSeries}
            names={names}
            onOpen={onOpenPlace}
          />
        </div>
      )}
    </details>
  );
}

const LINKS: Readonly<Partial<Record<ChangePlace, string>>> = {
  choices: 'Show the choice',
  convention: 'Show the evidence',
  zone: 'Go to the time zone',
};

function ChangeText({ place, onChange }: { place: ChangePlace; onChange: (place: ChangePlace) => void }) {
  const link = LINKS[place];
  return (
    <>
      {changeText(place)}{' '}
      {link && (
        <button type="button" className="button-link" onClick={() => onChange(place)}>
          {link}
        </button>
      )}
    </>
  );
}

export function periodText({
  first_date,
  last_date,
}: Pick<FindingGroup, 'first_date' | 'last_date'>): string {
  if (first_date === null) return 'without a date';
  if (last_date === null || last_date === first_date) return dateText(first_date);
  return `${dateText(first_date)} to ${dateText(last_date)}`;
}
