import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/**
 * A part of a view as it is drawn: where it stands across the window in hundredths of its width,
 * how high it is, its ground and ink, the size of its letters, and how much is drawn in it.
 */
interface Part {
  name: string;
  left: number;
  right: number;
  height: number;
  look: string;
  pictures: number;
}

const FOLDER = join('e2e', 'snapshots', 'views');

/** What other fonts and another version of the browser may do: wrap a line more, never move a column. */
const ACROSS = 3;
const DOWN = { share: 0.3, pixels: 60 };

/**
 * Holds a view to the snapshot of its layout, in words rather than pixels, which differ from machine to
 * machine: the same cards and headings in the same order, in the same columns, about as high, in
 * exactly the same colours and sizes of letters, with as many pictures in them.
 * `UPDATE_VIEWS=1` writes the snapshots anew.
 */
export async function expectViewAsBefore(page: Page, name: string): Promise<void> {
  const path = pathOf(name);
  if (process.env['UPDATE_VIEWS']) {
    const parts = await settledParts(page);
    expect(parts.length, name).toBeGreaterThan(3);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, parts.map(lineOf).join(''));
  }
  expect(existsSync(path), `${path}: write it with UPDATE_VIEWS=1`).toBe(true);
  await expect
    .poll(() => differencesNow(page, name), {
      message: `${name}: as in ${path}`,
    })
    .toEqual([]);
}

/** How a view differs now from its snapshot, one sentence for each part. */
export const differencesNow = async (page: Page, name: string): Promise<string[]> =>
  differences(readFileSync(pathOf(name), 'utf8'), await page.evaluate(drawnParts));

/** The parts once nothing comes or goes any more. */
async function settledParts(page: Page): Promise<Part[]> {
  let [before, now]: [Part[], Part[]] = [[], await page.evaluate(drawnParts)];
  while (JSON.stringify(before) !== JSON.stringify(now)) {
    await page.waitForTimeout(1500);
    [before, now] = [now, await page.evaluate(drawnParts)];
  }
  return now;
}

const pathOf = (name: string): string => join(FOLDER, `${name}.txt`);

function differences(snapshot: string, parts: readonly Part[]): string[] {
  const before = snapshot.trimEnd().split('\n').map(partOf);
  const names = { before: before.map(({ name }) => name), now: parts.map(({ name }) => name) };
  if (names.before.join('\n') !== names.now.join('\n')) {
    const gone = names.before.filter((name) => !names.now.includes(name)).map((name) => `${name} is gone`);
    const came = names.now.filter((name) => !names.before.includes(name)).map((name) => `${name} is new`);
    return gone.length + came.length > 0 ? [...gone, ...came] : ['the parts stand in another order'];
  }
  return parts.flatMap((part, index) => {
    const was = before[index]!;
    // How long a line of words is, is the font's business.
    const isWords = /^h\d /.test(part.name);
    const taller = Math.abs(part.height - was.height);
    return [
      Math.abs(part.left - was.left) > ACROSS || (!isWords && Math.abs(part.right - was.right) > ACROSS)
        ? `${part.name} reaches from ${part.left} to ${part.right} % of the window, not ${was.left} to ${was.right}`
        : '',
      taller > Math.max(DOWN.pixels, was.height * DOWN.share)
        ? `${part.name} is ${part.height} high, not ${was.height}`
        : '',
      part.look === was.look ? '' : `${part.name} looks ${part.look}, not ${was.look}`,
      part.pictures === was.pictures ? '' : `${part.name} has ${part.pictures} pictures, not ${was.pictures}`,
    ].filter(Boolean);
  });
}

const lineOf = ({ name, left, right, height, look, pictures }: Part): string =>
  `${name} | ${left} to ${right} % | ${height} high | ${look} | ${pictures} pictures\n`;

function partOf(line: string): Part {
  const [name = '', across = '', height = '', look = '', pictures = ''] = line.split(' | ');
  const [left = NaN, right = NaN] = across.split(' to ').map(parseFloat);
  return { name, left, right, height: parseFloat(height), look, pictures: parseFloat(pictures) };
}

/** In the page: its bars, cards, figures, tables and headings, as they are drawn now. */
function drawnParts(): Part[] {
  const SELECTOR = 'header, main, footer, h1, h2, h3, .card, figure, table, [role="grid"]';
  const hex = (colour: string): string => {
    if (!colour.startsWith('rgb')) return colour;
    const [red, green, blue, alpha = '1'] = colour.match(/[\d.]+/g) ?? [];
    if (Number(alpha) === 0) return 'clear';
    return `#${[red, green, blue].map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
  };
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.visually-hidden') === null &&
    element.getBoundingClientRect().width > 1;
  const nameOf = (element: Element): string => {
    const kind = element.matches('.card') ? 'card' : element.tagName.toLowerCase();
    const heading = /^h\d$/.test(kind) ? element : element.querySelector('h1, h2, h3');
    const label = element.getAttribute('aria-label') ?? heading?.textContent ?? '';
    return `${kind} ${label.trim().replace(/\s+/g, ' ').replaceAll('|', '/').slice(0, 60)}`.trim();
  };
  return [...document.querySelectorAll(SELECTOR)].filter(isSeen).map((element) => {
    const { left, right, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const letters = /^H\d$/.test(element.tagName) ? `, ${style.fontSize} ${style.fontWeight}` : '';
    return {
      name: nameOf(element),
      left: Math.round((100 * left) / innerWidth),
      right: Math.round((100 * right) / innerWidth),
      height: Math.round(height),
      look: `${hex(style.color)} on ${hex(style.backgroundColor)}${letters}`,
      pictures: [...element.querySelectorAll('svg, canvas, img')].filter(
        (picture) => isSeen(picture) && picture.getBoundingClientRect().height > 40,
      ).length,
    };
  });
}
