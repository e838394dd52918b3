import { AppError } from '../domain/app-error';
import { isKnownZone } from '../domain/local-time';
import { DEFAULT_POLICIES } from '../domain/policy';
import type { Policies } from '../domain/policy';
import type { ArrowConnection, Parameters, Row } from '../engine/engine';
import { dropModels } from '../etl/etl-run';
import type { Root } from '../etl/model';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { changedRoots } from './changed-roots';
import { EngineHost } from './engine-host';
import type { StartEngine } from './engine-host';
import { dependsOnZone } from '../readers/input-mapping';
import type { InputMapping } from '../readers/input-mapping';
import type { InputReader } from '../readers/input-reader';
import { inspectFiles, Mappable } from './inspect-files';
import type { ReadableFile } from './inspect-files';
import { openFiles, transform } from './open-files';
import { OpenedFiles } from './opened-files';
import { previewPolicies } from './preview-policies';
import type { ExportChoice, ExportFormat } from './chosen-sql';
import { Jobs } from './jobs';
import type { Progress } from './progress';
import { readDataset } from './read-dataset';
import { Rehearsal } from './rehearsal';
import { freshFiles } from './same-files';
import type { ReadStatement, Session } from './session';
import { Exports } from './session-exports';
import type { OpenSource } from './session-state';
import { SessionStore } from './store';

/** What the session needs from outside. */
export interface SessionParts {
  startEngine: StartEngine;
  codec: ParquetCodec;
  inputs: InputReader;
  /** Fetches a sample of this origin. */
  loadSample: (sample: 'year' | 'portfolio') => Promise<File>;
  /** Hands a finished file to the person. */
  handOver: (blob: Blob, name: string) => void;
  /** Whether the engine may be warmed up before a file is chosen, which costs some seconds of computing. */
  mayRehearse: boolean;
}

/** Builds the session and starts the engine in the background. */
export function createSession(parts: SessionParts): Session {
  return new MeterSession(parts);
}

class MeterSession implements Session {
  private readonly parts: SessionParts;
  private readonly store = new SessionStore();
  private readonly host: EngineHost;
  private policies: Policies = DEFAULT_POLICIES;
  private readonly opened = new OpenedFiles();
  private version = 0;
  private rehearsal: Rehearsal | null = null;
  private readonly jobs = new Jobs(this.store, () => this.rehearsal?.stop());
  private readonly exports: Exports;

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.host = new EngineHost(
      parts.startEngine,
      (phase, loadedBytes, totalBytes) => {
        this.store.set({ engine: { phase, loadedBytes, totalBytes } });
      },
      (refusal) => {
        this.reopen(refusal);
      },
    );
    this.exports = new Exports({ host: this.host, store: this.store, jobs: this.jobs, ...parts });
    this.host.start().then(
      () => {
        if (!this.jobs.isRunning) this.rehearse();
      },
      (thrown: unknown) => {
        this.jobs.refuse(thrown, 'ENGINE_START');
      },
    );
  }

  getState = () => this.store.get();

  subscribe = (listener: () => void) => this.store.subscribe(listener);

  open(files: readonly File[], mode: 'add' | 'replace'): Promise<void> {
    return this.openAs(files, mode, false);
  }

  /** `again`: files are read although not a byte of them has changed, since their columns are read in another way. */
  private async openAs(files: readonly File[], mode: 'add' | 'replace', again: boolean): Promise<void> {
    if (files.length === 0) return;
    performance.mark('meterfold:chosen');
    const subject = files.length === 1 ? files[0]!.name : `${files.length} files`;
    const thrown = await this.jobs.run(
      'open',
      subject,
      ['inspecting', 'reading', 'staging', 'checking'],
      async (progress, signal) => {
        await this.openNow(files, mode, again, progress, signal);
      },
    );
    const { refusal } = this.store.get();
    if (refusal?.code === 'NULL_KEY') this.offerSettingAside(files, mode);
    const mappable = thrown instanceof Mappable ? thrown : refusal && this.opened.mappable(refusal);
    if (mappable) this.offerMapping(mappable, files, mode);
  }

  confirmMapping(mapping: InputMapping): void {
    const { asked } = this.opened;
    if (!asked) return;
    this.opened.chosen.set(asked.file, mapping);
    this.cancelMapping();
    void this.openAs(asked.files, asked.mode, true);
  }

  cancelMapping(): void {
    this.opened.asked = null;
    this.store.set({ mapping: null });
  }

  changeMapping(sourceId: number): void {
    const sources = this.store.get().dataset?.sources ?? [];
    const files = this.opened.of(sources);
    const one = files?.[sources.findIndex((source) => source.source_id === sourceId)];
    if (!files || !one?.inspection || !one.mapping) return;
    for (const { file, mapping } of files) if (mapping) this.opened.chosen.set(file, mapping);
    this.opened.asked = { file: one.file, files: files.map(({ file }) => file), mode: 'replace' };
    this.store.set({
      mapping: { file: one.file.name, inspection: one.inspection, mapping: one.mapping, refusal: null },
    });
  }

  async openSample(sample: 'year' | 'portfolio'): Promise<void> {
    if (this.jobs.refuseIfRunning()) return;
    try {
      await this.open([await this.parts.loadSample(sample)], 'replace');
    } catch (thrown) {
      this.jobs.refuse(thrown, 'FILE_UNREADABLE');
    }
  }

  async choosePolicies(change: Partial<Policies>): Promise<void> {
    if (change.zone !== undefined && !isKnownZone(change.zone)) {
      this.jobs.refuse(new AppError('UNKNOWN_ZONE', { zone: change.zone }), 'UNKNOWN_ZONE');
      return;
    }
    const next = { ...this.policies, ...change };
    const changed = changedRoots(this.policies, next);
    const dataset = this.store.get().dataset;
    if (!dataset) {
      this.policies = next;
      return;
    }
    if (changed.length === 0) return;
    const again = this.mustReadAgain(dataset.sources, changed);
    await this.jobs.run(
      'policies',
      dataset.sources.map((source) => source.name).join(', '),
      again ? ['reading', 'staging', 'checking'] : ['staging', 'checking'],
      (progress, signal) =>
        again
          ? this.readAndRun(again, [], next, progress, signal)
          : this.rerun(dataset.sources, next, changed, progress, signal),
    );
  }

  async previewPolicies(change: Partial<Policies>): Promise<void> {
    const dataset = this.store.get().dataset;
    const next = { ...this.policies, ...change };
    const changed = changedRoots(this.policies, next);
    this.store.set({ preview: null });
    if (!dataset || changed.length === 0) return;
    const subject = dataset.sources.map((source) => source.name).join(', ');
    await this.jobs.run('policies', subject, ['staging'], (progress, signal) =>
      this.host.withConnection(async (connection) => {
        const rows = await previewPolicies(connection, dataset.sources, next, changed, progress, signal);
        this.store.set({ preview: { change, rows } });
      }),
    );
  }

  dismissPreview(): void {
    this.store.set({ preview: null });
  }

  exportAll(target: FileSystemFileHandle | null = null): Promise<void> {
    return this.exports.all(target);
  }

  exportChosen(choice: ExportChoice, target: FileSystemFileHandle | null = null): Promise<void> {
    return this.exports.chosen(choice, target);
  }

  exportStatement(statement: ReadStatement, format: ExportFormat): Promise<void> {
    return this.exports.statement(statement, format);
  }

  cancel(): void {
    this.jobs.cancel();
  }

  dismissRefusal(): void {
    this.store.set({ refusal: null, wayOn: null });
  }

  dismissSaved(): void {
    this.store.set({ saved: null });
  }

  dismissStory(): void {
    this.store.set({ story: null });
  }

  async reset(): Promise<void> {
    const wasRunning = this.jobs.isRunning;
    this.opened.forget();
    this.cancel();
    this.store.set({
      dataset: null,
      refusal: null,
      wayOn: null,
      saved: null,
      story: null,
      mapping: null,
      preview: null,
    });
    // A job that is being cancelled still uses the tables; its successor replaces them.
    if (wasRunning) return;
    await this.host.withConnection(dropModels).catch(() => undefined);
  }

  ask<R extends object = Row>(sql: string, parameters: Parameters, signal: AbortSignal): Promise<R[]> {
    return this.host.ask<R>(sql, parameters, signal);
  }

  readStatement(statement: ReadStatement, signal: AbortSignal): AsyncIterable<Uint8Array> {
    return this.host.readStatement(statement, signal);
  }

  private async openNow(
    files: readonly File[],
    mode: 'add' | 'replace',
    again: boolean,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { codec, inputs } = this.parts;
    const open = this.store.get().dataset?.sources ?? [];
    const { fresh, notice } = again
      ? { fresh: [...files], notice: null }
      : await freshFiles(codec, files, open, mode, signal);
    if (notice !== null) this.store.set({ notice: { text: notice } });
    if (fresh.length === 0) return;
    const { chosen } = this.opened;
    const { readable, story } = await inspectFiles({
      codec,
      inputs,
      files: fresh,
      open,
      chosen,
      progress,
      signal,
    });
    signal.throwIfAborted();
    if (story) {
      this.store.set({ story, saved: null });
      return;
    }
    await this.readAndRun(readable, mode === 'add' ? open : [], this.policies, progress, signal);
    performance.measure('meterfold:open', 'meterfold:chosen');
  }

  private async readAndRun(
    files: readonly ReadableFile[],
    kept: readonly OpenSource[],
    policies: Policies,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { codec, inputs } = this.parts;
    this.opened.lookAt(files);
    await this.host.withConnection(async (connection) => {
      const sources = await openFiles({ connection, codec, inputs, files, kept, policies, progress, signal });
      await this.publish(connection, sources, policies, progress);
      this.opened.settle(sources, kept.length);
    });
  }

  /** The engine is gone, and with it the data: its files are read again by a new one. */
  private reopen(refusal: AppError): void {
    this.store.set({ dataset: null, preview: null, saved: null, refusal, wayOn: null });
    const all = this.opened.all();
    const files = this.opened.toReopen(performance.now());
    if (files.length === 0) {
      if (all.length > 0) this.offerReopening(all);
      return;
    }
    // The job that noticed the loss is still ending.
    setTimeout(() => {
      void this.open(files, 'replace').then(() => {
        if (this.store.get().dataset) this.jobs.refuse(new AppError('ENGINE_RESTARTED'), 'ENGINE_RESTARTED');
      });
    });
  }

  private offerReopening(files: readonly File[]): void {
    const run = () => {
      void this.open(files, 'replace');
    };
    this.store.set({ wayOn: { label: 'Open it again', run } });
  }

  /** Single readings were folded to days of the zone, repeats settled on the way: another choice means reading again. */
  private mustReadAgain(
    sources: readonly OpenSource[],
    changed: readonly Root[],
  ): readonly ReadableFile[] | null {
    const folded = sources.some(({ mapping }) => mapping && dependsOnZone(mapping));
    const matters = changed.includes('local_calendar') || changed.includes('policy.duplicates');
    return folded && matters ? this.opened.of(sources) : null;
  }

  private rerun(
    sources: readonly OpenSource[],
    next: Policies,
    changed: readonly Root[],
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    return this.host.withConnection(async (connection) => {
      await transform(connection, sources, next, changed, progress, signal);
      await this.publish(connection, sources, next, progress);
    });
  }

  private async publish(
    connection: ArrowConnection,
    sources: readonly OpenSource[],
    policies: Policies,
    progress: Progress,
  ): Promise<void> {
    this.version += 1;
    const dataset = await readDataset(connection, this.version, sources, policies, progress);
    this.policies = policies;
    this.store.set({ dataset, preview: null, saved: null, story: null });
  }

  private rehearse(): void {
    const { codec, inputs, loadSample, mayRehearse } = this.parts;
    if (!mayRehearse) return;
    codec.prepare();
    this.rehearsal = new Rehearsal({ host: this.host, codec, inputs, loadSample });
  }

  /** Asks at once where a file is known but can be read in two ways; else beside the refusal. */
  private offerMapping(mappable: Mappable, files: readonly File[], mode: 'add' | 'replace'): void {
    const run = () => {
      this.opened.asked = { file: mappable.file, files, mode };
      this.store.set({ refusal: null, wayOn: null, mapping: this.opened.requestFor(mappable) });
    };
    if (mappable.refusal.code === 'SHAPE_UNSURE') run();
    else this.store.set({ wayOn: { label: 'Say which column is what', run } });
  }

  private offerSettingAside(files: readonly File[], mode: 'add' | 'replace'): void {
    const run = () => {
      const before = this.policies;
      this.policies = { ...before, nullKeys: 'set-aside' };
      void this.open(files, mode).finally(() => {
        this.policies = { ...this.policies, nullKeys: before.nullKeys };
      });
    };
    this.store.set({ wayOn: { label: 'Open it and set these rows aside', run } });
  }
}
