const STORED = 'meterfold.shortcuts';

/** Whether single keys may act; on until a person turns them off on this machine. */
export function shortcutsAreOn(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps the choice where the browser allows it. */
export function switchShortcuts(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(STORED);
    else window.localStorage.setItem(STORED, 'off');
  } catch {
    // Storage is closed to the page: the keys stay on.
  }
}
