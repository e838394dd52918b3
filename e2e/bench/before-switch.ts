import type { Page } from '@playwright/test';

const LIMIT_MS = 60_000;

/**
 * Milliseconds from the press on “Before” until its figures and its days are drawn, by the page's own
 * clock; null for a meter without hours, which has no such switch.
 * @throws Error when nothing is drawn for a minute
 */
export async function timeBeforeSwitch(page: Page): Promise<number | null> {
  const before = page.getByRole('button', { name: /^Before: 24 fixed hours/ });
  if ((await before.count()) === 0) return null;
  await before.scrollIntoViewIfNeeded();
  const watch = await page.evaluateHandle(watchBefore, LIMIT_MS);
  await before.click();
  const elapsed = await watch.evaluate(({ outcome }) => outcome);
  await watch.dispose();
  if (elapsed === null) throw new Error('The switch to “before” drew nothing for a minute');
  return elapsed;
}

/** Runs in the page. */
function watchBefore(limit: number) {
  const outcome = new Promise<number | null>((resolve) => {
    setTimeout(() => resolve(null), limit);
    window.addEventListener(
      'click',
      ({ timeStamp }) => {
        const observer = new MutationObserver(() => {
          const panel = document.getElementById('before');
          // Its table of days is drawn from the one answer, its tiles from the other.
          const isDrawn = panel?.querySelector('article, .nothing-here') && !panel.querySelector('.skeleton');
          if (!isDrawn) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        });
        observer.observe(document.body, { subtree: true, childList: true });
      },
      { capture: true, once: true },
    );
  });
  return { outcome };
}
