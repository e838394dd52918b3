/** `npm test`: installs what is missing, then checks, unit tests, build and browser tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, runNpm } from './dependencies.mjs';

const RESULTS = join('node_modules', '.cache', 'test-results');
const UNIT_RESULTS = join(RESULTS, 'unit.json');
const BROWSER_RESULTS = join(RESULTS, 'browser.json');

installDependencies();
const { provideChromium } = await import('./chromium.mjs');
const chromium = provideChromium();
console.log(`Browser tests use ${chromium}`);

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** @type {string[]} */
const failedStages = [];
const VITEST = join('node_modules', 'vitest', 'vitest.mjs');
const VITE = join('node_modules', 'vite', 'bin', 'vite.js');
const PLAYWRIGHT = join('node_modules', '@playwright', 'test', 'cli.js');

stage('types, lint, import directions, unused code, format', () => runNpm(['run', '--silent', 'check']));
stage('unit tests', () =>
  runNode([VITEST, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_RESULTS}`]),
);
if (stage('build', () => runNode([VITE, 'build', '--logLevel', 'warn']))) {
  stage('browser tests', () =>
    runNode([PLAYWRIGHT, 'test', '--reporter=list,json'], {
      CHROME_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_RESULTS,
    }),
  );
}

if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join('; ')}`);
console.log(closingLine());
process.exit(failedStages.length > 0 ? 1 : 0);

/**
 * Runs one stage and notes whether it failed; later stages run all the same, so that one run tells everything.
 * @param {string} name
 * @param {() => { status: number | null }} work
 */
function stage(name, work) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const passed = work().status === 0;
  if (!passed) failedStages.push(name);
  console.log(
    `== ${name}: ${passed ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return passed;
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function runNode(args, env = {}) {
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
}

/** The counts of both runners together. */
function closingLine() {
  const unit = /** @type {Record<string, number>} */ (readResults(UNIT_RESULTS));
  const { stats = {} } = /** @type {{ stats?: Record<string, number> }} */ (readResults(BROWSER_RESULTS));
  const passed = (unit['numPassedTests'] ?? 0) + (stats['expected'] ?? 0) + (stats['flaky'] ?? 0);
  const failed = (unit['numFailedTests'] ?? 0) + (stats['unexpected'] ?? 0);
  const skipped = (unit['numPendingTests'] ?? 0) + (unit['numTodoTests'] ?? 0) + (stats['skipped'] ?? 0);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {string} path */
function readResults(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
