import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ViewStore } from './view-store';
import type { AddressBar } from './view-store';

/** A history as a browser keeps it: entries, of which one is shown. */
class TestBar implements AddressBar {
  entries: { hash: string; isOurs: boolean }[];
  at = 0;
  constructor(hash: string) {
    this.entries = [{ hash, isOurs: false }];
  }
  read = () => this.entries[this.at]!;
  replace = (hash: string) => {
    this.entries[this.at] = { hash, isOurs: true };
  };
  push = (hash: string) => {
    this.follow(hash, true);
  };
  follow(hash: string, isOurs = false) {
    this.entries = [...this.entries.slice(0, this.at + 1), { hash, isOurs }];
    this.at += 1;
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is shown, kept in the address', () => {
  test('a brush writes once, when it rests, and adds nothing to history', () => {
    const bar = new TestBar('');
    const store = new ViewStore(bar);
    for (let day = 1; day <= 9; day++) {
      store.change({ parameters: { from: `2022-01-0${day}` } }, 'replace');
    }
    expect(store.get().parameters).toEqual({ from: '2022-01-09' });
    expect(bar.read().hash).toBe('');
    vi.runAllTimers();
    expect(bar.entries.map(({ hash }) => hash)).toEqual(['#explore?from=2022-01-09']);
  });

  test('another meter is an entry of its own, and Back leads to the period before', () => {
    const bar = new TestBar('');
    const store = new ViewStore(bar);
    store.change({ parameters: { meter: 'a' } }, 'push');
    store.change({ parameters: { from: '2022-01-05' } }, 'replace');
    store.change({ parameters: { meter: 'b', from: null } }, 'push');
    expect(bar.entries.map(({ hash }) => hash)).toEqual([
      '',
      '#explore?meter=a&from=2022-01-05',
      '#explore?meter=b',
    ]);
    bar.at = 1;
    store.addressChanged();
    expect(store.get()).toEqual({ view: 'explore', parameters: { meter: 'a', from: '2022-01-05' }, link: 1 });
  });

  test('a link followed from elsewhere is told apart from a walk through our own history', () => {
    const bar = new TestBar('#explore?meter=a');
    const store = new ViewStore(bar);
    bar.follow('#quality?meter=b');
    store.addressChanged();
    expect(store.get()).toMatchObject({ view: 'quality', link: 2 });
    bar.at = 0;
    store.addressChanged();
    bar.at = 1;
    store.addressChanged();
    expect(store.get()).toMatchObject({ view: 'quality', link: 2 });
  });

  test('the platform design and places in the page leave what is shown alone', () => {
    const bar = new TestBar('#meters?zone=Asia/Tokyo');
    const store = new ViewStore(bar);
    for (const hash of ['#platform/people', '#ledger']) {
      bar.follow(hash);
      store.addressChanged();
      store.change({ parameters: { from: '2022-01-01' } }, 'replace');
      store.change({ parameters: { meter: 'a' } }, 'push');
      vi.runAllTimers();
      expect(bar.read().hash).toBe(hash);
    }
    expect(store.address()).toBe('#meters?meter=a&from=2022-01-01&zone=Asia/Tokyo');
    expect(store.address({ view: 'explore', parameters: { zone: null } })).toBe(
      '#explore?meter=a&from=2022-01-01',
    );
  });

  test('listeners hear of a change once, and of none when nothing changed', () => {
    const store = new ViewStore(new TestBar(''));
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    store.change({ view: 'quality' }, 'push');
    store.change({ view: 'quality' }, 'push');
    store.addressChanged();
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    store.change({ view: 'explore' }, 'push');
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
