import { expect, test } from './fence';
import { DESKTOP, expectAccessible, expectNoSidewaysScroll } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

const NO_PARQUET = { name: 'letter.parquet', bytes: new TextEncoder().encode('Dear all') };

test('the empty page', async ({ page }) => {
  await new MeterfoldPage(page).goto();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('the page with a portfolio open', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a refusal, beside an open file and on the empty page', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.pick([NO_PARQUET]);
  await meterfold.expectRefusal('NOT_PARQUET');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.setViewportSize(DESKTOP);
  await meterfold.trySample();
  await meterfold.pick([NO_PARQUET]);
  await meterfold.expectRefusal('NOT_PARQUET');
  await expectAccessible(page, [DESKTOP]);
  await expectNoSidewaysScroll(page, [390, 1440]);
});

test('the story of an export, and the panel that says it is saved', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  const path = await meterfold.exportTo(test.info().outputPath('readings.parquet'));
  await expectAccessible(page, [DESKTOP]);
  await expectNoSidewaysScroll(page, [390, 1440]);
  await page.setViewportSize(DESKTOP);
  await meterfold.goto();
  await meterfold.pick(path);
  await expect(meterfold.story).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
