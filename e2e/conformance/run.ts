/**
 * `npm run conformance [-- FOLDER [ZONE]]`: writes the whole corpus (Parquet in, expected Parquet out, one manifest)
 * into a folder and holds Meterfold's own ETL to it. Any other engine can be held to the same files. With a zone
 * only its files are made, and the manifest names only these.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allSpecs, makeCorpusFile } from './corpus';
import type { ManifestEntry } from './corpus';
import { troublesOf } from './check-file';

const folder = process.argv[2] ?? join('node_modules', '.cache', 'conformance');
mkdirSync(folder, { recursive: true });
const entries: ManifestEntry[] = [];
let wrong = 0;
const zone = process.argv[3];
const specs = allSpecs().filter((spec) => zone === undefined || spec.zone === zone);
for (const spec of specs) {
  const made = await makeCorpusFile(spec);
  const path = join(folder, made.entry.input);
  writeFileSync(path, made.input);
  writeFileSync(join(folder, made.entry.expected), made.table);
  entries.push(made.entry);
  const troubles = await troublesOf(path, made);
  if (troubles.length > 0) wrong += 1;
  console.log(`${made.entry.id}: ${troubles.join('; ') || 'right'}`);
}
writeFileSync(
  join(folder, zone === undefined ? 'manifest.json' : `manifest.${zone.replace('/', '-')}.json`),
  `${JSON.stringify(entries, null, 2)}\n`,
);
console.log(`${entries.length} files in ${folder}, ${entries.length - wrong} right, ${wrong} wrong`);
process.exitCode = wrong > 0 ? 1 : 0;
