import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badFiles } from '../../e2e/corpus/bad-files';
import { writeInto } from '../../e2e/corpus/write-file';
import { etlCommand } from '../../e2e/native-run/etl-command';
import { samplePath, testFolder } from '../../e2e/native-run/test-folder';
import { AppError } from '../domain/app-error';
import type { AppErrorCode } from '../domain/app-error';
import { DEFAULT_POLICIES } from '../domain/policy';
import { refusalText } from '../domain/refusal-text';
import { runCli } from './run';

const folder = testFolder();
const out = join(folder.path, 'out.parquet');
const report = join(folder.path, 'report.json');

/** The command line has no limit of its own, so that this file would be read for hours. */
const files = badFiles.filter((file) => file.expectCode !== 'TOO_LARGE');
/** One of each place where a file can be refused goes through a process of its own, which takes its time to start. */
const STAGES: readonly AppErrorCode[] = [
  'FILE_EMPTY',
  'FILE_DAMAGED',
  'COLUMN_TYPE',
  'NULL_KEY',
  'NO_VALUES',
];
const oneOfEach = STAGES.map((code) => files.find((file) => file.expectCode === code)!);

describe('a bad file', () => {
  it.each(files.map((file) => [file.name, file] as const))(
    '%s is refused for what it is',
    async (_name, file) => {
      const path = await writeInto(folder.path, file);
      const request = { inputs: [path], out, report, policies: DEFAULT_POLICIES };
      const thrown = await runCli(request).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(AppError);
      const error = thrown as AppError;
      expect([error.code, error.detail.cause]).toEqual([file.expectCode, error.detail.cause]);
      expect(error.detail.file).toBe(file.fileName);
      expect(refusalText(error).sentence).toMatch(/^\S.*\.$/s);
      expectNothingLeft();
    },
  );
});

describe('the command', () => {
  it.each(oneOfEach.map((file) => [file.expectCode, file] as const))(
    'ends with 1 and a sentence on %s',
    async (code, file) => {
      const path = await writeInto(folder.path, file);
      const result = await etlCommand([samplePath('sample-year'), path, '--out', out, '--report', report]);
      expect(result).toMatchObject({ status: 1, stdout: '' });
      const [sentence] = result.stderr.split('\n');
      expect(sentence).toMatch(new RegExp(`^\\S.*\\. \\[${code}\\]$`));
      expect(sentence).toContain(file.fileName);
      expect(result.stderr).not.toMatch(/\n\s+at |node_modules|undefined/);
      expectNothingLeft();
    },
  );

  it('lists what was found beside what was expected', async () => {
    const path = await writeInto(
      folder.path,
      files.find((file) => file.name === 'energy-as-text')!,
    );
    const { stderr } = await etlCommand([path, '--out', out]);
    expect(stderr).toMatch(
      /\[COLUMN_TYPE\]\n {2}energy_consumption: expected list of numbers, found utf8\n$/,
    );
  });
});

describe('an input', () => {
  it.each([
    ['a file that is not there', 'no-such-file.parquet'],
    ['a folder', '.'],
  ])('that is %s is refused', async (_title, name) => {
    const request = { inputs: [join(folder.path, name)], out, report, policies: DEFAULT_POLICIES };
    await expect(runCli(request)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expectNothingLeft();
  });

  it('with rows without a key can be taken without those rows', async () => {
    const path = await writeInto(
      folder.path,
      files.find((file) => file.name === 'null-in-date')!,
    );
    const policies = { ...DEFAULT_POLICIES, nullKeys: 'set-aside' as const };
    const result = await runCli({
      inputs: [path],
      out: join(folder.path, 'good.parquet'),
      report: null,
      policies,
    });
    expect(result.setAsideRows).toBe(1);
  });
});

function expectNothingLeft(): void {
  expect([existsSync(out), existsSync(report)]).toEqual([false, false]);
  expect(readdirSync(folder.path).filter((name) => name.startsWith('.'))).toEqual([]);
}
