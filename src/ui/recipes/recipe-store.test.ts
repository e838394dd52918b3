import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICIES } from '../../domain/policy';
import { RecipeStore } from './recipe-store';

function storageOf(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const inZone = (zone: string) => ({ ...DEFAULT_POLICIES, zone });

describe('recipes', () => {
  test('the newest come first, each once, five at most, and outlast the page', () => {
    const storage = storageOf();
    const store = new RecipeStore(storage);
    for (const zone of [
      'Asia/Tokyo',
      'Europe/Paris',
      'Asia/Tokyo',
      'Europe/Rome',
      'Europe/Oslo',
      'Asia/Seoul',
      'Asia/Dubai',
    ]) {
      store.note(inZone(zone));
    }
    store.note(DEFAULT_POLICIES);
    const zones = ['Asia/Dubai', 'Asia/Seoul', 'Europe/Oslo', 'Europe/Rome', 'Asia/Tokyo'];
    expect(store.get().map(({ zone }) => zone)).toEqual(zones);
    expect(new RecipeStore(storage).get()).toEqual(store.get());
  });

  test('names of meters and files are not remembered', () => {
    const storage = storageOf();
    new RecipeStore(storage).note({
      ...inZone('Asia/Tokyo'),
      seriesSettings: { 'client\u001fmeter-9': { capacityKw: 11 } },
      fileConventions: { 'home.csv': 'utc' },
    });
    expect([...storage.kept.values()].join()).not.toMatch(/meter-9|home/);
  });

  test('turned off, everything is forgotten and nothing more is noted', () => {
    const storage = storageOf();
    const store = new RecipeStore(storage);
    store.note(inZone('Asia/Tokyo'));
    store.remember(false);
    store.note(inZone('Europe/Paris'));
    expect(store.get()).toEqual([]);
    expect([...storage.kept.keys()]).toEqual(['meterfold.recipes.off']);
    expect(new RecipeStore(storage).isOn()).toBe(false);
    store.remember(true);
    store.note(inZone('Europe/Paris'));
    expect(store.get()).toHaveLength(1);
    store.forget();
    expect(storage.kept.size).toBe(0);
  });

  test.each(['{', '{}', '[{"zone":"Europe/Atlantis"}]', '[{"secret":"x"}]', '[null]'])(
    'what is stored may be anything: %s',
    (text) => {
      expect(new RecipeStore(storageOf({ 'meterfold.recipes': text })).get()).toEqual([]);
    },
  );

  test('a browser that keeps nothing is no trouble', () => {
    const closed = () => {
      throw new Error('closed');
    };
    const store = new RecipeStore({ getItem: closed, setItem: closed, removeItem: closed });
    store.note(inZone('Asia/Tokyo'));
    expect(store.get()).toHaveLength(1);
  });
});
