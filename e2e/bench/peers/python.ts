import { execFile, execFileSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PYTHON_LIBRARIES } from '../figures';
import type { PythonLibrary, PythonPeer, PythonRun } from '../figures';

const SCRIPT = fileURLToPath(new URL('./python_peers.py', import.meta.url));
/** A process that takes more than this would have others ended by the system, the benchmark among them. */
const MEMORY_SHARE = 0.85;
/** How the libraries, and Rust beneath one of them, say that memory was refused. */
const NO_MEMORY =
  /MemoryError|memory allocation of|out of memory|Unable to allocate|malloc of size|bad_alloc/i;

/** Which of the Python peers an interpreter has, and in which version. @param python its path or name */
export function findPython(python: string): PythonPeer[] {
  return PYTHON_LIBRARIES.map((name) => ({ name, found: version(python, name) }));
}

function version(python: string, name: PythonLibrary): string | null {
  try {
    // Both write Parquet, one of them through pyarrow only.
    const code = `import ${name}, pyarrow; print(${name}.__version__)`;
    return execFileSync(python, ['-c', code], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
}

/**
 * Does the same steps once with a Python library, in a process of its own.
 * @returns its figures, or that the fleet did not fit into the machine's memory
 * @throws Error when the process fails for any other reason
 */
export async function runPython(
  python: string,
  library: PythonLibrary,
  source: string,
  output: string,
): Promise<PythonRun> {
  const mostBytes = String(Math.floor(totalmem() * MEMORY_SHARE));
  try {
    const { stdout } = await promisify(execFile)(python, [SCRIPT, library, source, output, mostBytes]);
    return JSON.parse(stdout) as PythonRun;
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    if (NO_MEMORY.test(stderr)) return { did_not_fit: true };
    throw new Error(`${library} ended without figures: ${stderr.trim().split('\n').at(-1)}`, {
      cause: error,
    });
  }
}
