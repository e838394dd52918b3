import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icon';
import { shortcutsAreOn, switchShortcuts } from './shortcut-switch';
import '../dialog-frame.css';
import './shortcut-sheet.css';

/** Every key of the page by place. Those of the first group stand in `aria-keyshortcuts` of what they press. */
const GROUPS: readonly { title: string; keys: readonly (readonly [keys: string, what: string])[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      ['1 … 4', 'Explore and the other views, in their order'],
      ['p', 'The data platform design'],
      ['o', 'Open files'],
      ['a', 'Add files to the open ones'],
      ['e', 'Export Parquet'],
      ['x', 'Export options'],
      ['l', 'Copy a link to this view'],
      ['r', 'Report to print'],
      ['/', 'Search the meters'],
      ['t', 'Light or dark'],
      ['?', 'This sheet'],
      ['Ctrl or ⌘ + Z', 'Undo the last change of zone or policies'],
      ['Esc', 'Close a menu, a hint, the tour'],
    ],
  },
  {
    title: 'In a picture',
    keys: [
      ['← →', 'Read the value before or after'],
      ['PgUp PgDn', 'Ten values at a time'],
      ['Home, End', 'The first and the last value'],
      ['Enter', 'Open the day on the time line'],
      ['+ −', 'Zoom the time line'],
      ['Shift + ← →', 'Move along the time line'],
      ['0', 'The whole period'],
    ],
  },
  {
    title: 'In lists and tables',
    keys: [
      ['↑ ↓', 'The row before or after'],
      ['Enter', 'Open it'],
    ],
  },
];

/** The button that opens the sheet, and the sheet. */
export function ShortcutSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useState(shortcutsAreOn);
  useEffect(() => switchShortcuts(isOn), [isOn]);
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-icon sheet-button"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        aria-keyshortcuts="?"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="keyboard" />
      </button>
      <dialog
        className="dialog-frame sheet"
        ref={dialog}
        aria-label="Keyboard shortcuts"
        onClick={(event) => {
          if (event.target === dialog.current) dialog.current.close();
        }}
      >
        <div className="sheet-body">
          <div className="sheet-head">
            <h2 className="card-title">Keyboard shortcuts</h2>
            <button
              type="button"
              className="button button-quiet button-icon button-small"
              aria-label="Close"
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          {GROUPS.map(({ title, keys }) => (
            <section key={title}>
              <h3 className="sheet-title">{title}</h3>
              <dl className="sheet-keys">
                {keys.map(([key, what]) => (
                  <div key={key}>
                    <dt>
                      <kbd>{key}</kbd>
                    </dt>
                    <dd>{what}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <label className="sheet-switch">
            <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
            Single keys act (turn them off where they disturb speech input)
          </label>
        </div>
      </dialog>
    </>
  );
}
