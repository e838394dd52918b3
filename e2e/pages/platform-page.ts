import { readFileSync, readdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect } from '../fence';

export const FOLDER = new URL('../../docs/platform/', import.meta.url);
/** The pages, by their files. */
export const MARKDOWN = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
export const CONTRACTS = readdirSync(new URL('contracts/', FOLDER)).filter((file) => file.endsWith('.yaml'));

export const hashOfFile = (file: string): string =>
  file === 'README.md' ? '#platform' : `#platform/${file.replace('.md', '')}`;
export const titleOfFile = (file: string): string =>
  /^# (.+)$/m.exec(readFileSync(new URL(file, FOLDER), 'utf8'))![1]!;

export const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });
export const pageList = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Pages of the platform design' });

/** The design needs no engine: leaving it out spares each of these pages a start that nobody waits for. */
export async function withoutEngine(page: Page): Promise<void> {
  // Never answered: the engine is on its way for ever.
  await page.route('**/*.wasm', () => undefined);
}

/** Goes to a page by its hash alone, as a person who types an address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(title(page)).toBeVisible();
}

/** Each picture of the Markdown is in the page, has arrived, and has words for those who cannot see it. */
export async function expectWholePictures(page: Page, file: string): Promise<void> {
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
