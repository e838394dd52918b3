import { beforeAll, describe, expect, it } from 'vitest';
import { contractTruth, shapedFiles } from '../../e2e/corpus/shaped-files';
import { analyticalLines, firstDifference } from '../../e2e/native-run/analytical-lines';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import { inspectInput } from './open-input';

const folder = testFolder();
const truth = new Map<string, string[]>();

async function linesOf(path: string): Promise<string[]> {
  const run = await runFiles([path]);
  try {
    return await analyticalLines(run);
  } finally {
    await run.close();
  }
}

beforeAll(async () => {
  for (const minutes of [15, 30, 60]) {
    truth.set(
      `elapsed ${minutes}`,
      await linesOf(folder.writeRows(`elapsed-${minutes}.parquet`, contractTruth(minutes))),
    );
    const summed = seriesRows({ first: '2022-03-20', last: '2022-11-05', minutes });
    truth.set(`summed ${minutes}`, await linesOf(folder.writeRows(`summed-${minutes}.parquet`, summed)));
  }
});

describe('a file of the same readings', () => {
  it.each(shapedFiles.map((file) => [file.name, file] as const))(
    '%s is recognised and gives the same intervals',
    async (_name, file) => {
      const bytes = new TextEncoder().encode(file.text);
      const { recognition } = await inspectInput(new Blob([bytes]), file.fileName);
      expect(recognition).toMatchObject({ mapping: { shape: file.shape }, missing: [], open: [] });
      const lines = await linesOf(folder.write(file.fileName, bytes));
      const expected = truth.get(`${file.shape === 'long-rows' ? 'elapsed' : 'summed'} ${file.minutes}`)!;
      expect(firstDifference(lines, expected)).toBeNull();
    },
  );
});
