/** A short message in the corner that goes by itself, with one thing to do about it or none. */
export interface Toast {
  text: string;
  action?: { label: string; run: () => void };
  /** Stays until it is dismissed or replaced. */
  stays?: boolean;
}

const SHOWN_MS = 4_000;
/** Whoever may want to act needs time to read first. */
const SHOWN_WITH_ACTION_MS = 12_000;

/** The one message at a time; a new one takes the place of the last. */
class ToastStore {
  private toast: Toast | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  get = (): Toast | null => this.toast;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  show(toast: Toast): void {
    this.set(toast);
    this.resume();
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.set(null);
  }

  /** While a pointer or the focus rests on the message it stays. */
  hold(): void {
    clearTimeout(this.timer);
  }

  resume(): void {
    clearTimeout(this.timer);
    if (this.toast?.stays) return;
    const shownMs = this.toast?.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
    this.timer = setTimeout(() => this.set(null), shownMs);
  }

  private set(toast: Toast | null): void {
    this.toast = toast;
    for (const listener of this.listeners) listener();
  }
}

export const toasts = new ToastStore();
