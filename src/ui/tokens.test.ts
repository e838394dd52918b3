import { readdirSync, readFileSync } from 'node:fs';
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

const CHANNELS = ['consumption', 'import', 'export', 'production'] as const;
const MEASURES = [...CHANNELS, 'temperature', 'price'] as const;
const DIFFERENCES = ['below', 'above', 'difference-0'] as const;
const QUALITIES = ['split', 'missing-line', 'suspect', 'estimated'] as const;

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear light. */
const VISION = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

const linear = (rgb: readonly number[]): number[] =>
  rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });

/** Linear light as an eye with this kind of colour vision gets it. */
function seen(rgb: readonly number[], vision: string): number[] {
  const light = linear(rgb);
  const matrix = VISION[vision as keyof typeof VISION] as readonly (readonly number[])[] | undefined;
  if (!matrix) return light;
  return matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, share, at) => sum + share * light[at]!, 0),
      ),
    ),
  );
}

/** Ottosson's OKLab of linear light. */
function oklab([red = 0, green = 0, blue = 0]: readonly number[]): number[] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (one: readonly number[], other: readonly number[]): number => {
  const to = oklab(other);
  return Math.hypot(...oklab(one).map((value, at) => value - to[at]!));
};

/** A tone that tokens.css mixes of a channel's colour; near enough to OKLab's for the order of lightness. */
function mixed(token: string, channel: string, theme: (typeof themes)[number]): number[] {
  const match = new RegExp(
    `--${token}: color-mix\\(in oklab, var\\(--data\\) (\\d+)%, var\\(--([\\w-]+)\\)\\);`,
  ).exec(css);
  if (!match) throw new Error(`tokens.css does not mix --${token}`);
  const share = Number(match[1]) / 100;
  const ground = colour(match[2]!, theme);
  return colour(channel, theme).map((value, at) => share * value + (1 - share) * ground[at]!);
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
  ['consumption', ['surface']],
  ['import', ['surface']],
  ['export', ['surface']],
  ['production', ['surface']],
  ['temperature', ['surface']],
  ['price', ['surface']],
  ['compare', ['surface']],
  ['split', ['surface']],
  ['suspect', ['surface']],
  ['estimated', ['surface']],
  ['holiday', ['surface']],
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

  test.each(CHANNELS)('the heat colours of %s go one way in lightness', (channel) => {
    const steps = [0, 1, 2, 3, 4].map((step) => luminance(mixed(`heat-${step}`, channel, theme)));
    const ordered = [...steps].sort((a, b) => (theme === 'light' ? b - a : a - b));
    expect(steps).toEqual(ordered);
    for (const [index, step] of steps.slice(1).entries()) {
      const [high, low] = [step, steps[index]!].sort((a, b) => b - a);
      expect((high! + 0.05) / (low! + 0.05), `heat-${index} to heat-${index + 1}`).toBeGreaterThan(1.15);
    }
  });

  test.each(['none', ...Object.keys(VISION)] as const)('colours with a meaning differ (%s)', (vision) => {
    for (const family of [MEASURES, QUALITIES, DIFFERENCES]) {
      for (const [index, one] of family.entries()) {
        for (const other of family.slice(index + 1)) {
          const apart = distance(seen(colour(one, theme), vision), seen(colour(other, theme), vision));
          expect(apart, `${one} and ${other}`).toBeGreaterThan(0.1);
        }
      }
    }
  });
});

/** Every style and component, without the tokens themselves and without tests. */
function sources(folder: URL): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|tsx?)$/.test(name) && !/(\.test\.tsx?|tokens\.css)$/.test(name))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

const STRAY_COLOUR =
  /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])(?=[;,\s)'"`])|\b(?:rgba?|hsla?|hwb|oklch|oklab|lch)\(|\b(?:color|fill|stroke|background(?:-color)?|border-color)\s*[:=]\s*['"]?(?:white|black|gr[ae]y|red|green|blue|orange|yellow|purple)\b/gi;

test('no colour stands outside tokens.css', () => {
  const stray = ['./', '../charts/'].flatMap((folder) =>
    sources(new URL(folder, import.meta.url)).flatMap(({ name, text }) =>
      (text.match(STRAY_COLOUR) ?? []).map((match) => `${name}: ${match}`),
    ),
  );
  expect(stray).toEqual([]);
});

test('type sizes on screen come from the one scale', () => {
  const stray = sources(new URL('./', import.meta.url)).flatMap(({ name, text }) =>
    (text.match(/font-size:\s*[\d.]+px|fontSize: '[\d.]/g) ?? []).map((match) => `${name}: ${match}`),
  );
  expect(stray).toEqual([]);
});
