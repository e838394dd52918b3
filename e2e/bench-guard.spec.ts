import { expect, test } from '@playwright/test';
import { PageGuard } from './bench/page-guard';

// The benchmark's own guard: it watches any page, so these pages are empty and need no server.
test('a page that crashes, is closed, throws or hangs ends the step with what happened', async ({
  context,
}) => {
  const never = () => new Promise<never>(() => undefined);
  const guarded = async () => {
    const page = await context.newPage();
    return { page, guard: new PageGuard(page) };
  };

  const crashing = await guarded();
  const crash = crashing.guard.step('to open the file', () =>
    crashing.page.goto('chrome://crash').then(never, never),
  );
  await expect(crash).rejects.toThrow('to open the file: the page crashed');
  // Once gone it stays gone: the next step does not wait for it.
  await expect(crashing.guard.step('to export', never)).rejects.toThrow('to export: the page crashed');

  const closing = await guarded();
  const close = closing.guard.step('to export', () =>
    closing.page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 60_000))),
  );
  await Promise.all([expect(close).rejects.toThrow('to export: the page was closed'), closing.page.close()]);

  const throwing = await guarded();
  const thrown = throwing.guard.step('to brush', async () => {
    await throwing.page.evaluate(() => void Promise.reject(new Error('no such picture')));
    return never();
  });
  await expect(thrown).rejects.toThrow('to brush: the page threw: no such picture');

  const hanging = await guarded();
  await hanging.page.setContent('<p role="status">reading</p>');
  await expect(hanging.guard.step('to switch meters', never, 200)).rejects.toThrow(
    'to switch meters: nothing came of it within 0.2 s; the page says ["reading"]',
  );
  const failing = hanging.guard.step('to ask', () => Promise.reject(new Error('OUT_OF_MEMORY: none left')));
  await expect(failing).rejects.toThrow('to ask: OUT_OF_MEMORY: none left');
  expect(await hanging.guard.step('to count', () => Promise.resolve(3))).toBe(3);
});
