import type { ParquetCodec } from '../parquet/parquet-codec';
import type { OpenSource } from './session-state';

/** The chosen files that are new, and a sentence about those that are not. */
export interface FreshFiles<F> {
  fresh: F[];
  notice: string | null;
}

/**
 * Leaves out files that are open already, or chosen twice, byte for byte: SHA-256 says so, whatever the names.
 * Only files of equal size are read for it. `mode` replace leaves files out only where nothing would change.
 */
export async function freshFiles(
  codec: Pick<ParquetCodec, 'sha256'>,
  files: readonly File[],
  open: readonly OpenSource[],
  mode: 'add' | 'replace',
  signal: AbortSignal,
): Promise<FreshFiles<File>> {
  const known = mode === 'add' ? open.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })) : [];
  if (mode === 'replace' && (await isSameSet(codec, files, open, signal))) {
    return { fresh: [], notice: unchangedText(files) };
  }
  const fresh: File[] = [];
  const repeated: File[] = [];
  for (const file of files) {
    const sameSize =
      known.some(({ bytes }) => bytes === file.size) ||
      files.some((other) => other !== file && other.size === file.size);
    const sha256 = sameSize ? await codec.sha256(file, signal) : '';
    if (sameSize && known.some((source) => source.sha256 === sha256)) repeated.push(file);
    else fresh.push(file);
    known.push({ name: file.name, bytes: file.size, sha256 });
  }
  if (repeated.length === 0) return { fresh, notice: null };
  return { fresh, notice: fresh.length === 0 ? unchangedText(files) : leftOutText(repeated) };
}

async function isSameSet(
  codec: Pick<ParquetCodec, 'sha256'>,
  files: readonly File[],
  open: readonly OpenSource[],
  signal: AbortSignal,
): Promise<boolean> {
  if (files.length !== open.length || !files.every((file) => open.some(({ bytes }) => bytes === file.size)))
    return false;
  const hashes = [];
  for (const file of files) hashes.push(await codec.sha256(file, signal));
  return JSON.stringify(hashes) === JSON.stringify(open.map(({ sha256 }) => sha256));
}

function unchangedText(files: readonly File[]): string {
  const [first] = files;
  return files.length === 1
    ? `${first?.name ?? 'The file'} is open already, byte for byte (same SHA-256). Nothing has changed.`
    : `All ${files.length} files are open already, byte for byte (same SHA-256). Nothing has changed.`;
}

function leftOutText(repeated: readonly File[]): string {
  const names = repeated.map(({ name }) => name).join(', ');
  return `Left out, since the same bytes are open already (same SHA-256): ${names}.`;
}
