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
  // Node warns of one beside the other, which would pass for something that the command says.
  const { FORCE_COLOR: _forced, NO_COLOR: _none, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...args], { cwd: project, env }, (error, stdout, stderr) => {
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}
