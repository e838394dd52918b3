import type { Page } from '@playwright/test';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

/** Puts the tab to sleep, as a browser does with one that nobody looks at, and wakes it after a while. */
async function sleep(page: Page, milliseconds: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await devtools.detach();
}

test('a tab put to sleep goes on where it was, and the meter asked for last is the one that is drawn', async ({
  page,
}) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await page.getByRole('button', { name: 'Try a portfolio of 12 meters' }).click();
  await sleep(page, 1_500);
  await meterfold.ready('sample-portfolio.parquet');
  await expect(meterfold.refusal).toHaveCount(0);

  const count = await meterfold.meterOptions.count();
  expect(count).toBeGreaterThan(5);
  // Nobody waits for a picture: each click leaves the questions of the one before.
  for (const place of [1, 2, 3, 4, 5]) await meterfold.meterOptions.nth(place).click();
  const name = await meterfold.meterOptions.nth(5).locator('.meter-option-name').textContent();
  await sleep(page, 500);
  await meterfold.ready(/ready$/);
  await expect(meterfold.meter).toContainText(name ?? 'no name');
  await expect(meterfold.meterOptions.nth(5)).toHaveAttribute('aria-selected', 'true');
});
