import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fence';
import { DESKTOP, PHONE, expectAccessible, expectNoSidewaysScroll } from './pages/accessible';
import { MeterfoldPage } from './pages/meterfold-page';

const FOLDER = new URL('../docs/platform/', import.meta.url);
const MARKDOWN = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
const CONTRACTS = readdirSync(new URL('contracts/', FOLDER)).filter((file) => file.endsWith('.yaml'));

const hashOfFile = (file: string): string =>
  file === 'README.md' ? '#platform' : `#platform/${file.replace('.md', '')}`;
const titleOfFile = (file: string): string =>
  /^# (.+)$/m.exec(readFileSync(new URL(file, FOLDER), 'utf8'))![1]!;

const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const pageList = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Pages of the platform design' });

/** The design needs no engine: leaving it out spares each of these pages a start that nobody waits for. */
async function withoutEngine(page: Page): Promise<void> {
  // Never answered: the engine is on its way for ever.
  await page.route('**/*.wasm', () => undefined);
}

/** Goes to a page by its hash alone, as a person who types an address. */
async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(title(page)).toBeVisible();
}

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

/** Each picture of the Markdown is in the page, has arrived, and has words for those who cannot see it. */
async function expectWholePictures(page: Page, file: string): Promise<void> {
  const written = readFileSync(new URL(file, FOLDER), 'utf8').match(/^!\[/gm)?.length ?? 0;
  const pictures = page.getByRole('article').getByRole('img');
  await expect(pictures).toHaveCount(written);
  for (const picture of await pictures.all()) {
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(600);
    expect(await picture.getAttribute('alt')).toMatch(/\S+ \S+/);
  }
}

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
