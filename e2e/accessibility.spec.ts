import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

const THEMES = ['light', 'dark'] as const;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const WIDTHS = [390, 768, 1440, 2560];

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
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('the story of an export, and the panel that says it is saved', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  const path = await meterfold.exportTo(test.info().outputPath('readings.parquet'));
  await expectAccessible(page, [DESKTOP]);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(DESKTOP);
  await meterfold.goto();
  await meterfold.pick(path);
  await expect(meterfold.story).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

/** No rule of axe is broken, in either theme, on a desk and on a phone. A theme changes colours and nothing else. */
async function expectAccessible(page: Page, sizes = [DESKTOP, PHONE]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const axe = new AxeBuilder({ page });
      if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      }));
      expect(found, `${colorScheme}, ${size.width} wide`).toEqual([]);
    }
  }
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const { content, visible } = await page.evaluate(() => ({
      content: document.scrollingElement!.scrollWidth,
      visible: document.scrollingElement!.clientWidth,
    }));
    expect(content, `the page at ${width}`).toBeLessThanOrEqual(visible);
  }
}

/** Colours fade and pictures follow the width: waits until nothing moves. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
    await frame();
  });
}
