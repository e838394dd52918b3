import { countOf, shortText } from '../domain/number-text';
import type { PolicyPreviewRow } from '../queries/rows/clock-changes';
import type { Session } from '../session/session';
import type { PolicyPreview } from '../session/session-state';
import { changedFigures, isChanged } from './convention-preview-text';
import { conventionText } from './transition-text';

/** Files shown one by one; the others are counted. */
const MOST_FILES = 6;

interface ConventionPreviewProps {
  session: Session;
  preview: PolicyPreview;
  busy: boolean;
}

/** What a convention would change, file by file, before it is applied. */
export function ConventionPreview({ session, preview, busy }: ConventionPreviewProps) {
  const changed = preview.rows.filter(isChanged);
  const others = preview.rows.length - changed.length;
  const more = changed.length - MOST_FILES;
  return (
    <section className="convention-preview" aria-label="What this choice would change">
      <h3>What this choice would change</h3>
      <p className="card-note">
        Nothing is applied yet. Either way every value read stays accounted for: shown, or set aside and
        listed.
      </p>
      {changed.slice(0, MOST_FILES).map((row) => (
        <FileChange key={row.source_file} row={row} />
      ))}
      {more > 0 && <p className="preview-file">{countOf(more, 'more file')} would change.</p>}
      {others > 0 && <p className="preview-file">{unchangedText(preview.rows)}</p>}
      <div className="convention-actions">
        <button
          type="button"
          className="button button-primary"
          aria-disabled={busy}
          onClick={() => void session.choosePolicies(preview.change)}
        >
          Apply this choice
        </button>
        <button type="button" className="button" onClick={() => session.dismissPreview()}>
          Leave it as it is
        </button>
      </div>
    </section>
  );
}

function FileChange({ row }: { row: PolicyPreviewRow }) {
  return (
    <div className="preview-file">
      <p>
        <strong>{shortText(row.source_file, 60)}</strong> would be read so: {conventionText(row.name)}.
      </p>
      <dl className="preview-figures">
        {changedFigures(row).map(([name, change]) => (
          <div key={name} className="preview-figure">
            <dt>{name}</dt>
            <dd>{change}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function unchangedText(rows: readonly PolicyPreviewRow[]): string {
  const others = rows.filter((row) => !isChanged(row));
  const which = others.length === 1 ? shortText(others[0]!.source_file, 60) : `${others.length} files`;
  return `In ${which} no interval and no energy would change.`;
}
