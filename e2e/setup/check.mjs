/** `npm run check`: types, lint, import directions, unused code and format, two at a time, each heard out to its end. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const AT_A_TIME = 2;

const ROOT_SCRIPTS = readdirSync('.').filter((name) => name.endsWith('.ts'));

// A second run looks only at what has changed; a fresh checkout has nothing kept and looks at everything.
const CACHE = ['--cache', '--cache-location', join('node_modules', '.cache', 'eslint', '/')];

/** Longest first, so that the last one to end is a short one. */
const CHECKS = [
  { name: 'lint', script: 'eslint/bin/eslint.js', args: ['.', ...CACHE] },
  { name: 'types', script: 'typescript/bin/tsc', args: ['-b'] },
  {
    name: 'import directions',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['src', 'e2e', 'docs', ...ROOT_SCRIPTS],
  },
  { name: 'unused code', script: 'knip/bin/knip.js', args: [] },
  { name: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--cache'] },
];

const waiting = [...CHECKS];
/** @type {string[]} */
const failed = [];
await Promise.all(Array.from({ length: AT_A_TIME }, work));
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) await run(check);
}

/**
 * Runs one check and prints what it said in one piece, so that two of them do not talk across each other.
 * @param {typeof CHECKS[number]} check
 * @returns {Promise<void>}
 */
function run({ name, script, args }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join('node_modules', script), ...args]);
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on('data', (/** @type {Buffer} */ piece) => said.push(piece));
    child.stderr.on('data', (/** @type {Buffer} */ piece) => said.push(piece));
    child.on('close', (status) => {
      if (status !== 0) failed.push(name);
      console.log(`-- ${name}: ${status === 0 ? 'passed' : 'FAILED'}`);
      process.stdout.write(Buffer.concat(said));
      resolve();
    });
  });
}
