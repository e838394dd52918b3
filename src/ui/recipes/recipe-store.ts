import { policyTexts, readPolicyTexts } from '../../domain/policy-text';
import type { Policies } from '../../domain/policy';

/** Settings that were used on this machine: zone and policies. Never data, names of files or meters. */
export type Recipe = Readonly<Partial<Record<keyof Policies, string>>>;

/** What a browser keeps by name; all of it may throw where storage is closed to the page. */
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const RECIPES = 'meterfold.recipes';
const SWITCH = 'meterfold.recipes.off';
const MOST_RECIPES = 5;

/** The settings used lately, newest first, until somebody forgets them or turns the remembering off. */
export class RecipeStore {
  private readonly storage: Storage;
  private recipes: readonly Recipe[];
  private on: boolean;
  private readonly listeners = new Set<() => void>();

  constructor(storage: Storage) {
    this.storage = storage;
    this.on = this.read(SWITCH) === null;
    this.recipes = this.on ? recipesIn(this.read(RECIPES)) : [];
  }

  get = (): readonly Recipe[] => this.recipes;
  isOn = (): boolean => this.on;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Notes the settings that are in force; the usual ones need no recipe. */
  note(policies: Policies): void {
    // What is set for single series and files goes by the names of meters and files, which are data.
    const usual = { seriesSettings: {}, fileConventions: {}, fileClockOffsets: {} };
    const recipe = policyTexts({ ...policies, ...usual });
    if (!this.on || !Object.keys(recipe).length) return;
    const key = JSON.stringify(recipe);
    if (JSON.stringify(this.recipes[0]) === key) return;
    const others = this.recipes.filter((each) => JSON.stringify(each) !== key);
    this.set([recipe, ...others].slice(0, MOST_RECIPES));
  }

  forget(): void {
    this.set([]);
  }

  /** Off forgets at once and notes nothing more. */
  remember(on: boolean): void {
    this.on = on;
    this.attempt(() => (on ? this.storage.removeItem(SWITCH) : this.storage.setItem(SWITCH, '1')));
    this.set(on ? this.recipes : []);
  }

  private set(recipes: readonly Recipe[]): void {
    this.recipes = recipes;
    this.attempt(() =>
      recipes.length
        ? this.storage.setItem(RECIPES, JSON.stringify(recipes))
        : this.storage.removeItem(RECIPES),
    );
    for (const listener of this.listeners) listener();
  }

  private read(name: string): string | null {
    try {
      return this.storage.getItem(name);
    } catch {
      return null;
    }
  }

  private attempt(write: () => void): void {
    try {
      write();
    } catch {
      // Storage is closed to the page: recipes then last until it is left.
    }
  }
}

/** What was stored, without whatever no policy may be. */
function recipesIn(text: string | null): Recipe[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored
      .map((each) => policyTexts(readPolicyTexts(each as Record<string, string>).policies))
      .filter((recipe) => Object.keys(recipe).length > 0)
      .slice(0, MOST_RECIPES);
  } catch {
    return [];
  }
}
