import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const WIDTHS = [390, 768, 1440, 2560];

/**
 * No rule of axe is broken on a desk and on a phone, nor any rule about colours in the other theme:
 * a theme changes colours and nothing else, and its colours are the same at every width.
 */
export async function expectAccessible(page: Page, sizes = [DESKTOP, PHONE]): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectNoViolations(page, axeOn(page), `light, ${size.width} wide`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  const colours = axeOn(page).withRules(['color-contrast', 'link-in-text-block']);
  await expectNoViolations(page, colours, 'dark');
}

/** Passes are not asked for: collecting them takes longer than looking. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
}

async function expectNoViolations(page: Page, axe: AxeBuilder, where: string): Promise<void> {
  await settled(page);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  }));
  expect(found, where).toEqual([]);
}

/** Nothing reaches beyond the window's sides, at any of these widths. */
export async function expectNoSidewaysScroll(page: Page, widths: readonly number[] = WIDTHS): Promise<void> {
  for (const width of widths) {
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
    // What moves for ever, as the shimmer of a picture to come, never finishes.
    const ending = document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) < Infinity);
    // One in a part that is out of sight may never be run to its end.
    const patience = new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.race([patience, Promise.all(ending.map(({ finished }) => finished.catch(() => null)))]);
    await frame();
  });
}
