import { expect, type JSHandle, type Page } from '@playwright/test';

/** A file to make in the page. */
export interface DroppedFile {
  name: string;
  bytes: Uint8Array;
}

/** Makes the files in the page and drops them on it; while something is open, `mode` is the half to drop on. */
export async function dropFiles(
  page: Page,
  files: readonly DroppedFile[],
  mode: 'add' | 'replace' = 'replace',
): Promise<void> {
  await dropTransfer(page, await transferOf(page, files), mode);
}

/** What a drag of these files would carry, made in the page. */
export function transferOf(page: Page, files: readonly DroppedFile[]): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    (made) => {
      const data = new DataTransfer();
      for (const { name, base64 } of made) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
}

/** Drags over the page, sees what a drop would do, and lets go. */
export async function dropTransfer(
  page: Page,
  transfer: JSHandle<DataTransfer>,
  mode: 'add' | 'replace' = 'replace',
): Promise<void> {
  const main = page.getByRole('main');
  await main.dispatchEvent('dragenter', { dataTransfer: transfer });
  const places = { add: 'Add to what is open', replace: /Drop to open|Replace what is open/ };
  const place = page.getByText(places[mode]);
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(place).toHaveCount(0);
  await transfer.dispose();
}
