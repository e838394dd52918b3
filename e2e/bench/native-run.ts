import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PeerRun } from './figures';

/** The peers that run in Node, each in a process of its own. */
const WORK = {
  native: fileURLToPath(new URL('./native-work.ts', import.meta.url)),
  'plain-js': fileURLToPath(new URL('./peers/plain-js-work.ts', import.meta.url)),
} as const;

/** Does the page's work once with a peer: native DuckDB on one thread, or plain JavaScript. */
export function runPeer(
  peer: keyof typeof WORK,
  source: string,
  output: string,
  listedMeters: number,
): Promise<PeerRun> {
  return new Promise((resolve, reject) => {
    const execArgv = [...process.execArgv, '--max-old-space-size=12000'];
    const child = fork(WORK[peer], [source, output, String(listedMeters)], { execArgv });
    child.on('message', (figures) => resolve(figures as PeerRun));
    child.on('error', reject);
    // One that ends without its figures, whatever its code, would be waited for without end; after them this says nothing.
    child.on('close', (code) => {
      reject(new Error(`the ${peer} run ended without figures, exit code ${code}`));
    });
  });
}
