import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './fence';
import { PHONE, expectAccessible, expectNoSidewaysScroll } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';
import {
  FOLDER,
  MARKDOWN,
  CONTRACTS,
  hashOfFile,
  titleOfFile,
  title,
  pageList,
  withoutEngine,
  goTo,
  expectWholePictures,
} from './pages/platform-page';

test('every page opens from the list, with its title, its pictures and links that lead somewhere', async ({
  page,
}) => {
  await withoutEngine(page);
  await goTo(page, '#platform');
  const links = new Set<string>();
  await expect(pageList(page).getByRole('link')).not.toHaveCount(0);
  for (const file of MARKDOWN) {
    const name = titleOfFile(file);
    await pageList(page).getByRole('link', { name, exact: true }).click();
    await expect(title(page)).toHaveText(name);
    await expect(title(page)).toBeFocused();
    await expect(page).toHaveTitle(`${name} · Meterfold platform design`);
    await expectWholePictures(page, file);
    const article = page.getByRole('article');
    await expect(article).not.toContainText(/<!--|\]\(|&[a-z]+;|\*\*/);
    for (const link of await article.getByRole('link').all()) {
      const address = (await link.getAttribute('href'))!;
      if (address.startsWith('#')) links.add(address);
      else {
        await expect(link).toHaveAttribute('target', '_blank');
        await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      }
    }
  }
  expect(links.size).toBeGreaterThan(100);
  for (const hash of links) await expectLeadsSomewhere(page, hash);
});

/** The hash names a page, a contract, or a section that is there. */
async function expectLeadsSomewhere(page: Page, hash: string): Promise<void> {
  await page.evaluate((address) => {
    window.location.hash = address;
  }, hash);
  await expect(page.locator('article h1:focus, article h2:focus, article h3:focus'), hash).toHaveCount(1);
  await expect(title(page), hash).not.toHaveText('There is no page of this name');
  const section = /^#platform\/[^/]+\/([^/.]+)$/.exec(hash)?.[1];
  if (section) await expect(page.locator('article h1:focus'), hash).toHaveCount(0);
}

test('a contract opens as text and is saved as it is', async ({ page }) => {
  await withoutEngine(page);
  for (const file of CONTRACTS) {
    await goTo(page, '#platform/contracts');
    await page.getByRole('article').locator(`a[href$="${file}"]`).first().click();
    await expect(title(page)).toHaveText(file);
    const written = await readFile(new URL(`contracts/${file}`, FOLDER), 'utf8');
    await expect(page.getByRole('article').locator('pre')).toHaveText(written.trim(), { useInnerText: true });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save this file' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(file);
    expect(await readFile(await saved.path(), 'utf8')).toBe(written);
  }
});

test('from the empty page and back, by link and by the browser’s own buttons', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  const way = page.getByRole('main').getByRole('link', { name: 'the data platform design' });
  await way.click();
  await expect(title(page)).toHaveText('A data platform for Eliq');
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeHidden();
  await page.getByRole('link', { name: 'Back to the start page' }).click();
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await expect(way).toBeFocused();
  await expect(page).toHaveTitle('Meterfold');

  await page.goBack();
  await expect(title(page)).toHaveText('A data platform for Eliq');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
});

test('a file that is open stays open, where it was', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.trySample();
  await meterfold.timeline.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await meterfold.showsIntervals();
  await page.evaluate(() => window.scrollTo(0, 500));

  // By the mouse: a click by the locator would first scroll the bar, which is always in sight, into view.
  const link = (await page.getByRole('banner').getByRole('link', { name: 'Platform' }).boundingBox())!;
  await page.mouse.click(link.x + link.width / 2, link.y + link.height / 2);
  await expect(title(page)).toHaveText('A data platform for Eliq');
  await pageList(page).getByRole('link', { name: 'People', exact: true }).click();
  await expect(title(page)).toHaveText('People');
  await page.getByRole('link', { name: 'Back to sample-year.parquet' }).click();
  await expect(meterfold.meter).toBeVisible();
  await meterfold.showsIntervals();
  expect(await page.evaluate(() => window.scrollY)).toBe(500);
  await expect(meterfold.status).toHaveText(/ready$/);
  await expect(meterfold.progress).toHaveCount(0);
});

test('opening a file leaves the design and shows the file', async ({ page }) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await goTo(page, '#platform/people');
  await meterfold.pick(fileURLToPath(new URL('../public/samples/sample-year.parquet', import.meta.url)));
  await meterfold.ready('sample-year.parquet');
  await expect(meterfold.meter).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
});

test('an address with a section shows it, after a reload and by back and forward', async ({ page }) => {
  await withoutEngine(page);
  const heading = page.getByRole('heading', { name: 'What it costs', exact: true });
  const isAtTop = () =>
    heading.evaluate((element) => {
      const { top } = element.getBoundingClientRect();
      return top >= 60 && top < 160;
    });
  await goTo(page, '#platform/size-and-cost/what-it-costs');
  await expect(heading).toBeFocused();
  await expect.poll(isAtTop).toBe(true);
  await page.reload();
  await expect(heading).toBeFocused();
  await expect.poll(isAtTop).toBe(true);

  await page.evaluate(() => window.scrollBy(0, 120));
  const left = await page.evaluate(() => window.scrollY);
  await pageList(page).getByRole('link', { name: 'People', exact: true }).click();
  await expect(title(page)).toHaveText('People');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(title(page)).toHaveText('Size and cost');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left);
  await page.goForward();
  await expect(title(page)).toHaveText('People');
});

test('an address that names no page says so', async ({ page }) => {
  await withoutEngine(page);
  await goTo(page, '#platform/no-such-page');
  await expect(title(page)).toHaveText('There is no page of this name');
  await page.getByRole('article').getByRole('link').click();
  await expect(title(page)).toHaveText('A data platform for Eliq');
});

test('reading needs no engine', async ({ page }) => {
  await withoutEngine(page);
  await goTo(page, '#platform/architecture');
  await expect(title(page)).toHaveText('Architecture');
  await expectWholePictures(page, 'architecture.md');
  await page
    .getByRole('navigation', { name: 'Previous and next page' })
    .getByRole('link', { name: 'Next' })
    .click();
  await expect(title(page)).toHaveText('Sources');
});

test('pages that do not arrive can be asked for again', async ({ page, fence }) => {
  fence.expectError(/Failed to load resource|net::ERR_FAILED/);
  await page.route('**/platform-view-*.js', (route) => route.abort());
  await page.goto('./#platform');
  const failure = page.getByRole('alert');
  await expect(failure).toContainText('did not arrive');
  await page.unroute('**/platform-view-*.js');
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(title(page)).toHaveText('A data platform for Eliq');
});

test('a diagram can be enlarged and closed with the keyboard', async ({ page }) => {
  await withoutEngine(page);
  await goTo(page, '#platform');
  const enlarge = page.getByRole('button', { name: /^Enlarge the diagram/ });
  await enlarge.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Diagram: The data platform in one picture' });
  await expect(dialog.getByRole('img')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(enlarge).toBeFocused();
});

test('with the keyboard alone: to a page of the list and back', async ({ page }) => {
  const meterfold = new MeterfoldPage(page);
  await meterfold.goto();
  await meterfold.tabTo(page.getByRole('main').getByRole('link', { name: 'the data platform design' }));
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await meterfold.tabTo(pageList(page).getByRole('link', { name: 'Architecture', exact: true }), {
    backwards: true,
  });
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Architecture');
  await expect(title(page)).toBeFocused();
  await meterfold.tabTo(page.getByRole('link', { name: 'Back to the start page' }), { backwards: true });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
});

test('on a phone the list folds, and wide things scroll in their own boxes', async ({ page }) => {
  await withoutEngine(page);
  await page.setViewportSize(PHONE);
  await goTo(page, '#platform');
  const list = pageList(page);
  await expect(list.getByRole('link')).toHaveCount(0);
  await list.getByRole('button', { name: /1 of \d+$/ }).click();
  await list.getByRole('link', { name: 'Size and cost', exact: true }).click();
  await expect(title(page)).toHaveText('Size and cost');
  await expect(list.getByRole('link')).toHaveCount(0);
  const table = page.getByRole('group', { name: 'Table in: What it costs', exact: true });
  await expect(table).toBeVisible();
  expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
});

test('no page scrolls sideways', async ({ page }) => {
  await withoutEngine(page);
  for (const hash of [...MARKDOWN.map(hashOfFile), `#platform/contracts/${CONTRACTS[0]}`]) {
    await goTo(page, hash);
    await expectNoSidewaysScroll(page, [390, 1024, 1440]);
  }
});

test('accessible: the first page, a long one, a table of times and a contract', async ({ page }) => {
  test.slow();
  await withoutEngine(page);
  for (const hash of [
    '#platform',
    '#platform/size-and-cost',
    '#platform/monday',
    '#platform/contracts/energy-day.odcs.yaml',
  ]) {
    await goTo(page, hash);
    await expectAccessible(page);
  }
});
