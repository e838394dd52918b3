// Plain Node without imports from npm: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const OLDEST_NODE = [20, 19];

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ dependencies?: object, devDependencies?: object }} Wanted
 * @typedef {{ packages: Record<string, LockedPackage & Wanted> }} LockFile
 */

/** Leaves `node_modules` as `package-lock.json` describes it; a folder that is in step already costs milliseconds. */
export function installDependencies() {
  refuseOldNode();
  refuseStaleLock();
  if (inStep()) return;
  console.log('Installing the libraries that package-lock.json names…');
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional binaries, which not every
  // registry offers. This installs the locked versions too, and leaves both files as they are.
  const { status } = runNpm(['install', '--no-save', '--include=dev']);
  if (status !== 0)
    fail('npm could not install the libraries. Its own words are above; is the network there?');
}

/**
 * Prints a sentence on stderr and ends the process with exit code 1.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/**
 * Runs the npm that started this script, or the one on the command path.
 * @param {string[]} args
 */
export function runNpm(args) {
  const npm = process.env['npm_execpath'];
  return npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(`Meterfold needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** A library that package.json names and the lock file does not would come in whatever version is newest. */
function refuseStaleLock() {
  const wanted = /** @type {Wanted} */ (JSON.parse(readFileSync('package.json', 'utf8')));
  const locked = readLock('package-lock.json')[''];
  /** @param {Wanted | undefined} source */
  const names = (source) => JSON.stringify([source?.dependencies, source?.devDependencies]);
  if (names(wanted) !== names(locked))
    fail('package-lock.json is out of step with package.json: run npm install.');
}

/** npm writes its own record of what it installed last, so an interrupted install leaves none. */
function inStep() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const installed = readLock(record);
  return Object.entries(readLock('package-lock.json')).every(([path, locked]) => {
    if (path === '') return true;
    const found = installed[path];
    // Optional packages of other platforms are never installed.
    if (!found) return locked.optional === true;
    return found.version === locked.version && existsSync(path);
  });
}

/** @param {string} path */
function readLock(path) {
  return /** @type {LockFile} */ (JSON.parse(readFileSync(path, 'utf8'))).packages;
}
