/** Losing the engine twice within this time means that it cannot hold what is open. */
const LOST_AGAIN_MS = 120_000;

/**
 * The files behind what is open, kept as the handles that the browser gave: when
 * the engine is lost, they are read again.
 */
export class KeptFiles {
  private files: readonly File[] = [];
  private reopenedAt = -Infinity;

  /** Notes what was opened, beside what was open or instead of it. */
  note(files: readonly File[], mode: 'add' | 'replace'): void {
    this.files = mode === 'add' ? [...this.files, ...files] : [...files];
  }

  forget(): void {
    this.files = [];
  }

  /** Everything that is open. */
  all(): readonly File[] {
    return this.files;
  }

  /**
   * The files to open again after the engine was lost, without anybody asking; none when it was lost
   * just after they had been opened again, since it would be lost once more.
   */
  toReopen(now: number): readonly File[] {
    if (now - this.reopenedAt < LOST_AGAIN_MS) return [];
    if (this.files.length > 0) this.reopenedAt = now;
    return this.files;
  }
}
