/**
 * The `test` that every spec uses. Around each test stands a fence: it fails
 * the test on any request to another origin than the page's own, by page,
 * worker or service worker, and on any uncaught error or console error, broken
 * security policy included. Contexts that a test opens itself are fenced too.
 */
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

export class Fence {
  private foreignRequests: string[] = [];
  private errors: string[] = [];
  private readonly expectedErrors: RegExp[] = [];

  constructor(private readonly origin: string) {}

  /** Lets console and page errors that match pass. Foreign requests never pass. */
  expectError(pattern: RegExp): void {
    this.expectedErrors.push(pattern);
  }

  /** The addresses of foreign requests so far; the caller answers for them, so the fence forgets them. */
  takeForeignRequests(): string[] {
    return this.foreignRequests.splice(0);
  }

  /** The console and page errors so far; the caller answers for them, so the fence forgets them. */
  takeErrors(): string[] {
    return this.errors.splice(0);
  }

  /** Everything that was noticed and not answered for, one line each. */
  breaches(): string[] {
    const errors = this.errors.filter((error) => !this.expectedErrors.some((pattern) => pattern.test(error)));
    return [...this.foreignRequests.map((address) => `foreign request: ${address}`), ...errors];
  }

  /** Watches everything in the context and aborts what leaves the origin. */
  async enclose(context: BrowserContext): Promise<void> {
    context.on('request', (request) => this.noteRequest(request.url()));
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.errors.push(`console error: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.errors.push(`uncaught error: ${String(error.error())}`));
    context.on('page', (page) => this.watchPage(page));
    context.pages().forEach((page) => this.watchPage(page));
    await context.route(
      (address) => this.isForeign(address),
      (route) => route.abort('blockedbyclient'),
    );
    await context.routeWebSocket(
      (address) => this.isForeign(address),
      (socket) => {
        this.foreignRequests.push(socket.url());
        void socket.close();
      },
    );
  }

  private watchPage(page: Page): void {
    // A worker's socket passes no route; only this event tells of it.
    page.on('websocket', (socket) => this.noteRequest(socket.url()));
    page.on('crash', () => this.errors.push(`the page crashed: ${page.url()}`));
  }

  private noteRequest(address: string): void {
    if (this.isForeign(new URL(address))) this.foreignRequests.push(address);
  }

  private isForeign(address: URL): boolean {
    if (['blob:', 'data:', 'about:'].includes(address.protocol)) return false;
    return address.origin.replace(/^ws/, 'http') !== this.origin;
  }
}

/**
 * The page warms its engine up before a file is chosen, which costs each test seconds of computing that
 * no test waits for. A browser that saves data is left alone; tests that say `warmsUp` see the page as it is.
 */
async function saveData(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { connection } = navigator as unknown as { connection?: object };
    if (connection) Object.defineProperty(connection, 'saveData', { get: () => true });
  });
}

/** Fences every context that the browser opens while the returned function has not been called. */
function encloseNewContexts(browser: Browser, fence: Fence, warmsUp: boolean): () => void {
  const enclose = (context: BrowserContext) => {
    void fence.enclose(context);
    if (!warmsUp) void saveData(context);
  };
  browser.contexts().forEach(enclose);
  browser.on('context', enclose);
  return () => browser.off('context', enclose);
}

export const test = base.extend<{ fence: Fence; warmsUp: boolean }>({
  warmsUp: [false, { option: true }],
  fence: [
    async ({ browser, baseURL, warmsUp }, use) => {
      const fence = new Fence(new URL(baseURL ?? '').origin);
      const stop = encloseNewContexts(browser, fence, warmsUp);
      await use(fence);
      stop();
      const breaches = fence.breaches();
      if (breaches.length > 0) throw new Error(`The fence noticed:\n${breaches.join('\n')}`);
    },
    { auto: true },
  ],
});
