import type { AppError } from '../domain/app-error';
import { Mappable } from './inspect-files';
import type { ChosenPart, ReadableFile } from './inspect-files';
import { SaidMappings } from './said-mappings';
import type { MappingRequest, OpenSource } from './session-state';

/** Losing the engine twice within this time means that it cannot hold what is open. */
const LOST_AGAIN_MS = 120_000;

/** What an answer about a file's columns goes on with. */
export interface AskedAbout {
  file: File;
  files: readonly File[];
  mode: 'add' | 'replace';
}

/**
 * The files behind what is open, kept as the handles that the browser gave, and what was said about their
 * columns: what reading them again needs, by another mapping or after the engine was lost.
 */
export class OpenedFiles {
  readonly chosen = new SaidMappings();
  /** The parts of files that a person chose to open. */
  readonly parts = new WeakMap<File, ChosenPart>();
  /** The question that a person is looking at. */
  asked: AskedAbout | null = null;
  private bySource = new Map<number, ReadableFile>();
  private lookedAt: readonly ReadableFile[] = [];
  private reopenedAt = -Infinity;

  /** Notes the files of a job that is about to read them. */
  lookAt(files: readonly ReadableFile[]): void {
    this.lookedAt = files;
  }

  /** Notes which files the sources that are open came from. */
  settle(sources: readonly OpenSource[], kept: number): void {
    const known = this.bySource;
    this.bySource = new Map();
    sources.forEach((source, index) => {
      const file = index < kept ? known.get(source.source_id) : this.lookedAt[index - kept];
      if (file) this.bySource.set(source.source_id, file);
    });
  }

  /** The files of the sources, in their order; null when one of them is not known any more. */
  of(sources: readonly OpenSource[]): ReadableFile[] | null {
    const files = sources.map((source) => this.bySource.get(source.source_id));
    return files.every((file) => file !== undefined) ? files : null;
  }

  /** Every file that is open, in the order of their sources. */
  all(): readonly File[] {
    return [...this.bySource.values()].map(({ file }) => file);
  }

  /**
   * Whether to open the files again after the engine was lost, without anybody asking: not when it was lost
   * just after they had been opened again, since it would be lost once more.
   */
  mayReopen(now: number): boolean {
    if (this.bySource.size === 0 || now - this.reopenedAt < LOST_AGAIN_MS) return false;
    this.reopenedAt = now;
    return true;
  }

  /** Those of the files that the last job read, as they were found; none if it never came to read them. */
  lastRead(files: readonly File[]): readonly ReadableFile[] {
    return this.lookedAt.every(({ file }) => files.includes(file)) ? this.lookedAt : [];
  }

  /** Nothing is open any more. */
  forget(): void {
    this.bySource = new Map();
    this.chosen.forget();
  }

  /** A refusal that another mapping of the file's columns may lift. */
  mappable(refusal: AppError): Mappable | null {
    if (refusal.code !== 'VALUE_UNREADABLE' && refusal.code !== 'NO_VALUES') return null;
    const found = this.lookedAt.find((one) => one.inspection && one.file.name === refusal.detail.file);
    return found?.inspection ? new Mappable(found.file, found.inspection, refusal) : null;
  }

  /** The question about a file's columns, as the page shows it. */
  requestFor({ file, inspection, refusal }: Mappable): MappingRequest {
    const mapping = this.chosen.get(file) ?? inspection.recognition.mapping;
    return { file: file.name, inspection, mapping, refusal };
  }
}
