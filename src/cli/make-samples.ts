/**
 * Writes the two samples that the page offers into `public/samples`:
 *
 * - `sample-year.parquet`, the twin of a real delivery: one hourly meter, 365 daily
 *   arrays of 2022, every true reading 100, null where an hour was skipped and 200
 *   where two hours share a slot;
 * - `sample-portfolio.parquet`, an invented portfolio: 12 meters, 16 series, 2023 and
 *   2024, 60 and 15 minutes, electricity, gas and district heat, two homes with solar
 *   panels, gaps, repeated and corrected days, both clock-change encodings.
 *
 * True readings are made on the UTC line first and folded into local days afterwards,
 * so the truth is known (`buildPortfolio` returns it beside the rows). The bytes are
 * the same on every run and machine: fixed seed, arithmetic without transcendental
 * functions, a Parquet writer in plain JavaScript. A test holds the committed files to
 * that. Run: `node --import tsx src/cli/make-samples.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { samplePortfolioBytes, sampleYearBytes } from './samples/sample-files';

const folder = new URL('../../public/samples/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of [
  ['sample-year.parquet', sampleYearBytes()],
  ['sample-portfolio.parquet', samplePortfolioBytes()],
] as const) {
  writeFileSync(new URL(name, folder), bytes);
  process.stdout.write(
    `${fileURLToPath(new URL(name, folder))}: ${bytes.length.toLocaleString('en')} bytes\n`,
  );
}
