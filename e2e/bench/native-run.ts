import { fileURLToPath } from 'node:url';
import type { PeerRun } from './figures';
import { runInProcess } from './peer-process';

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
  return runInProcess({
    name: `the ${peer} run`,
    script: WORK[peer],
    args: [source, output, String(listedMeters)],
    execArgv: [...process.execArgv, '--max-old-space-size=12000'],
  });
}
