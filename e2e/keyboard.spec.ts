import type { Locator } from '@playwright/test';
import { metadataOf, tableHash } from './exported-files';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

test('sample, another meter, zoom and export with the keyboard alone', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  const { timeline, meterSearch, exportParquetButton } = meterfold;
  await meterfold.goto();
  await meterfold.tabTo(page.getByRole('button', { name: 'Try a portfolio of 12 meters' }));
  await page.keyboard.press('Enter');
  await meterfold.ready('sample-portfolio.parquet');

  await meterfold.tabTo(meterSearch);
  await page.keyboard.type('block heat');
  await expect(meterfold.meterOptions).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(meterfold.meter.getByRole('heading')).toHaveText('block-heat');
  await meterfold.ready('sample-portfolio.parquet');
  await expect(meterSearch).toBeFocused();

  await meterfold.tabTo(timeline);
  await page.keyboard.press('End');
  await expect(timeline).toHaveAttribute('aria-valuetext', /^Tue 31 Dec 2024: [\d,.]+ kWh$/);
  await page.keyboard.press('Enter');
  await meterfold.showsIntervals();
  await page.keyboard.press('Home');
  await expect(timeline).toHaveAttribute('aria-valuetext', /\d\d:00–\d\d:00: [\d,.]+ kWh, UTC\+2, measured$/);
  await page.keyboard.press('0');
  await expect(meterfold.timelineCard).toContainText('Energy of each day');
  await expect(timeline).toBeFocused();

  await meterfold.tabTo(exportParquetButton, { backwards: true });
  const download = page.waitForEvent('download', { timeout: 45_000 });
  await page.keyboard.press('Enter');
  const path = test.info().outputPath('portfolio.parquet');
  await (await download).saveAs(path);
  await expect(meterfold.saved).toContainText('596,496 rows');
  await expect(exportParquetButton).toBeFocused();
  expect((await tableHash(path)).row_count).toBe(596_496);
  expect((await metadataOf(path))['zone']).toBe('Europe/Vilnius');

  await meterfold.tabTo(page.getByRole('button', { name: 'Dismiss the saved export' }), { most: 120 });
  await page.keyboard.press('Enter');
  await expect(meterfold.saved).toHaveCount(0);
});

test('picker, zone, cancel and refusal with the keyboard alone', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  const chooser = page.waitForEvent('filechooser');
  await meterfold.goto();
  await meterfold.tabTo(page.getByRole('button', { name: 'Open files' }));
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({
    name: 'letter.parquet',
    mimeType: 'text/plain',
    buffer: Buffer.from('Dear all'),
  });
  await meterfold.expectRefusal('NOT_PARQUET');
  await meterfold.tabTo(meterfold.refusal.getByRole('button', { name: 'Dismiss' }));
  await page.keyboard.press('Enter');
  await expect(meterfold.refusal).toHaveCount(0);

  await meterfold.tabTo(page.getByRole('button', { name: 'Try the sample' }), { most: 80 });
  await page.keyboard.press('Enter');
  await meterfold.ready('sample-year.parquet');
  await meterfold.tabTo(meterfold.zone, { most: 80 });
  await page.keyboard.type('lisbon');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Europe/Lisbon' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(meterfold.meter).toContainText('Europe/Lisbon');
  await meterfold.ready('sample-year.parquet');
  await expect(meterfold.zone).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(meterfold.zone).toHaveValue('Europe/Lisbon');
});

test('the meter list scrolls to what the arrows reach', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await page.setViewportSize({ width: 1440, height: 500 });
  await meterfold.goto();
  await meterfold.tryPortfolio();
  await meterfold.tabTo(meterfold.meterSearch);
  for (let presses = 0; presses < 15; presses++) await page.keyboard.press('ArrowDown');
  const last: Locator = meterfold.meterOptions.last();
  await expect(meterfold.meterSearch).toHaveAttribute(
    'aria-activedescendant',
    (await last.getAttribute('id'))!,
  );
  await expect(last).toBeInViewport();
});
