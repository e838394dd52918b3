import { countText, shortText } from '../domain/number-text';
import type { FindingRow } from '../queries/rows/quality';
import type { SeriesRow } from '../queries/rows/series';
import type { Dataset } from '../session/session-state';
import { Icon } from './icon';
import { findingSentence, groupText } from './ledger-text';

const MOST_FINDINGS = 60;

const SEVERITIES: Readonly<
  Record<FindingRow['severity'], { word: string; icon: 'clock' | 'warn' | 'minus' }>
> = {
  finding: { word: 'noticed', icon: 'clock' },
  suspect: { word: 'doubtful', icon: 'warn' },
  set_aside: { word: 'set aside', icon: 'minus' },
};

/** What the checks noticed, the selected meter first. Findings never change a value. */
export function Findings({ dataset, selected }: { dataset: Dataset; selected: SeriesRow }) {
  const names = new Map(dataset.series.map((row) => [row.series_id, row]));
  const own = dataset.findings.filter((row) => row.series_id === selected.series_id);
  const others = dataset.findings.filter((row) => row.series_id !== selected.series_id);
  const rest = Math.max(0, others.length - MOST_FINDINGS);
  return (
    <section className="card" aria-label="Findings">
      <div className="card-head">
        <div>
          <h2 className="card-title">What the checks noticed</h2>
          <p className="card-note">Findings point things out; they never change or remove a value.</p>
        </div>
      </div>
      <h3 className="ledger-name">This meter</h3>
      {own.length ? (
        <FindingList rows={own} names={names} withName={false} />
      ) : (
        <p className="card-note">Nothing to point out.</p>
      )}
      {others.length > 0 && (
        <details className="findings-rest">
          <summary>Other meters: {countText(others.length)}</summary>
          <FindingList rows={others.slice(0, MOST_FINDINGS)} names={names} withName />
          {rest > 0 && (
            <p className="card-note">and {countText(rest)} more; select a meter to see its own.</p>
          )}
        </details>
      )}
    </section>
  );
}

interface FindingListProps {
  rows: readonly FindingRow[];
  names: ReadonlyMap<number, SeriesRow>;
  withName: boolean;
}

function FindingList({ rows, names, withName }: FindingListProps) {
  return (
    <ul className="findings">
      {rows.map((row) => {
        const series = names.get(row.series_id);
        const severity = SEVERITIES[row.severity];
        return (
          <li key={`${row.series_id}/${row.rule}/${row.severity}`} className={`finding is-${row.severity}`}>
            <span className="finding-sign">
              <Icon name={severity.icon} />
              {severity.word}
            </span>
            <span>
              <strong>{countText(row.count)}</strong> {findingSentence(row)}
              {withName && series && (
                <span className="strip-note">
                  {' '}
                  · {shortText(series.ext_dev_ref, 40)}, {groupText(series)}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
