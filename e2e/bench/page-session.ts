import type { Page } from '@playwright/test';
import type { Session } from '../../src/session/session';
import type { Parameters } from '../../src/engine/engine';

/** What the page's session is asked, and of which series, by its place in the list of meters. */
export interface Asked {
  statements: readonly string[];
  place: number | null;
  parameters: Parameters;
}

/** Asks the page's own session a question that no view shows by itself, and how long the answer took. */
export async function askInPage(page: Page, sql: string): Promise<{ ms: number; rows: number }> {
  return page.evaluate(askSession, { statements: [sql], place: null, parameters: {} });
}

/** Runs in the page. React keeps what it was mounted with at the root, the session among it. */
export async function askSession({
  statements,
  place,
  parameters,
}: Asked): Promise<{ ms: number; rows: number }> {
  interface Fiber {
    child: Fiber | null;
    memoizedProps: { session?: Session } | null;
  }
  const root = document.getElementById('root') as unknown as Record<string, Fiber>;
  let fiber: Fiber | null =
    root[Object.keys(root).find((key) => key.startsWith('__reactContainer$')) ?? ''] ?? null;
  while (fiber && !fiber.memoizedProps?.session) fiber = fiber.child;
  const session = fiber?.memoizedProps?.session;
  if (!session) throw new Error('the page has no session');
  const series = place === null ? null : session.getState().dataset?.series[place];
  const given = series ? { ...parameters, series_id: series.series_id } : parameters;
  const { signal } = new AbortController();
  const started = performance.now();
  const answers = await Promise.all(statements.map((sql) => session.ask(sql, given, signal)));
  return { ms: performance.now() - started, rows: answers.reduce((sum, rows) => sum + rows.length, 0) };
}
