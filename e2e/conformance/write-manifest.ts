/** `npm run conformance:manifest`: writes the manifest of the representative files, which the tests hold to. */
import { writeFileSync } from 'node:fs';
import { makeCorpusFile, representativeSpecs } from './corpus';

const entries = [];
for (const spec of representativeSpecs()) entries.push((await makeCorpusFile(spec)).entry);
writeFileSync(new URL('./manifest.json', import.meta.url), `${JSON.stringify(entries, null, 2)}\n`);
