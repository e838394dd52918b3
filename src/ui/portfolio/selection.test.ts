import { describe, expect, it } from 'vitest';
import { allSelected, NOTHING_SELECTED, toggled, withAll, withRange } from './selection';

const shown = ['a', 'b', 'c', 'd'].map((key) => ({ key }));
const keys = (selection: ReadonlySet<string>) => [...selection].sort().join('');

describe('a selection of meters', () => {
  it('takes a key in and lets it go, and leaves the one before as it was', () => {
    const one = toggled(NOTHING_SELECTED, 'b');
    expect(keys(one)).toBe('b');
    expect(keys(toggled(one, 'b'))).toBe('');
    expect(keys(one)).toBe('b');
  });

  it('takes in a range in both directions, and a single key without an anchor', () => {
    expect(keys(withRange(NOTHING_SELECTED, shown, 'b', 'd'))).toBe('bcd');
    expect(keys(withRange(new Set(['d']), shown, 'c', 'a'))).toBe('abcd');
    expect(keys(withRange(NOTHING_SELECTED, shown, null, 'c'))).toBe('c');
    expect(keys(withRange(NOTHING_SELECTED, shown, 'filtered away', 'c'))).toBe('c');
  });

  it('takes in all that is shown and then lets only those go', () => {
    const all = withAll(new Set(['z']), shown);
    expect(keys(all)).toBe('abcdz');
    expect(allSelected(all, shown)).toBe(true);
    expect(keys(withAll(all, shown.slice(1)))).toBe('az');
    expect(allSelected(NOTHING_SELECTED, [])).toBe(false);
  });
});
