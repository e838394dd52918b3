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

/** A file that never ends fails here, however busy the machine is. */
const HANGS_AFTER_MS = 120_000;

const outcomes = new Map<string, number>();
const slowest: { name: string; ms: number }[] = [];
afterAll(() => {
  if (process.env['CORPUS'] !== 'all') return;
  slowest.sort((one, other) => other.ms - one.ms);
  process.stdout.write(
    `${JSON.stringify({ outcomes: Object.fromEntries(outcomes), slowest: slowest.slice(0, 5) })}\n`,
  );
});

it('has three hundred files and more, and sixty for every run', () => {
  expect(damagedFiles.length).toBeGreaterThanOrEqual(300);
  expect(new Set(damagedFiles.map(({ name }) => name)).size).toBe(damagedFiles.length);
  expect(representative().length).toBeGreaterThanOrEqual(60);
});

it.each(files.map((file) => [file.name, file] as const))(
  '%s ends in a sentence or a result',
  { timeout: HANGS_AFTER_MS },
  async (_name, file) => {
    const path = join(folder.path, `${file.name}.${file.fileName.split('.').at(-1)}`);
    writeFileSync(path, await file.make());
    const before = process.memoryUsage.rss();
    const start = performance.now();
    const work = process.cpuUsage();
    const ended = await runCli({
      inputs: [path],
      out: join(folder.path, `${file.name}.out.parquet`),
      report: null,
      policies: { ...DEFAULT_POLICIES, nullKeys: 'set-aside' },
    }).catch((thrown: unknown) => thrown);
    // Other work on the machine stretches the clock, and not the time of the processor.
    const { user, system } = process.cpuUsage(work);
    const took = Math.min(performance.now() - start, (user + system) / 1000);
    slowest.push({ name: file.name, ms: Math.round(took) });
    expect(took).toBeLessThan(MOST_MS);
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
