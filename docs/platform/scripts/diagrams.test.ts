import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MILESTONES } from '../sizing/staffing';
import { hashInPicture, readDiagrams } from './diagram-files';
import { readPages } from './pages';

const diagrams = readDiagrams();
const pages = readPages();

it('finds the diagrams', () => {
  expect(diagrams.length).toBeGreaterThan(5);
});

describe.each(diagrams)('$name', ({ name, source, picturePath, sha256 }) => {
  const svg = existsSync(picturePath) ? readFileSync(picturePath, 'utf8') : '';

  it('is rendered from its current source (else run render-diagrams.ts)', () => {
    expect(hashInPicture(svg)).toBe(sha256);
  });

  it('asks for nothing from outside and runs nothing', () => {
    expect(svg.match(/https?:\/\/[^"'\s)]+/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg).not.toMatch(/<script|<foreignObject|<image|@import|@font-face|\son[a-z]+=/);
  });

  it('fits a screen of 1280 pixels with its text at full size', () => {
    expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(1180);
    expect(source).toMatch(/accTitle: .+\n\s+accDescr: .+/);
  });

  it('stands on a page', () => {
    expect(pages.filter(({ text }) => text.includes(`(diagrams/${name}.svg)`)).length).toBeGreaterThan(0);
  });
});

it('draws the plan with the weeks of the staffing model', () => {
  const plan = diagrams.find(({ name }) => name === 'plan')!.source;
  const drawn = [...plan.matchAll(/weeks (\d+)–(\d+)/g)].map(([, from, to]) => Number(to) - Number(from) + 1);
  expect(drawn).toEqual(MILESTONES.map(({ weeks }) => weeks));
});
