import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;

/** The colour of a token in a theme, as red, green and blue from 0 to 255. */
function colour(token: string, theme: (typeof themes)[number]): number[] {
  const match = new RegExp(`--${token}: light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);`).exec(css);
  if (!match) throw new Error(`tokens.css has no colour --${token}`);
  const hex = match[theme === 'light' ? 1 : 2]!;
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** WCAG relative luminance. */
function luminance(rgb: readonly number[]): number {
  const [red, green, blue] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(front: string, back: string, theme: (typeof themes)[number]): number {
  const [high, low] = [luminance(colour(front, theme)), luminance(colour(back, theme))].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

const TEXT_ON: [string, string[]][] = [
  [
    'ink',
    ['ground', 'surface', 'surface-2', 'surface-3', 'good-wash', 'warn-wash', 'accent-wash', 'missing-wash'],
  ],
  ['ink', ['earlier-wash', 'later-wash', 'bad-wash']],
  ['ink-2', ['ground', 'surface', 'surface-2', 'good-wash', 'warn-wash', 'accent-wash', 'missing-wash']],
  ['accent', ['surface', 'ground']],
  ['accent-ink', ['accent', 'accent-hover']],
  ['earlier-ink', ['earlier-wash', 'surface']],
  ['later-ink', ['later-wash', 'surface']],
  ['good-ink', ['surface', 'good-wash', 'surface-2']],
  ['warn-ink', ['surface', 'warn-wash', 'surface-2']],
  ['bad-ink', ['surface', 'bad-wash']],
  ['surface', ['ink']],
];

const MARK_ON: [string, string[]][] = [
  ['data', ['surface']],
  ['earlier', ['surface']],
  ['later', ['surface']],
  ['accent', ['surface']],
  ['focus', ['ground', 'surface']],
  ['line-strong', ['surface']],
];

describe.each(themes)('%s theme', (theme) => {
  test.each(TEXT_ON)('text in %s is readable on %j', (front, backs) => {
    for (const back of backs)
      expect(contrast(front, back, theme), `${front} on ${back}`).toBeGreaterThan(4.5);
  });

  test.each(MARK_ON)('marks in %s stand out from %j', (front, backs) => {
    for (const back of backs) expect(contrast(front, back, theme), `${front} on ${back}`).toBeGreaterThan(3);
  });

  test('the heat colours go one way in lightness, so that they read without colour vision', () => {
    const steps = [0, 1, 2, 3, 4].map((step) => luminance(colour(`heat-${step}`, theme)));
    const ordered = [...steps].sort((a, b) => (theme === 'light' ? b - a : a - b));
    expect(steps).toEqual(ordered);
  });
});
