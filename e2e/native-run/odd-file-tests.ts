import { describe, expect, it } from 'vitest';
import type { OddFile } from '../corpus/corpus-types';
import { writeInto } from '../corpus/write-file';
import { analyticalLines, expectedLines, firstDifference } from './analytical-lines';
import { ledgerFacts } from './ledger-facts';
import { runFiles } from './native-run';
import { testFolder } from './test-folder';

/** Runs the ETL over odd files and holds readings and ledger to what their author knows. */
export function testOddFiles(title: string, files: readonly OddFile[]): void {
  const folder = testFolder();
  describe(title, () => {
    it.each(files.map((file) => [file.name, file] as const))(
      '%s becomes what it must',
      async (_name, file) => {
        const run = await runFiles([await writeInto(folder.path, file)], file.policies);
        const found = (await analyticalLines(run)).sort();
        const facts = await ledgerFacts(run);
        await run.close();

        expect(firstDifference(found, expectedLines(file.readings()).sort())).toBeNull();
        const { series: _series, ...expected } = file.expect;
        expect(facts).toEqual({ ...expected, unbalanced: 0 });
      },
    );
  });
}
