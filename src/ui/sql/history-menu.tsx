import { useState } from 'react';
import { countText, shortText } from '../../domain/number-text';
import { isRemembering, readHistory, setRemembering } from './statement-history';

interface HistoryMenuProps {
  history: readonly string[];
  onChoose: (statement: string) => void;
  onChange: (history: string[]) => void;
}

/** The statements of before, and the switch that forgets them. */
export function HistoryMenu({ history, onChoose, onChange }: HistoryMenuProps) {
  const [remembers, setRemembers] = useState(isRemembering);
  return (
    <details className="history">
      <summary className="button button-small">History ({countText(history.length)})</summary>
      <div className="history-panel">
        <label className="history-switch">
          <input
            type="checkbox"
            checked={remembers}
            onChange={(event) => {
              setRemembering(event.target.checked);
              setRemembers(isRemembering());
              onChange(readHistory());
            }}
          />
          <span>
            Remember my statements on this machine
            <small>Their text only, never a result. Switching off forgets them.</small>
          </span>
        </label>
        {history.length === 0 && <p className="card-note">Nothing is remembered.</p>}
        <ul>
          {history.map((statement) => (
            <li key={statement}>
              <button
                type="button"
                className="history-entry"
                title="Run it again"
                onClick={(event) => {
                  event.currentTarget.closest('details')?.removeAttribute('open');
                  onChoose(statement);
                }}
              >
                {shortText(statement, 240)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
