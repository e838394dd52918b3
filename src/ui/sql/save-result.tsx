import { readStatement } from '../../session/console/console-run';
import type { ConsoleState } from '../../session/console/console-run';
import type { Session } from '../../session/session';
import { Icon } from '../icon';

const FORMATS = [
  { format: 'parquet', label: 'Parquet' },
  { format: 'csv', label: 'CSV' },
  { format: 'arrow', label: 'Arrow' },
] as const;

/** Saves all rows of the statement that was run, not only those that are held here. */
export function SaveResult({
  session,
  state,
  busy,
}: {
  session: Session;
  state: ConsoleState;
  busy: boolean;
}) {
  return (
    <div className="console-save" role="group" aria-label="Save all rows of this result">
      <span className="field-label">Save all rows as</span>
      {FORMATS.map(({ format, label }) => (
        <button
          key={format}
          type="button"
          className="button button-small"
          aria-label={`Save the result as ${label}`}
          aria-disabled={busy}
          onClick={() => void session.exportStatement(readStatement(state.sql), format)}
        >
          <Icon name="download" />
          {label}
        </button>
      ))}
    </div>
  );
}
