import type { Page } from '@playwright/test';
import { expect, test } from './fence';
import { DESKTOP, PHONE, expectAccessible } from './pages/accessible';
import { layoutTroubles } from './pages/layout-troubles';
import { differencesNow, expectViewAsBefore } from './pages/view-picture';
import { MeterfoldPage } from './pages/meterfold-page';

/**
 * Both themes at both widths: nothing is cut off, laid over something else, or in the other theme's
 * colours, and the view is drawn as its snapshot says.
 */
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
      const view = where.replace(/^the /, '').replace(' ', '-').toLowerCase();
      await expectViewAsBefore(page, `${view}-${colorScheme}-${size.width}`);
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
  await expectSoundLayout(page, 'the report');
  await expectAccessible(page, [DESKTOP]);
  await page.setViewportSize(DESKTOP);
  await page.goBack();
  await page.getByLabel('Share', { exact: true }).click();
  await expect(page.getByRole('button', { name: /^Copy link/ })).toBeVisible();
  await expectAccessible(page, [DESKTOP]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page, [DESKTOP]);
});

test('the checks of the layout see what is broken', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light' });
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

  await page.evaluate(() => {
    document.querySelector('header')!.style.width = '50vw';
    document.querySelector('h1')!.style.color = 'rgb(1, 2, 3)';
  });
  const changes = (await differencesNow(page, 'empty-page-light-1440')).join('\n');
  expect(changes).toMatch(/header.* reaches from 0 to 50 % of the window/);
  expect(changes).toMatch(/h1 .* looks #010203/);
  await page.evaluate(() => document.querySelector('h1')!.remove());
  expect(await differencesNow(page, 'empty-page-light-1440')).toContainEqual(
    expect.stringMatching(/^h1 .* is gone$/),
  );
});
