import { AppError, toAppError } from '../domain/app-error';

/**
 * Remembers which files could be read, so that a failure can be told apart: a
 * file that was readable and no longer is has changed on disk.
 */
export class FileWitness {
  private readonly readable = new WeakSet<Blob>();

  /** Notes that the file was read without trouble. */
  vouch(file: Blob): void {
    this.readable.add(file);
  }

  /** Names the file in the error, after trying whether it can still be read at all. */
  async explain(thrown: unknown, file: Blob, name: string): Promise<AppError> {
    const error = toAppError(thrown, 'FILE_DAMAGED');
    const detail = { ...error.detail, file: name };
    if (error.code === 'CANCELLED') return new AppError('CANCELLED', detail);
    try {
      await file.slice(0, 1).arrayBuffer();
      return new AppError(error.code, detail);
    } catch (reason) {
      const cause = reason instanceof Error ? reason.message : String(reason);
      return new AppError(this.readable.has(file) ? 'FILE_CHANGED' : 'FILE_UNREADABLE', { ...detail, cause });
    }
  }
}
