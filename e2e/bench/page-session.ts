import type { Page } from '@playwright/test';
import type { Session } from '../../src/session/session';

/** Asks the page's own session a question that no view shows by itself, and how long the answer took. */
export async function askInPage(page: Page, sql: string): Promise<{ ms: number; rows: number }> {
  return page.evaluate(askSession, sql);
}

/** Runs in the page. React keeps what it was mounted with at the root, the session among it. */
async function askSession(sql: string): Promise<{ ms: number; rows: number }> {
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
  const started = performance.now();
  const rows = await session.ask(sql, {}, new AbortController().signal);
  return { ms: performance.now() - started, rows: rows.length };
}
