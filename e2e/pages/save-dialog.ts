import type { Page } from '@playwright/test';

/**
 * The browser's own dialog cannot be used by a test, so it answers with a real file handle of the page's own
 * part of the disk; all that is written goes through the same calls.
 */
export async function answerSaveDialog(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    });
  });
}

/** The names of the files in that part of the disk, with their contents. */
export async function filesOnDisk(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, unknown]>;
    for await (const [name, handle] of folder) {
      const file = await (handle as FileSystemFileHandle).getFile();
      found[name] = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result as string);
        reader.readAsDataURL(file);
      });
    }
    return found;
  });
}
