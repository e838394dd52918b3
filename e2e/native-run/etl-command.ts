import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeEngine } from '../../src/engine/node-engine';
import writtenColumns from './written_columns.sql?raw';
import writtenLines from './written_lines.sql?raw';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** How a command ended and what it said. */
export interface CommandResult {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs what `npm run etl` runs, as a process of its own, without npm's start-up in between. */
export async function etlCommand(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<CommandResult> {
  const { scripts } = JSON.parse(readFileSync(`${PROJECT}package.json`, 'utf8')) as {
    scripts: { etl: string };
  };
  const [, ...flags] = scripts.etl.split(' ');
  return runCommand(process.execPath, [...flags, ...args], env);
}

/** Runs the command as a person types it. */
export async function npmRunEtl(args: readonly string[]): Promise<CommandResult> {
  return runCommand('npm', ['run', '--silent', 'etl', '--', ...args], {});
}

/** Every column and every row of a written file, as text. */
export async function readWritten(
  path: string,
): Promise<{ columns: { name: string; type: string }[]; lines: string[] }> {
  const engine = await createNodeEngine({ threads: 1 });
  const connection = await engine.connect();
  try {
    const parameters = { written_path: path };
    const columns = await connection.query<{ name: string; type: string }>(writtenColumns, { parameters });
    const [text] = await connection.query<{ lines: string | null }>(writtenLines, { parameters });
    return { columns, lines: text?.lines?.split('\u001e') ?? [] };
  } finally {
    await connection.close();
    await engine.close();
  }
}

function runCommand(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(file, [...args], { cwd: PROJECT, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}
