import type { Page } from '@playwright/test';
import { expect, test } from './fence';
import { DESKTOP, PHONE, expectAccessible } from './pages/accessible';
import { layoutTroubles } from './pages/layout-troubles';
import { MeterfoldPage } from './pages/meterfold-page';

/** Both themes at both widths: nothing is cut off, laid over something else, or in the other theme's colours. */
async function expectSoundLayout(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of [PHONE, DESKTOP]) {
      await page.setViewportSize(size);
      await expect
        .poll(() => page.evaluate(layoutTroubles, colorScheme), {
          message: `${where}, ${colorScheme}, ${size.width} wide`,
        })
        .toEqual([]);
    }
  }
}

test('every view, the report and the sheet of keys: sound and accessible in both themes', async ({
  page,
}) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await expectSoundLayout(page, 'the empty page');
  await meterfold.tryPortfolio();
  await expectSoundLayout(page, 'Explore');

  const views = page.getByRole('navigation', { name: 'Views' }).getByRole('link');
  for (const name of (await views.allTextContents()).slice(1)) {
    await page.setViewportSize(DESKTOP);
    await views.filter({ hasText: name }).click();
    await expect(page.getByText(/^Fetching/)).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expectSoundLayout(page, name);
    if (name !== 'Platform') await expectAccessible(page, [DESKTOP]);
  }

  await page.setViewportSize(DESKTOP);
  await views.first().click();
  await page.keyboard.press('r');
  await expect(page.getByRole('article', { name: 'Report' }).getByRole('figure')).toHaveCount(6);
  await expectAccessible(page, [DESKTOP]);
  await page.goBack();
  await page.getByLabel('Share', { exact: true }).click();
  await expect(page.getByRole('button', { name: /^Copy link/ })).toBeVisible();
  await expectAccessible(page, [DESKTOP]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page, [DESKTOP]);
});

test('the check of the layout sees what is broken', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLElement>('.empty-samples .button');
    first!.style.position = 'relative';
    first!.style.left = `${second!.offsetLeft - first!.offsetLeft}px`;
    first!.style.zIndex = '9';
  });
  const troubles = await page.evaluate(layoutTroubles, 'light' as const);
  expect(troubles.join()).toContain('Try a portfolio of 12 meters is covered by Try the sample');
  await page.evaluate(() => document.body.style.setProperty('background', 'black'));
  expect((await page.evaluate(layoutTroubles, 'light' as const)).join()).toContain('ground');
});
