import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run';
import { APP_ERROR_CODES, AppError } from '../../src/domain/app-error';
import { DEFAULT_POLICIES } from '../../src/domain/policy';
import { refusalText } from '../../src/domain/refusal-text';
import { testFolder } from '../native-run/test-folder';
import { damagedFiles, representative } from './damaged-files';

const folder = testFolder();
const files = process.env['CORPUS'] === 'all' ? damagedFiles : representative();
const MOST_MS = 10_000;
const MOST_BYTES = 1e9;

const outcomes = new Map<string, number>();
afterAll(() => {
  if (process.env['CORPUS'] === 'all')
    process.stdout.write(`${JSON.stringify(Object.fromEntries(outcomes))}\n`);
});

it('has three hundred files and more, and sixty for every run', () => {
  expect(damagedFiles.length).toBeGreaterThanOrEqual(300);
  expect(new Set(damagedFiles.map(({ name }) => name)).size).toBe(damagedFiles.length);
  expect(representative().length).toBeGreaterThanOrEqual(60);
});

it.each(files.map((file) => [file.name, file] as const))(
  '%s ends in a sentence or a result',
  async (_name, file) => {
    const path = join(folder.path, `${file.name}.${file.fileName.split('.').at(-1)}`);
    writeFileSync(path, await file.make());
    const before = process.memoryUsage.rss();
    const start = performance.now();
    const ended = await runCli({
      inputs: [path],
      out: join(folder.path, `${file.name}.out.parquet`),
      report: null,
      policies: { ...DEFAULT_POLICIES, nullKeys: 'set-aside' },
    }).catch((thrown: unknown) => thrown);
    expect(performance.now() - start).toBeLessThan(MOST_MS);
    expect(process.memoryUsage.rss() - before).toBeLessThan(MOST_BYTES);
    if (!(ended instanceof Error)) {
      outcomes.set('a result', (outcomes.get('a result') ?? 0) + 1);
      return;
    }
    expect(ended).toBeInstanceOf(AppError);
    const error = ended as AppError;
    outcomes.set(error.code, (outcomes.get(error.code) ?? 0) + 1);
    expect(APP_ERROR_CODES).toContain(error.code);
    expect(
      ['QUERY_FAILED', 'ENGINE_LOST', 'LEDGER_DIFFERENCE', 'EXPORT_MISMATCH'],
      error.detail.cause,
    ).not.toContain(error.code);
    expect(refusalText(error).sentence).toMatch(/^\S.*\.$/s);
    expect(error.detail.file).toBeTruthy();
  },
);
