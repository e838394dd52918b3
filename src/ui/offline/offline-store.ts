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
    this.keep().catch(() => this.set('impossible'));
  }

  private async keep(): Promise<void> {
    const registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`);
    this.set(registration.active ? 'ready' : 'keeping');
    if (registration.waiting && registration.active) offerNewer(registration.waiting);
    const follow = () => this.follow(registration);
    follow();
    registration.addEventListener('updatefound', follow);
    setInterval(() => void registration.update().catch(() => undefined), LOOK_FOR_NEWER_MS);
  }

  /** Waits for the worker that is being installed: the first one, or a newer version. */
  private follow(registration: ServiceWorkerRegistration): void {
    const worker = registration.installing;
    const isNewer = registration.active !== null;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && isNewer) offerNewer(worker);
      if (worker.state === 'activated' && !isNewer) this.set('ready');
      if (worker.state === 'redundant' && !isNewer) this.set('impossible');
    });
  }

  private set(state: OfflineState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Says that a newer version waits. Once it has taken over, the page is loaded again, as the person wanted. */
function offerNewer(worker: ServiceWorker): void {
  const reload = () => {
    worker.addEventListener('statechange', () => worker.state === 'activated' && location.reload());
    worker.postMessage({ type: 'SKIP_WAITING' });
  };
  toasts.show({
    text: 'A new version of Meterfold is ready. Reloading closes the open files.',
    action: { label: 'Reload', run: reload },
    stays: true,
  });
}

export const offline = new OfflineStore();
