import { execFileSync } from 'node:child_process';
import type { PythonPeer } from '../figures';

/** Which of the Python peers this machine has, and in which version. */
export function findPython(): PythonPeer[] {
  return ['polars', 'pandas'].map((name) => ({ name, found: version(name) }));
}

function version(name: string): string | null {
  try {
    const code = `import ${name}; print(${name}.__version__)`;
    return execFileSync('python3', ['-c', code], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
}
