import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

test('single keys, the sheet of them, the skip link, undo and recent settings', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();

  // The first stop of Tab leads past the bar.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');

  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Daily meter arrays in, true hours out');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await meterfold.tryPortfolio();
  await page.keyboard.press('/');
  await expect(meterfold.meterSearch).toBeFocused();
  await page.keyboard.type('t1p?');
  await expect(meterfold.meterSearch).toHaveValue('t1p?');
  await expect(sheet).toBeHidden();
  await meterfold.meterSearch.fill('');
  await meterfold.meterSearch.blur();
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('data platform');
  await page.keyboard.press('1');
  await expect(meterfold.meter).toBeVisible();

  await meterfold.chooseZone('Asia/Tokyo');
  await expect(meterfold.meter).toContainText('Asia/Tokyo');
  const messages = page.getByRole('log', { name: 'Messages' });
  await expect(messages).toContainText('Time zone: Asia/Tokyo');
  await meterfold.ready('sample-portfolio.parquet');
  await messages.getByRole('button', { name: 'Undo' }).click();
  await expect(meterfold.meter).toContainText('Europe/Vilnius');
  await meterfold.ready('sample-portfolio.parquet');

  const recent = page
    .getByRole('region', { name: 'Choices' })
    .getByRole('region', { name: 'Recent settings' });
  await recent.getByRole('button', { name: 'Asia/Tokyo' }).click();
  await expect(meterfold.meter).toContainText('Asia/Tokyo');
  await meterfold.ready('sample-portfolio.parquet');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(meterfold.meter).toContainText('Europe/Vilnius');
  await meterfold.ready('sample-portfolio.parquet');

  // Another day the settings are offered on the empty page; the switch forgets them.
  expect(await page.evaluate(() => localStorage.getItem('meterfold.recipes'))).toBe(
    '[{"zone":"Asia/Tokyo"}]',
  );
  await page.goto('./');
  await page
    .getByRole('region', { name: 'Recent settings' })
    .getByRole('button', { name: 'Asia/Tokyo' })
    .click();
  await meterfold.trySample();
  await expect(meterfold.meter).toContainText('Asia/Tokyo');
  await recent.getByRole('checkbox').uncheck();
  expect(await page.evaluate(() => localStorage.getItem('meterfold.recipes'))).toBeNull();
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('numbers and dates are written as there', async ({ page }) => {
    const meterfold = new MeterfoldPage(page);
    await meterfold.goto();
    await meterfold.trySample();
    await expect(meterfold.meter).toContainText('8.760 of 8.760 intervals');
    await expect(meterfold.meter).toContainText('876.000 read = 876.000 shown');
    await expect(meterfold.meter).toContainText('1. Jan. 2022');
    await expect(page.getByRole('region', { name: 'Figures' })).toContainText(/33,3\s%/);
  });
});
