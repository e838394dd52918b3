import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fail } from './dependencies.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DOWNLOAD_LIMIT_MS = 180_000;
const APT_LIMIT_MS = 420_000;

/**
 * The path of a Chromium that starts, or undefined. Asked in turn: CHROME_PATH,
 * Playwright's own, the command path, the usual application folders.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env['CHROME_PATH'];
  if (named) return starts(named) ? named : fail(`CHROME_PATH names ${named}, which does not start.`);
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [playwrightChromium(), ...onPath, ...APPLICATIONS].find(starts);
}

/**
 * Finds a Chromium, or installs one and says so.
 * @returns {string}
 */
export function provideChromium() {
  const found = findChromium() ?? downloadChromium() ?? installDebianChromium();
  if (found) return found;
  return fail(
    'The browser tests need a Chromium, and none could be found or installed.\n' +
      'Install Chromium or Chrome, or name one: CHROME_PATH=/path/to/chrome npm test',
  );
}

function downloadChromium() {
  console.log('No Chromium found on this machine: downloading the one that Playwright offers…');
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [playwright, 'install', 'chromium', '--no-shell', '--no-progress'],
    { encoding: 'utf8', timeout: DOWNLOAD_LIMIT_MS },
  );
  if (status !== 0)
    console.log(`The download failed. ${/^Error: .*$/m.exec(stderr)?.[0] ?? 'It took too long.'}`);
  return findChromium();
}

function installDebianChromium() {
  if (!inCommandPath('apt-get')) return undefined;
  console.log("Installing Debian's package chromium with apt-get…");
  if (apt('update') === 0) apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
  return findChromium();
}

/** @param {string[]} args */
function apt(...args) {
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  // Without a terminal nobody can type a password: sudo then refuses at once.
  if (process.getuid?.() !== 0) command.unshift('sudo', ...(process.stdin.isTTY ? [] : ['-n']));
  const [program = '', ...rest] = command;
  return spawnSync(program, rest, { stdio: 'inherit', timeout: APT_LIMIT_MS }).status;
}

/** Playwright's own Chromium, whether or not it is there. */
function playwrightChromium() {
  const require = createRequire(import.meta.url);
  const { chromium } = /** @type {typeof import('@playwright/test')} */ (require('@playwright/test'));
  return chromium.executablePath();
}

/**
 * Present is not enough: a download may miss system libraries, and some
 * distributions ship a placeholder that only points elsewhere.
 * @param {string} path
 */
function starts(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

/** @param {string} name */
function inCommandPath(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}
