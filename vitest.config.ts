import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import { withoutUnusedPlotParts } from './plot-parts.ts';
import { shippedTexts } from './shipped-texts.ts';

/** What takes longest goes first, so that no worker is left alone with it at the end. */
const LONGEST = [
  /e2e\/oracle\//,
  /properties\.test/,
  /rerun\.test/,
  /refusals\.test/,
  /conformance/,
  /contracts\.test/,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((pattern) => pattern.test(moduleId));
      return at < 0 ? LONGEST.length : at;
    };
    const sorted = await super.sort(files);
    return sorted
      .map((file, index) => ({ file, index }))
      .sort((one, other) => place(one.file) - place(other.file) || one.index - other.index)
      .map(({ file }) => file);
  }
}

// Code that reads the machine's zone by mistake must fail here: far from the data's zone, west of UTC, with its own DST.
process.env['TZ'] = 'America/Los_Angeles';

export default defineConfig({
  plugins: [shippedTexts(), withoutUnusedPlotParts()],
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts', 'docs/**/*.test.ts', '*.test.ts'],
    environment: 'node',
    // The pictures of the charts are drawn by what a build leaves of Plot.
    server: { deps: { inline: [/@observablehq\/plot/, /d3/] } },
    pool: 'forks',
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
