import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fence';
import { DESKTOP, PHONE, expectAccessible } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

const STEPS = [
  'One meter, one year',
  'Seven figures, each explained',
  'The whole year in one picture',
  'Nothing is lost, and here is the proof',
  'The two difficult days',
  'Take clean data with you',
];

const card = (page: Page): Locator => page.getByRole('dialog');
const marked = (page: Page): Locator => page.locator('[data-tour-target]');

async function startTour(page: Page): Promise<MeterfoldPage> {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await page.getByRole('button', { name: 'Take the tour in six steps' }).click();
  await meterfold.ready('sample-year.parquet');
  return meterfold;
}

/** The card speaks of this step, the step's part is marked, and both can be seen. */
async function expectStep(page: Page, number: number): Promise<void> {
  const title = STEPS[number - 1]!;
  await expect(page.getByRole('dialog', { name: title })).toBeVisible();
  await expect(card(page)).toContainText(`Step ${number} of 6`);
  await expect(marked(page), title).toHaveCount(1);
  await expect(marked(page), title).toBeInViewport();
  await expect(card(page), title).toBeInViewport({ ratio: 1 });
}

test('six steps on the sample, each true of the page behind it, that end at the difficult days and the export', async ({
  page,
}) => {
  test.slow();
  const meterfold = await startTour(page);
  const next = card(page).getByRole('button', { name: 'Next' });
  await expectStep(page, 1);
  await page.getByText('1 open file').click();
  await expect(page.getByRole('banner').getByText('365 rows')).toBeVisible();
  await page.keyboard.press('Escape');
  await next.click();

  await expectStep(page, 2);
  await expect(marked(page).locator('.figure-name')).toHaveCount(7);
  await next.click();

  await expectStep(page, 3);
  await expect(marked(page).getByRole('heading', { name: 'Every hour' })).toBeVisible();
  await next.click();

  await expectStep(page, 4);
  await expect(marked(page)).toContainText('876,000');
  await next.click();

  await expectStep(page, 5);
  await expect(marked(page)).toContainText('27 March 2022');
  await expect(marked(page)).toContainText('30 October 2022');
  await next.click();

  await expectStep(page, 6);
  await expect(meterfold.exportParquetButton).toHaveAttribute('data-tour-target');
  await expect(meterfold.meter).toContainText('8,760 of 8,760 intervals');
  await card(page).getByRole('button', { name: 'Back' }).click();
  await expectStep(page, 5);
  await next.click();
  await card(page).getByRole('button', { name: 'Done' }).click();
  await expect(card(page)).toHaveCount(0);
  await expect(marked(page)).toHaveCount(0);
  await expect(meterfold.exportParquetButton).toBeFocused();
});

test('the last step leads to the platform design and back', async ({ page }) => {
  test.slow();
  await startTour(page);
  for (let step = 1; step < 6; step++) await card(page).getByRole('button', { name: 'Next' }).click();
  await expectStep(page, 6);
  await card(page).getByRole('link', { name: 'the data platform design' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A data platform for Eliq');
  await expect(card(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to sample-year.parquet' }).click();
  await expectStep(page, 6);
});

test('with the keyboard alone: start, on, back, skip', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await meterfold.goto();
  await meterfold.tabTo(page.getByRole('button', { name: 'Take the tour in six steps' }));
  await page.keyboard.press('Enter');
  await meterfold.ready('sample-year.parquet');
  await expect(card(page)).toBeFocused();
  await expectStep(page, 1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectStep(page, 3);
  await page.keyboard.press('ArrowLeft');
  await expectStep(page, 2);
  await meterfold.tabTo(card(page).getByRole('button', { name: 'Next' }), { most: 4 });
  for (let step = 2; step < 5; step++) await page.keyboard.press('Enter');
  await expectStep(page, 5);
  await expect(card(page).getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'The difficult days' })).toBeFocused();
});

test('on a phone the card stays at the bottom and covers nothing it speaks of', async ({ page }) => {
  test.slow();
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await startTour(page);
  for (let step = 1; step <= 6; step++) {
    await expectStep(page, step);
    const top = await marked(page).evaluate((element) => element.getBoundingClientRect().top);
    const cardTop = await card(page).evaluate((element) => element.getBoundingClientRect().top);
    expect(top, STEPS[step - 1]).toBeLessThan(cardTop - 40);
    if (step < 6) await card(page).getByRole('button', { name: 'Next' }).click();
  }
});

test('Escape ends it even after a click beside everything', async ({ page }) => {
  test.slow();
  await startTour(page);
  await expectStep(page, 1);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(card(page)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
});

test('a change of what is shown ends the tour, which would no longer be true', async ({ page }) => {
  test.slow();
  const meterfold = await startTour(page);
  await expectStep(page, 1);
  await meterfold.chooseZone('Europe/Lisbon');
  await meterfold.ready('sample-year.parquet');
  await expect(card(page)).toHaveCount(0);
});

test('accessible at the difficult days', async ({ page }) => {
  test.slow();
  await startTour(page);
  for (let step = 1; step < 5; step++) await card(page).getByRole('button', { name: 'Next' }).click();
  await expectStep(page, 5);
  await expectAccessible(page, [DESKTOP]);
});
