import type { AppError } from '../domain/app-error';
import type { InputMapping } from '../readers/input-mapping';
import { Mappable } from './inspect-files';
import type { ReadableFile } from './inspect-files';
import type { MappingRequest, OpenSource } from './session-state';

/** What an answer about a file's columns goes on with. */
export interface AskedAbout {
  file: File;
  files: readonly File[];
  mode: 'add' | 'replace';
}

/** The files behind what is open, and what was said about their columns: what reading them again needs. */
export class OpenedFiles {
  readonly chosen = new WeakMap<File, InputMapping>();
  /** The question that a person is looking at. */
  asked: AskedAbout | null = null;
  private mapped = false;
  private bySource = new Map<number, ReadableFile>();
  private lookedAt: readonly ReadableFile[] = [];

  /** Notes how a person wants a file's columns read, from the next job on. */
  map(file: File, mapping: InputMapping): void {
    this.chosen.set(file, mapping);
    this.mapped = true;
  }

  /** Whether a mapping was changed since this was last asked. */
  takeMapped(): boolean {
    const { mapped } = this;
    this.mapped = false;
    return mapped;
  }

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
