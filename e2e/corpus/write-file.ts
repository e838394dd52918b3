import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BadFile, OddFile } from './corpus-types';

/** Makes a file of the corpus, writes it into a folder under its own name and returns its path. */
export async function writeInto(folder: string, file: BadFile | OddFile): Promise<string> {
  const path = join(folder, file.fileName);
  await writeFile(path, await file.make());
  return path;
}
