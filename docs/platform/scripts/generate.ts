/**
 * Writes the generated parts of the platform pages: sizing and cost tables from the
 * model, answers from the sample portfolio, the list of contracts.
 *
 * Run: node --import tsx --import ./src/cli/sql-loader.mjs docs/platform/scripts/generate.ts
 */
import { writeFileSync } from 'node:fs';
import { generatedTexts } from './generated-texts';
import { fillSections } from './marked-sections';
import { PLATFORM, readPages } from './pages';

const texts = await generatedTexts();
for (const { file, text } of readPages()) {
  const filled = fillSections(text, texts);
  if (filled === text) continue;
  writeFileSync(`${PLATFORM}${file}`, filled);
  console.log(file);
}
