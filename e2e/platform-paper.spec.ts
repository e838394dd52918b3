import { expect, test } from './fence';
import { DESKTOP } from './pages/accessible';
import { MARKDOWN, title, pageList, withoutEngine, goTo, expectWholePictures } from './pages/platform-page';

test('on paper: the page without its frame, pictures whole, nothing dark', async ({ page }) => {
  await withoutEngine(page);
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'dark' });
  await goTo(page, '#platform/architecture');
  await expectWholePictures(page, 'architecture.md');
  // The width of an A4 sheet between its margins.
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(pageList(page)).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  const paper = await page.evaluate(() => ({
    sideways: document.scrollingElement!.scrollWidth > document.scrollingElement!.clientWidth,
    ink: getComputedStyle(document.querySelector('article p')!).color,
    cut: [...document.querySelectorAll('article img')].filter(
      (image) => image.getBoundingClientRect().right > window.innerWidth,
    ).length,
  }));
  expect(paper).toEqual({ sideways: false, ink: 'rgb(74, 89, 102)', cut: 0 });
});

test('all pages go to the printer at once, and the one that was read is back afterwards', async ({
  page,
}) => {
  await withoutEngine(page);
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = String(
        document.querySelectorAll('#all-pages img').length,
      );
    };
  });
  await goTo(page, '#platform/people');
  await page.getByRole('button', { name: 'Print all pages' }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  expect(await page.locator('html').getAttribute('data-printed')).toBe('9');
  await page.emulateMedia({ media: 'print' });
  await expect(title(page)).toHaveCount(MARKDOWN.length);
  const ids = await page.locator('#all-pages [id]').evaluateAll((elements) => elements.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('#all-pages')).toHaveCount(0);
  await expect(title(page)).toHaveText('People');
});
