import type { Page } from '@playwright/test';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

/** Kills a worker for real: what it throws outside of any call ends it for the page. */
async function kill(page: Page, name: RegExp): Promise<void> {
  const worker = page.workers().find((one) => name.test(one.url()));
  if (!worker) throw new Error(`no worker ${String(name)} is running`);
  await worker.evaluate(`setTimeout(() => { throw new Error('killed by the test') })`);
}

test('a lost engine is started again, and what was open is opened again', async ({ page, fence }) => {
  fence.expectError(/killed by the test|worker is not set|ErrorEvent/);
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  await kill(page, /duckdb/);
  await expect(meterfold.refusal.locator('code')).toHaveText('ENGINE_RESTARTED', { timeout: 45_000 });
  await expect(meterfold.refusal).toContainText('opened again from its files');
  await meterfold.ready('sample-year.parquet');
  await expect(meterfold.ledger).toContainText('8,760');

  // Lost once more so soon, it would only be lost again: the page offers, the person decides.
  await kill(page, /duckdb/);
  await meterfold.expectRefusal('ENGINE_LOST');
  await meterfold.refusal.getByRole('button', { name: 'Open it again' }).click();
  await meterfold.ready('sample-year.parquet');
  await expect(meterfold.refusal).toHaveCount(0);
});
