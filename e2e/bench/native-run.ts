import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { NativeFigures } from './figures';

const WORK = fileURLToPath(new URL('./native-work.ts', import.meta.url));

/** Does the page's work once with native DuckDB on one thread, in a process of its own. */
export function runNative(source: string, output: string, listedMeters: number): Promise<NativeFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(WORK, [source, output, String(listedMeters)], { execArgv: process.execArgv });
    child.on('message', (figures) => resolve(figures as NativeFigures));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`the native run ended with exit code ${code}`));
    });
  });
}
