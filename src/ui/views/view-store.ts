import { addressOf, viewStateOf } from './view-address';
import type { View, ViewParameters, ViewState } from './view-address';

/** Where the address stands: the browser's own bar and history, or a test's. */
export interface AddressBar {
  /** The hash with its `#`, and whether this page wrote the entry of history that is shown. */
  read(): { hash: string; isOurs: boolean };
  /** Changes the entry that is shown. */
  replace(hash: string): void;
  /** Adds an entry, so that Back leads to the one before. */
  push(hash: string): void;
}

/** A change of what is shown; null takes a parameter away. */
export interface ViewChange {
  view?: View;
  parameters?: { readonly [K in keyof ViewParameters]: string | null };
}

/** What is shown, and how it came to be. */
export interface Shown extends ViewState {
  /** Grows with each address that came from outside: typed, followed, or the one the page was opened with. */
  link: number;
}

/** A moving brush changes the state at once and the address when it rests: browsers limit how often. */
const WRITE_AFTER_MS = 250;

/**
 * The one keeper of what is shown. It reads the address, writes it, and tells its listeners. While
 * the address names something else, the platform design for one, what is shown stays and nothing is written.
 */
export class ViewStore {
  private readonly bar: AddressBar;
  private shown: Shown;
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(bar: AddressBar) {
    this.bar = bar;
    const state = viewStateOf(bar.read().hash) ?? { view: 'explore', parameters: {} };
    this.shown = { ...state, link: 1 };
    if (viewStateOf(bar.read().hash)) bar.replace(bar.read().hash);
  }

  get = (): Shown => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The hash of what is shown, with a change for the asking: where a link leads. */
  address(change: ViewChange = {}): string {
    return addressOf(changed(this.shown, change));
  }

  /** `push` for what a person would want to come back from, `replace` for the rest. */
  change(change: ViewChange, history: 'replace' | 'push'): void {
    const next = changed(this.shown, change);
    if (addressOf(next) === addressOf(this.shown)) return;
    if (history === 'push') this.write();
    this.set({ ...next, link: this.shown.link });
    if (history === 'push' && viewStateOf(this.bar.read().hash)) this.bar.push(addressOf(next));
    else this.writeSoon();
  }

  /** The browser says that the address is another one. */
  addressChanged = (): void => {
    const { hash, isOurs } = this.bar.read();
    const state = viewStateOf(hash);
    this.forgetWrite();
    if (!state) return;
    const isSame = addressOf(state) === addressOf(this.shown);
    // A link of our own bar changes the view and nothing else.
    const isOwnLink = isOurs || addressOf({ ...state, view: this.shown.view }) === addressOf(this.shown);
    if (!isSame) this.set({ ...state, link: this.shown.link + (isOwnLink ? 0 : 1) });
    if (!isOurs) this.bar.replace(hash);
  };

  /** Writes what is shown into the address, unless the address names something else. */
  write(): void {
    this.forgetWrite();
    const { hash } = this.bar.read();
    const state = viewStateOf(hash);
    if (state && addressOf(state) !== addressOf(this.shown)) this.bar.replace(addressOf(this.shown));
  }

  private writeSoon(): void {
    this.timer ??= setTimeout(() => this.write(), WRITE_AFTER_MS);
  }

  private forgetWrite(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private set(shown: Shown): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

function changed(state: ViewState, change: ViewChange): ViewState {
  const all = Object.entries({ ...state.parameters, ...change.parameters });
  const parameters = Object.fromEntries(all.filter(([, value]) => value !== null)) as ViewParameters;
  return { view: change.view ?? state.view, parameters };
}
