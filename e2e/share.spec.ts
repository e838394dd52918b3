import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
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
  await page.getByRole('button', { name: 'Holidays', exact: true }).click();
  await page.getByRole('combobox', { name: 'Country of the holidays' }).selectOption('PT');
  await page.getByRole('button', { name: 'as weekend days' }).click();
  await expect(page).toHaveURL(/holidays=PT&holidays-as=weekend/);
  const period = (await timelineCard.locator('.timeline-range').textContent())!;
  await page.getByLabel('Share', { exact: true }).click();
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
  await expect(other.page.getByRole('combobox', { name: 'Country of the holidays' })).toHaveValue('PT');
  await expect(other.page.getByRole('button', { name: 'as weekend days' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await context.close();

  // Back leads through the meters, not through every step of the brush.
  await page.goBack();
  await expect(meterfold.meter.getByRole('heading')).toHaveText(first);
  await expect(meterfold.meter).toContainText('Europe/Lisbon');
  await page.goForward();
  await expect(meterfold.meter.getByRole('heading')).toHaveText('office');
  await expect(timelineCard).toContainText(period);
});

test('a picture as SVG, PNG and CSV, a figure on the clipboard, and the report on one page', async ({
  page,
}) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await meterfold.goto();
  await meterfold.trySample();

  const svg = (await saved(page, 'Months', 'SVG, dark ground')).toString('utf8');
  const size = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return {
      name: root.nodeName,
      width: Number(root.getAttribute('width')),
      bars: root.querySelectorAll('rect').length,
    };
  }, svg);
  expect(size.name).toBe('svg');
  expect(size.bars).toBeGreaterThan(12);
  for (const part of ['demo-meter-1', 'Months', 'unit not stated', 'Europe/Vilnius', 'sample-year.parquet']) {
    expect(svg, part).toContain(part);
  }
  expect(svg).not.toMatch(/var\(|class=|href=|oklab|url\((?!"?#)/);
  expect(svg).toContain('fill="rgb(22, 31, 40)"');

  const png = await saved(page, 'Months', 'PNG, white ground');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(Math.round(size.width * 2));

  const csv = (await saved(page, 'Months', 'CSV, the rows behind it')).toString('utf8').split('\r\n');
  expect(csv[0]).toBe('\uFEFFlocal_month,energy,intervals,intervals_missing');
  expect(csv[3]).toBe('2022-03-01,74300,743,0');
  expect(csv).toHaveLength(14);

  await page.getByRole('button', { name: 'Total', exact: true }).press('Enter');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(
      /^Total: 876,000 unit not stated \(.*demo-meter-1, .*1 Jan 2022 – 31 Dec 2022, Europe\/Vilnius\)$/,
    );

  await page.keyboard.press('r');
  const report = page.getByRole('article', { name: 'Report' });
  await expect(report).toContainText('1 Jan 2022 – 31 Dec 2022');
  await expect(report).toContainText('forward on Sunday 27 March 2022 (23 hours, UTC+2 to UTC+3)');
  await expect(report).toContainText('8,760 of 8,760 intervals have a value');
  await expect(report.getByRole('figure')).toHaveCount(6);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.goBack();
  await expect(report).toHaveCount(0);
});

/** What the menu of a picture saves. */
async function saved(page: Page, title: string, item: string): Promise<Buffer> {
  const card = page.getByRole('region', { name: title, exact: true });
  await card.getByLabel(`Save: ${title}`).click();
  const download = page.waitForEvent('download');
  await card.getByRole('button', { name: item }).click();
  return readFileSync(await (await download).path());
}
