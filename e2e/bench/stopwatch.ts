import type { Page } from '@playwright/test';

/** What to time: from an event that a person causes until the status says that its effect is on the screen. */
interface Span {
  from: 'change' | 'click';
  until: RegExp;
  act: () => Promise<void>;
}

const LIMIT_MS = 1_200_000;

/**
 * Milliseconds from the event to the frame that follows the awaited status, taken
 * by the page's own clock: the time the test driver needs does not count.
 * @throws Error when the page refuses instead, or nothing happens for twenty minutes
 */
export async function timeInPage(page: Page, { from, until, act }: Span): Promise<number> {
  const watch = await page.evaluateHandle(watchStatus, { from, until: until.source, limit: LIMIT_MS });
  await act();
  const elapsed = await watch.evaluate(({ outcome }) => outcome);
  await watch.dispose();
  if (typeof elapsed === 'string') throw new Error(`The page did not get there: ${elapsed}`);
  return elapsed;
}

/**
 * Runs in the page. Its functions stay nameless: the compiler would wrap a named
 * one in a call that the page does not know.
 */
function watchStatus({ from, until, limit }: { from: Span['from']; until: string; limit: number }) {
  const outcome = new Promise<number | string>((resolve) => {
    setTimeout(() => resolve('no answer'), limit);
    window.addEventListener(
      from,
      ({ timeStamp }) => {
        const awaited = new RegExp(until);
        let left = false;
        const observer = new MutationObserver(() => {
          const status = document.querySelector('[role=status]')?.textContent ?? '';
          const refusal = document.querySelector('[role=alert]')?.textContent;
          if (refusal) resolve(refusal);
          // The same words may stand there from before: they count once they have been away.
          left ||= !awaited.test(status);
          if (!left || !awaited.test(status)) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      { capture: true, once: true },
    );
  });
  return { outcome };
}
