import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ConsoleRun, ConsoleState } from '../../session/console/console-run';
import type { ResultTable } from '../../session/console/result-table';
import type { Session } from '../../session/session';
import engineFunctions from '../../queries/engine_functions.sql?raw';
import { countOf, countText } from '../../domain/number-text';
import { Icon } from '../icon';
import { useQuestion } from '../use-question';
import type { EngineFunction } from './editor-setup';
import { EXAMPLES } from './example-statements';
import type { Draft } from './draft';
import { HistoryMenu } from './history-menu';
import { QuickChart } from './quick-chart';
import { firstChoice } from './quick-points';
import { ResultGrid } from './result-grid';
import { SaveResult } from './save-result';
import { SqlEditor } from './sql-editor';
import type { EditorHandle } from './sql-editor';
import { readHistory, remember } from './statement-history';

interface ConsolePanelProps {
  session: Session;
  run: ConsoleRun;
  draft: Draft;
  busy: boolean;
  version: number;
  editor: React.RefObject<EditorHandle | null>;
}

/** The console: editor, examples, history, and the result under them. */
export function ConsolePanel({ session, run, draft, busy, version, editor }: ConsolePanelProps) {
  const state = useSyncExternalStore(run.subscribe, run.getState);
  const [history, setHistory] = useState(readHistory);
  const functions = useQuestion<EngineFunction>(session, engineFunctions, {}, 0);
  const running = state.phase === 'running';
  const execute = () => {
    const chosen = editor.current?.chosen();
    if (!chosen) return;
    setHistory(remember(chosen.sql));
    void run.run(chosen.sql, chosen.offset);
  };
  const start = (sql: string) => {
    editor.current?.replace(sql);
    execute();
  };
  return (
    <section className="card console" aria-label="SQL console">
      <div className="card-head">
        <div>
          <h1 className="card-title">Ask in SQL</h1>
          <p className="card-note">
            DuckDB’s SQL over everything that is open, in this tab. It only reads: nothing you write here can
            change or break what is open.
          </p>
        </div>
        <HistoryMenu history={history} onChoose={start} onChange={setHistory} />
      </div>
      <SqlEditor
        ref={editor}
        initial={draft.text}
        functions={functions.state === 'ready' ? functions.rows : []}
        trouble={state.trouble}
        onRun={execute}
        onCancel={() => (run.cancel(), running)}
        onChange={(text) => draft.keep(text)}
      />
      <div className="console-bar">
        <button type="button" className="button button-primary" onClick={execute}>
          Run
          <kbd aria-hidden="true">{isApple() ? '⌘' : 'Ctrl'} ↵</kbd>
        </button>
        {running && (
          <button type="button" className="button" onClick={() => run.cancel()}>
            Cancel the statement
          </button>
        )}
        <RunStatus state={state} version={version} />
      </div>
      <div className="console-examples" role="group" aria-label="Example questions">
        {EXAMPLES.map(({ question, sql }) => (
          <button key={question} type="button" className="chip" onClick={() => start(sql)}>
            {question}
          </button>
        ))}
      </div>
      <Result session={session} state={state} busy={busy} />
    </section>
  );
}

function Result({ session, state, busy }: { session: Session; state: ConsoleState; busy: boolean }) {
  const { table, trouble, phase, rows } = state;
  if (trouble) {
    return (
      <div className="console-trouble" role="alert">
        <strong>{trouble.title}</strong>
        <span>{trouble.sentence}</span>
        <span>{trouble.nextStep}</span>
        {trouble.cause !== null && (
          <details>
            <summary>What the engine said</summary>
            <pre>{trouble.cause.trim()}</pre>
          </details>
        )}
      </div>
    );
  }
  if (!table) return null;
  return (
    <>
      {rows > 0 ? (
        <ShownResult key={state.startedAt} table={table} rows={rows} isComing={phase === 'running'} />
      ) : (
        phase !== 'running' && <EmptyResult names={table.columns.map(({ name }) => name)} />
      )}
      {phase === 'done' && <SaveResult session={session} state={state} busy={busy} />}
    </>
  );
}

interface ShownResultProps {
  table: ResultTable;
  rows: number;
  isComing: boolean;
}

/** The rows as a table, or as a chart once they are all there and one of their columns is a number. */
function ShownResult({ table, rows, isComing }: ShownResultProps) {
  const [isChart, setChart] = useState(false);
  const first = isComing ? null : firstChoice(table);
  return (
    <>
      {first && (
        <div className="segments console-forms" role="group" aria-label="How the result is shown">
          <button type="button" className="segment" aria-pressed={!isChart} onClick={() => setChart(false)}>
            Table
          </button>
          <button type="button" className="segment" aria-pressed={isChart} onClick={() => setChart(true)}>
            Chart
          </button>
        </div>
      )}
      {first && isChart ? (
        <QuickChart table={table} rows={rows} first={first} />
      ) : (
        <ResultGrid table={table} rows={rows} label="Result" />
      )}
    </>
  );
}

function EmptyResult({ names }: { names: readonly string[] }) {
  return (
    <p className="nothing-here">
      No row fits. The result would have the {names.length === 1 ? 'column' : 'columns'} {names.join(', ')}.
    </p>
  );
}

/** Rows and time; the time runs while the statement does. */
function RunStatus({ state, version }: { state: ConsoleState; version: number }) {
  const { phase, rows, hasMore, startedAt, elapsedMs } = state;
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (phase !== 'running') return undefined;
    const timer = setInterval(() => {
      if (box.current) box.current.textContent = secondsText(performance.now() - startedAt);
    }, 100);
    return () => clearInterval(timer);
  }, [phase, startedAt]);
  if (phase === 'idle') return <span className="console-status">Completion: Ctrl Space</span>;
  const time = <span ref={box}>{secondsText(elapsedMs)}</span>;
  if (phase === 'running') {
    return (
      <span className="console-status">
        <span role="status">Running{rows > 0 ? `, ${countOf(rows, 'row')} so far` : '…'}</span> {time}
      </span>
    );
  }
  return (
    <span className="console-status">
      <span role="status">
        {phase === 'failed' && 'Not run to its end'}
        {phase === 'cancelled' && `Cancelled${rows > 0 ? `; ${countOf(rows, 'row')} had come` : ''}`}
        {phase === 'done' && !hasMore && countOf(rows, 'row')}
        {phase === 'done' &&
          hasMore &&
          `The first ${countText(rows)} rows are held; there may be more, and a saved file has all`}
      </span>
      {' · '}
      {time}
      {state.isReleasing && ' · The engine still ends a step of it; until then other questions wait.'}
      {phase === 'done' && state.version !== version && (
        <span className="console-old">
          <Icon name="warn" /> From before the data changed: run it again
        </span>
      )}
    </span>
  );
}

function secondsText(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
