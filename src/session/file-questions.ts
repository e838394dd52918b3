import type { InputMapping } from '../readers/input-mapping';
import type { Selection } from '../domain/selection';
import type { Policies } from '../domain/policy';
import type { InputReader } from '../readers/input-reader';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { AppError } from '../domain/app-error';
import { scanFiles, shareOf } from './file-scan';
import { Mappable, Selectable } from './inspect-files';
import type { Jobs } from './jobs';
import type { OpenedFiles } from './opened-files';
import type { SessionStore } from './store';

interface QuestionParts {
  store: SessionStore;
  jobs: Jobs;
  opened: OpenedFiles;
  codec: ParquetCodec;
  inputs: InputReader;
  /** The policies that files are opened with. */
  policies: () => Policies;
  /** Opens files although not a byte of them has changed, since they are read in another way. */
  openAgain: (files: readonly File[], mode: 'add' | 'replace') => void;
  /** Opens files with the rows set aside that lack client, meter or date. */
  openSettingAside: (files: readonly File[], mode: 'add' | 'replace') => void;
}

type Mode = 'add' | 'replace';

/** What a person is asked about files that cannot be opened just so, and how it goes on with the answer. */
export class FileQuestions {
  private readonly parts: QuestionParts;
  private selecting: { files: Selectable['files']; mode: Mode } | null = null;

  constructor(parts: QuestionParts) {
    this.parts = parts;
  }

  /** Offers a way on after a refusal, where there is one. @param thrown what ended the job */
  offer(thrown: unknown, files: readonly File[], mode: Mode): void {
    const { store, opened, openSettingAside } = this.parts;
    const { refusal } = store.get();
    if (refusal?.code === 'NULL_KEY') {
      const run = () => openSettingAside(files, mode);
      store.set({ wayOn: { label: 'Open it and set these rows aside', run } });
    }
    if (thrown instanceof Selectable) this.offerSelection(thrown, mode);
    if (ranOutOfMemory(thrown)) this.offerLess(thrown, files, mode);
    const mappable = thrown instanceof Mappable ? thrown : refusal && opened.mappable(refusal);
    if (mappable) this.offerMapping(mappable, files, mode);
  }

  confirmMapping(mapping: InputMapping): void {
    const { opened, store } = this.parts;
    const { asked } = opened;
    const request = store.get().mapping;
    if (!asked || !request) return;
    // A meter may be called otherwise by the new mapping.
    opened.parts.delete(asked.file);
    opened.chosen.say(asked.file, request.inspection, mapping);
    this.cancelMapping();
    this.parts.openAgain(asked.files, asked.mode);
  }

  cancelMapping(): void {
    this.parts.opened.asked = null;
    this.parts.store.set({ mapping: null });
  }

  changeMapping(sourceId: number): void {
    const { store, opened } = this.parts;
    const sources = store.get().dataset?.sources ?? [];
    const files = opened.of(sources);
    const one = files?.[sources.findIndex((source) => source.source_id === sourceId)];
    if (!files || !one?.inspection || !one.mapping) return;
    for (const { file, mapping } of files) if (mapping) opened.chosen.set(file, mapping);
    opened.asked = { file: one.file, files: files.map(({ file }) => file), mode: 'replace' };
    store.set({
      mapping: { file: one.file.name, inspection: one.inspection, mapping: one.mapping, refusal: null },
    });
  }

  confirmSelection(selection: Selection): void {
    const { store, opened, openAgain } = this.parts;
    const scan = store.get().selection?.scan;
    const asked = this.selecting;
    if (!scan || !asked) return;
    const part = { selection, share: shareOf(scan, selection) };
    for (const { file } of asked.files) opened.parts.set(file, part);
    this.cancelSelection();
    openAgain(
      asked.files.map(({ file }) => file),
      asked.mode,
    );
  }

  cancelSelection(): void {
    this.selecting = null;
    this.parts.store.set({ selection: null });
  }

  /** Asks at once where a file is known but can be read in two ways; else beside the refusal. */
  private offerMapping(mappable: Mappable, files: readonly File[], mode: Mode): void {
    const { store, opened } = this.parts;
    const run = () => {
      opened.asked = { file: mappable.file, files, mode };
      store.set({ refusal: null, wayOn: null, mapping: opened.requestFor(mappable) });
    };
    if (mappable.refusal.code === 'SHAPE_UNSURE') run();
    else store.set({ wayOn: { label: 'Say which column is what', run } });
  }

  /** What ran out of memory is offered in part: how much of it fits nobody knows, so half of it at most. */
  private offerLess(thrown: AppError, files: readonly File[], mode: Mode): void {
    const read = this.parts.opened.lastRead(files);
    if (read.length === 0) return;
    const tried = read.reduce((sum, { rows, selection }) => sum + rows * (selection?.share ?? 1), 0);
    const count = read.reduce((sum, { rows }) => sum + rows, 0);
    this.offerSelection(
      new Selectable(read, new AppError(thrown.code, { count, fits: Math.floor(tried / 2) })),
      mode,
    );
  }

  private offerSelection({ files, refusal }: Selectable, mode: Mode): void {
    const run = () => void this.askSelection(files, refusal, mode);
    this.parts.store.set({ wayOn: { label: 'Choose a period or meters', run } });
  }

  /** Looks whose rows the files hold and of which dates, then asks. */
  private async askSelection(files: Selectable['files'], refusal: AppError, mode: Mode): Promise<void> {
    const { store, jobs, codec, inputs, policies } = this.parts;
    const subject = files.length === 1 ? files[0]!.file.name : `${files.length} files`;
    await jobs.run('open', subject, ['reading'], async (progress, signal) => {
      const scan = await scanFiles({ codec, inputs, files, policies: policies(), progress, signal });
      const { fits = 0, count = 1 } = refusal.detail;
      this.selecting = { files, mode };
      store.set({ selection: { subject, scan, fits: fits / Math.max(1, count) } });
    });
  }
}

function ranOutOfMemory(thrown: unknown): thrown is AppError {
  return (
    thrown instanceof AppError && (thrown.code === 'OUT_OF_MEMORY' || thrown.code === 'CODEC_OUT_OF_MEMORY')
  );
}
