import { shortText } from '../domain/number-text';
import type { AppError, ColumnMismatch } from '../domain/app-error';
import type { SessionState } from '../session/session-state';
import { Icon } from './icon';
import { needsReassurance, refusalText } from '../domain/refusal-text';

interface RefusalProps {
  refusal: AppError;
  wayOn: SessionState['wayOn'];
  /** Something is open behind the refusal. */
  hasData: boolean;
  onDismiss: () => void;
}

/** What went wrong, where, and the way on. Text from files is cut and never read as markup. */
export function Refusal({ refusal, wayOn, hasData, onDismiss }: RefusalProps) {
  const { title, sentence, nextStep } = refusalText(refusal);
  const { detail, code } = refusal;
  return (
    <section className="notice refusal" role="alert">
      <div className="notice-head">
        <span className="refusal-sign">
          <Icon name="warn" />
        </span>
        <h2 className="notice-title">{title}</h2>
        <button
          type="button"
          className="button button-quiet button-icon button-small"
          aria-label="Dismiss"
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      </div>
      <p>{sentence}</p>
      {detail.columns && detail.columns.length > 0 && <ColumnTable columns={detail.columns} />}
      <p>
        <strong>What to do: </strong>
        {nextStep}
        {hasData && needsReassurance(code) && ' What was open is still open.'}
      </p>
      {wayOn && (
        <button type="button" className="button button-primary button-small" onClick={wayOn.run}>
          {wayOn.label}
        </button>
      )}
      <RefusalDetails code={code} detail={detail} />
    </section>
  );
}

function RefusalDetails({ code, detail }: Pick<AppError, 'code' | 'detail'>) {
  return (
    <details className="refusal-details">
      <summary>
        Code <code>{code}</code>
      </summary>
      {detail.cause && <p className="refusal-cause">{shortText(detail.cause, 500)}</p>}
      {detail.found && detail.found.length > 0 && (
        <p className="refusal-cause">
          The file has:{' '}
          {detail.found
            .slice(0, 40)
            .map((column) => shortText(column, 60))
            .join(', ')}
          {detail.found.length > 40 && ` and ${detail.found.length - 40} more`}
        </p>
      )}
      {!detail.cause && !detail.found?.length && (
        <p className="refusal-cause">No further technical detail.</p>
      )}
    </details>
  );
}

function ColumnTable({ columns }: { columns: ColumnMismatch[] }) {
  return (
    <table className="table refusal-columns">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Expected</th>
          <th scope="col">Found</th>
        </tr>
      </thead>
      <tbody>
        {columns.slice(0, 20).map((column) => (
          <tr key={column.column}>
            <td>{shortText(column.column, 40)}</td>
            <td>{shortText(column.expected, 60)}</td>
            <td>{column.found === null ? 'not there' : shortText(column.found, 60)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
