import type { Page } from '@playwright/test';

/** Begins to note how long the page's own thread is busy in one go. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const place = window as unknown as { longTasks: number[] };
    place.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) place.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** The longest of them so far, in milliseconds; 0 when none was longer than the 50 that the browser reports. */
export async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));
}
