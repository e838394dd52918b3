import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

const project = new URL('../', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('package.json', project), 'utf8')) as {
  scripts: { etl: string };
};

/** How a run of the command line ended, and what it said. */
export interface CommandResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs `npm run etl` with these arguments, without npm around it. */
export function runEtlCommand(args: readonly string[]): Promise<CommandResult> {
  const [, ...command] = scripts.etl.split(' ');
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...args], { cwd: project }, (error, stdout, stderr) => {
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}
