import { describe, expect, test } from 'vitest';
import { viewOf } from './view-address';

describe('the view that a hash names', () => {
  test.each([
    ['', 'explore'],
    ['#', 'explore'],
    ['#quality', 'quality'],
    ['#sql?query=1', 'sql'],
    ['#meters/', 'meters'],
    ['#platform/people', 'explore'],
    ['#unheard-of', 'explore'],
  ])('%s is %s', (hash, view) => {
    expect(viewOf(hash)).toBe(view);
  });
});
