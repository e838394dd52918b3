import type { Page } from '@playwright/test';

/** Levels of 255 by which a colour may differ: the browser rounds now and then at the seams of its tiles. */
const UNSEEN_LEVELS = 24;

/** How many pixels of two screenshots a person could tell apart; all of them when the sizes differ. */
export function visibleDifferences(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ({ pictures, unseen }) => {
      const pixelsOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [first, second] = [await pixelsOf(pictures[0]!), await pixelsOf(pictures[1]!)];
      if (first.width !== second.width || first.height !== second.height) return first.width * first.height;
      const apart = (at: number) => Math.abs(first.data[at]! - second.data[at]!) > unseen;
      let different = 0;
      for (let at = 0; at < first.data.length; at += 4) {
        if (apart(at) || apart(at + 1) || apart(at + 2)) different++;
      }
      return different;
    },
    { pictures: [one.toString('base64'), other.toString('base64')], unseen: UNSEEN_LEVELS },
  );
}
