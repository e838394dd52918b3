import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

test('the brush filters the figures and the pictures of the load, and lets go of them again', async ({
  page,
}) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tryPortfolio();
  const figures = page.getByRole('region', { name: 'Figures' });
  const week = page.getByRole('region', { name: 'Typical week' });
  const duration = page.getByRole('slider', { name: 'Read values: Load duration curve' });
  const total = figures.locator('.figure-value').first();
  const all = await total.textContent();
  await expect(figures).toContainText('Weekend share');
  await expect(week).toContainText('Mean of each hour of the week, local time');

  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(figures).toContainText('Figures of 2 Oct 2023 – 1 Apr 2024');
  await expect(total).not.toHaveText(all!);
  await expect(week).toContainText('of the week of 2 Oct 2023 – 1 Apr 2024');
  const ofPart = Number((await total.textContent())!.replace(/[^\d.]/g, ''));
  expect(ofPart / Number(all!.replace(/[^\d.]/g, ''))).toBeCloseTo(0.25, 1);

  await duration.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: 'Load duration' })).toContainText('100% of the time');

  await page.getByRole('button', { name: 'Whole period' }).click();
  await expect(total).toHaveText(all!);
  await expect(figures).not.toContainText('Figures of');
});
