import { useRef, useSyncExternalStore } from 'react';
import { ConsoleRun } from '../../session/console/console-run';
import type { Session } from '../../session/session';
import type { DataViewProps } from '../views/data-view';
import { CATALOGUE } from './catalogue';
import { Draft } from './draft';
import { ConsolePanel } from './console-panel';
import { CopyAsPanel } from './copy-as-panel';
import { EXAMPLES } from './example-statements';
import { ModelsPanel } from './models-panel';
import { SchemaBrowser } from './schema-browser';
import { sqlAddressOf, sqlHash } from './sql-address';
import type { SqlAddress } from './sql-address';
import type { EditorHandle } from './sql-editor';
import { useRowCounts } from './use-row-counts';
import './sql.css';

const NAMES = CATALOGUE.map(({ name }) => name);
const PARTS = [
  { part: 'console', label: 'Console' },
  { part: 'models', label: 'The ETL, model by model' },
  { part: 'elsewhere', label: 'Read it elsewhere' },
] as const;

/** What is written and what came of it outlive the view: people look at a chart and come back. */
const kept = new WeakMap<Session, { run: ConsoleRun; draft: Draft }>();

function keptOf(session: Session) {
  const found = kept.get(session);
  if (found) return found;
  const made = { run: new ConsoleRun(session), draft: new Draft(EXAMPLES[0]!.sql) };
  kept.set(session, made);
  return made;
}

/** The SQL view: console and tables, the ETL's own SQL, and lines for other tools. */
export function SqlView({ session, dataset, busy }: DataViewProps) {
  const { run, draft } = keptOf(session);
  const address = sqlAddressOf(useSyncExternalStore(subscribeToHash, () => window.location.hash));
  const counts = useRowCounts(session, NAMES, dataset.version);
  const editor = useRef<EditorHandle>(null);
  const show = (next: SqlAddress) => window.location.assign(sqlHash(next));
  const stem = (dataset.sources[0]?.name ?? 'meters').replace(/\.[^.]+$/, '') || 'meters';
  return (
    <div className="sql-view">
      <div className="segments" role="group" aria-label="Parts of the SQL view">
        {PARTS.map(({ part, label }) => (
          <button
            key={part}
            type="button"
            className="segment"
            aria-pressed={address.part === part}
            onClick={() => show({ part, model: null })}
          >
            {label}
          </button>
        ))}
      </div>
      {address.part === 'console' && (
        <div className="sql-columns">
          <ConsolePanel
            session={session}
            run={run}
            draft={draft}
            busy={busy}
            version={dataset.version}
            editor={editor}
          />
          <SchemaBrowser
            counts={counts}
            onInsert={(name) => editor.current?.insert(name)}
            onModel={(model) => show({ part: 'models', model })}
          />
        </div>
      )}
      {address.part === 'models' && (
        <ModelsPanel
          counts={counts}
          chosen={address.model}
          onChoose={(model) => show({ part: 'models', model })}
          onTry={(statement) => {
            draft.keep(statement);
            void run.run(statement, 0);
            show({ part: 'console', model: null });
          }}
        />
      )}
      {address.part === 'elsewhere' && <CopyAsPanel file={`${stem}.readings.parquet`} />}
    </div>
  );
}

function subscribeToHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
