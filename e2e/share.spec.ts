import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a copied link shows the same picture to whoever opens the same file', async ({ page, browser }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  const first = (await meterfold.meter.getByRole('heading').textContent())!;
  await meterfold.meterOptions.filter({ hasText: 'office' }).click();
  await expect(meterfold.meter.getByRole('heading')).toHaveText('office');
  await meterfold.ready('sample-portfolio.parquet');
  const { timelineCard } = meterfold;
  await timelineCard.getByRole('slider', { name: 'End of the window' }).press('PageDown');
  await timelineCard.getByRole('slider', { name: 'Start of the window' }).press('PageUp');
  await meterfold.chooseZone('Europe/Lisbon');
  await expect(meterfold.meter).toContainText('Europe/Lisbon');
  await meterfold.ready('sample-portfolio.parquet');
  const period = (await timelineCard.locator('.timeline-range').textContent())!;
  await page.getByText('Share', { exact: true }).click();
  await page.getByRole('button', { name: /^Copy link/ }).click();
  await expect(page.getByText('Link to this view copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('zone=Europe/Lisbon');
  expect(link.length).toBeLessThan(250);

  const context = await browser.newContext();
  const other = new MeterfoldPage(await context.newPage());
  await other.page.goto(link);
  await expect(other.page.getByText('This link shows meter office,')).toContainText('Europe/Lisbon');
  await other.trySample();
  await expect(other.page.getByText('The link names the meter office')).toBeVisible();
  await other.pick('public/samples/sample-portfolio.parquet');
  await other.ready('sample-portfolio.parquet');
  await expect(other.meter.getByRole('heading')).toHaveText('office');
  await expect(other.page.getByText('The link names the meter')).toHaveCount(0);
  await expect(other.meter).toContainText('Europe/Lisbon');
  await expect(other.timelineCard).toContainText(period);
  await context.close();

  // Back leads through the meters, not through every step of the brush.
  await page.goBack();
  await expect(meterfold.meter.getByRole('heading')).toHaveText(first);
  await expect(meterfold.meter).toContainText('Europe/Lisbon');
  await page.goForward();
  await expect(meterfold.meter.getByRole('heading')).toHaveText('office');
  await expect(timelineCard).toContainText(period);
});
