import { fork } from 'node:child_process';

interface PeerWork {
  /** What an error calls it. */
  name: string;
  script: string;
  args: readonly string[];
  execArgv: readonly string[];
}

/**
 * Runs a script in a process of its own.
 * @returns what it sent by `sendFigures`
 * @throws Error when it ends without, whatever its exit code
 */
export function runInProcess<Figures>({ name, script, args, execArgv }: PeerWork): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [...args], { execArgv: [...execArgv] });
    child.on('message', (figures) => resolve(figures as Figures));
    child.on('error', reject);
    // It comes after every message; where one came it says nothing.
    child.on('close', (code) => {
      reject(new Error(`${name} ended without figures, exit code ${code}`));
    });
  });
}

/**
 * Sends figures to the process that started this one, and lets this one end. A message of more than some hundred
 * kilobytes leaves in pieces: who disconnects before the last has left cuts it off, and nobody ever gets it.
 */
export function sendFigures(figures: object): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) throw new Error('nobody waits for these figures');
    process.send(figures, undefined, undefined, (error) => {
      process.disconnect();
      if (error) reject(error);
      else resolve();
    });
  });
}
