import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the platform pages. */
export const PLATFORM = fileURLToPath(new URL('..', import.meta.url));

/** A Markdown page by its name in the folder. */
export interface PlatformPage {
  file: string;
  text: string;
}

/** All pages of the platform design. */
export function readPages(): PlatformPage[] {
  return readdirSync(PLATFORM)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${PLATFORM}${file}`, 'utf8') }));
}
