import type { Page } from '@playwright/test';

/** Several times what the slowest step of the largest fleet takes on a slow machine. */
const STEP_LIMIT_MS = 600_000;
/** How long a page that is late is asked what it shows. */
const SAYING_LIMIT_MS = 5_000;

/**
 * Stands beside a page while a benchmark uses it: a page that crashes, is closed, throws or never gets there ends
 * the step that is under way with an error that names the step and says what happened.
 */
export class PageGuard {
  private readonly page: Page;
  private readonly trouble: Promise<string>;

  constructor(page: Page) {
    this.page = page;
    this.trouble = new Promise((resolve) => {
      page.on('crash', () => resolve('the page crashed'));
      page.on('close', () => resolve('the page was closed'));
      page.on('pageerror', (error) => resolve(`the page threw: ${error.message}`));
      page
        .context()
        .browser()
        ?.on('disconnected', () => resolve('the browser ended'));
    });
  }

  /**
   * Does one step of the benchmark.
   * @param name says in an error what was being done
   * @throws Error when the step fails, the page is gone or has thrown, or the step takes longer than `limitMs`
   */
  async step<T>(name: string, work: () => Promise<T>, limitMs = STEP_LIMIT_MS): Promise<T> {
    let limit: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<string>((resolve) => {
      limit = setTimeout(() => resolve(`nothing came of it within ${limitMs / 1000} s`), limitMs);
    });
    const stopped = Promise.race([
      this.trouble.then((what) => new Error(`${name}: ${what}`)),
      late.then(async (what) => new Error(`${name}: ${what}; ${await this.said()}`)),
    ]).then((error) => Promise.reject(error));
    stopped.catch(() => undefined);
    // A page that dies fails what is asked of it, too, and in words that do not say so: the event has the first word.
    const done = work().catch(async (thrown: unknown) => {
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 100))]);
      throw new Error(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
        cause: thrown,
      });
    });
    try {
      return await Promise.race([done, stopped]);
    } finally {
      clearTimeout(limit);
    }
  }

  private async said(): Promise<string> {
    const texts = this.page
      .locator('[role=status], [role=alert], [role=dialog]')
      .allInnerTexts()
      .then(
        (found) => `the page says ${JSON.stringify(found)}`,
        () => 'the page cannot be asked',
      );
    const silent = new Promise<string>((resolve) =>
      setTimeout(() => resolve('the page does not answer'), SAYING_LIMIT_MS),
    );
    return Promise.race([texts, silent]);
  }
}
