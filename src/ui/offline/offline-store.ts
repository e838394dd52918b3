import { registerSW } from 'virtual:pwa-register';
import { toasts } from '../toasts/toast-store';

/** Whether the page works without a network: `unknown` until the browser has kept all of it. */
export type OfflineState = 'unknown' | 'keeping' | 'ready' | 'impossible';

const LOOK_FOR_NEWER_MS = 60 * 60 * 1000;

/** Keeps the whole page on the machine, and says when a newer one has come. */
class OfflineStore {
  private state: OfflineState = 'unknown';
  private started = false;
  private readonly listeners = new Set<() => void>();

  get = (): OfflineState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Begins once the engine has arrived, so that the first visit is not slowed down. Later calls do nothing. */
  start(): void {
    if (this.started) return;
    this.started = true;
    if (!('serviceWorker' in navigator)) {
      this.set('impossible');
      return;
    }
    const reload = registerSW({
      immediate: true,
      onNeedRefresh: () =>
        toasts.show({
          text: 'A new version of Meterfold is ready. Reloading closes the open files.',
          action: { label: 'Reload', run: () => void reload() },
          stays: true,
        }),
      onOfflineReady: () => this.set('ready'),
      onRegisteredSW: (_address, registration) => {
        this.set(registration?.active ? 'ready' : 'keeping');
        setInterval(() => void registration?.update().catch(() => undefined), LOOK_FOR_NEWER_MS);
      },
      onRegisterError: () => this.set('impossible'),
    });
  }

  private set(state: OfflineState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

export const offline = new OfflineStore();
