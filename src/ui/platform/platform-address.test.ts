import { describe, expect, it } from 'vitest';
import { ENTRY, hashOf, linkTarget, platformAddress } from './platform-address';
import type { PlatformAddress } from './platform-address';

describe('the URL hash', () => {
  const places: [string, PlatformAddress][] = [
    ['#platform', { file: ENTRY, section: null }],
    ['#platform/start/what-it-costs', { file: ENTRY, section: 'what-it-costs' }],
    ['#platform/size-and-cost', { file: 'size-and-cost.md', section: null }],
    ['#platform/contracts/the-rules', { file: 'contracts.md', section: 'the-rules' }],
    ['#platform/contracts/energy-day.odcs.yaml', { file: 'contracts/energy-day.odcs.yaml', section: null }],
  ];

  it.each(places)('%s names a place and is made from it', (hash, place) => {
    expect(platformAddress(hash)).toEqual(place);
    expect(hashOf(place)).toBe(hash);
  });

  it.each(['', '#', '#ledger', '#platforms', '#view=platform/size-and-cost'])('%s is not ours', (hash) => {
    expect(platformAddress(hash)).toBeNull();
  });

  it.each(['#platform/', '#platform/start', '#platform/start/'])('%s is the entry', (hash) => {
    expect(platformAddress(hash)).toEqual({ file: ENTRY, section: null });
  });

  it('may be broken without harm', () => {
    expect(platformAddress('#platform/%E0%A4%A')).toEqual({ file: '%E0%A4%A.md', section: null });
  });
});

describe('a link in a page', () => {
  const shown = new Set(['README.md', 'people.md', 'contracts/weather-hour.odcs.yaml']);
  const target = (href: string, from = 'README.md') => linkTarget(from, href, shown);

  it('leads to a page, a section, its own section, or a contract', () => {
    expect(target('people.md')).toEqual({ kind: 'inside', address: { file: 'people.md', section: null } });
    expect(target('./people.md#who')).toEqual({
      kind: 'inside',
      address: { file: 'people.md', section: 'who' },
    });
    expect(target('#who', 'people.md')).toEqual({
      kind: 'inside',
      address: { file: 'people.md', section: 'who' },
    });
    expect(target('../people.md', 'contracts/weather-hour.odcs.yaml')).toMatchObject({ kind: 'inside' });
    expect(target('contracts/weather-hour.odcs.yaml')).toEqual({
      kind: 'inside',
      address: { file: 'contracts/weather-hour.odcs.yaml', section: null },
    });
  });

  it('leads out only by http', () => {
    expect(target('https://example.org/a#b')).toEqual({
      kind: 'outside',
      href: 'https://example.org/a#b',
    });
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '//example.org/a', 'mailto:a@b.c']) {
      expect(target(href)).toEqual({ kind: 'elsewhere', name: href });
    }
  });

  it('to a file that is not shown becomes that file’s name', () => {
    expect(target('../etl.md')).toEqual({ kind: 'elsewhere', name: '../etl.md' });
    expect(target('sizing/cost.ts')).toEqual({ kind: 'elsewhere', name: 'sizing/cost.ts' });
  });
});
