/** Measures every rule and writes the table into `docs/etl.md`. Run: `npm run rules`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withRates } from './doc-table';
import { measureRules, ratesTable } from './rule-rates';

const DOC = 'docs/etl.md';
const table = ratesTable(await measureRules());
writeFileSync(DOC, withRates(readFileSync(DOC, 'utf8'), table));
console.log(table);
