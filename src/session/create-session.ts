import { AppError } from '../domain/app-error';
import { isKnownZone } from '../domain/local-time';
import type { Policies } from '../domain/policy';
import type { Selection } from '../domain/selection';
import type { Parameters, Row } from '../engine/engine';
import { dropModels } from '../etl/etl-run';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { DataRuns } from './data-runs';
import { changedRoots } from './changed-roots';
import { FileQuestions } from './file-questions';
import { EngineHost } from './engine-host';
import type { StartEngine } from './engine-host';
import type { InputMapping } from '../readers/input-mapping';
import type { InputReader } from '../readers/input-reader';
import { OpenedFiles } from './opened-files';
import { previewPolicies } from './preview-policies';
import type { ExportChoice, ExportFormat } from './chosen-sql';
import { Jobs } from './jobs';
import { Recovery } from './recovery';
import { Rehearsal } from './rehearsal';
import type { ReadStatement, Session } from './session';
import { Exports } from './session-exports';
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
  /** What folded data may take of the engine's memory. */
  engineBudgetBytes: number;
}

interface OpenOptions {
  /** Files are read although not a byte of them has changed, since they are read in another way. */
  again?: boolean;
  /** Stands behind their names in the progress. */
  why?: string;
  /** What becomes of rows that lack client, meter or date, for these files. */
  nullKeys?: Policies['nullKeys'];
}

/** Builds the session and starts the engine in the background. */
export function createSession(parts: SessionParts): Session {
  return new MeterSession(parts);
}

class MeterSession implements Session {
  private readonly parts: SessionParts;
  private readonly store = new SessionStore();
  private readonly host: EngineHost;
  private readonly opened = new OpenedFiles();
  private readonly runs: DataRuns;
  private rehearsal: Rehearsal | null = null;
  /** Over once the tables of what was closed last are gone. */
  private closing: Promise<void> = Promise.resolve();
  private readonly jobs = new Jobs(this.store, async () => {
    await this.closing;
    await this.rehearsal?.stop();
  });
  private readonly exports: Exports;
  private readonly questions: FileQuestions;
  private readonly recovery: Recovery;

  constructor(parts: SessionParts) {
    this.parts = parts;
    this.host = new EngineHost(parts.startEngine, {
      onPhase: (phase, loadedBytes, totalBytes) => {
        this.store.set({ engine: { phase, loadedBytes, totalBytes } });
      },
      onLost: (error, lossOf) => {
        this.recovery.begin(error, lossOf);
      },
    });
    this.recovery = new Recovery({
      store: this.store,
      jobs: this.jobs,
      opened: this.opened,
      openAgain: (files, why, nullKeys) => this.openAs(files, 'replace', { why, nullKeys }),
      startEngine: () => {
        this.startEngine();
      },
    });
    this.runs = new DataRuns({ ...parts, store: this.store, host: this.host, opened: this.opened });
    this.questions = new FileQuestions({
      store: this.store,
      jobs: this.jobs,
      opened: this.opened,
      codec: parts.codec,
      inputs: parts.inputs,
      policies: () => this.runs.policies,
      openAgain: (files, mode) => void this.openAs(files, mode, { again: true }),
      openSettingAside: (files, mode) => void this.openAs(files, mode, { nullKeys: 'set-aside' }),
    });
    this.exports = new Exports({ host: this.host, store: this.store, jobs: this.jobs, ...parts });
    this.startEngine(() => {
      if (!this.jobs.isRunning) this.rehearse();
    });
  }

  getState = () => this.store.get();

  subscribe = (listener: () => void) => this.store.subscribe(listener);

  open(files: readonly File[], mode: 'add' | 'replace'): Promise<void> {
    return this.openAs(files, mode);
  }

  private async openAs(
    files: readonly File[],
    mode: 'add' | 'replace',
    { again = false, why, nullKeys }: OpenOptions = {},
  ): Promise<void> {
    if (files.length === 0) return;
    performance.mark('meterfold:chosen');
    // Opened again, the data is the same.
    if (why === undefined) this.host.forget();
    const subject = files.length === 1 ? files[0]!.name : `${files.length} files`;
    const thrown = await this.jobs.run(
      'open',
      why === undefined ? subject : `${subject} ${why}`,
      ['inspecting', 'reading', 'staging', 'checking'],
      async (progress, signal) => {
        await this.runs.openNow(files, mode, { again, nullKeys }, progress, signal);
      },
    );
    this.questions.offer(thrown, files, mode);
  }

  confirmMapping(mapping: InputMapping): void {
    this.questions.confirmMapping(mapping);
  }

  cancelMapping(): void {
    this.questions.cancelMapping();
  }

  changeMapping(sourceId: number): void {
    this.questions.changeMapping(sourceId);
  }

  confirmSelection(selection: Selection): void {
    this.questions.confirmSelection(selection);
  }

  cancelSelection(): void {
    this.questions.cancelSelection();
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
    const dataset = this.store.get().dataset;
    const before = dataset?.policies ?? this.runs.policies;
    const next = { ...before, ...change };
    const changed = changedRoots(before, next);
    if (!dataset) {
      this.runs.policies = next;
      return;
    }
    if (changed.length === 0) return;
    this.host.forget();
    const again = this.runs.mustReadAgain(dataset.sources, changed);
    await this.jobs.run(
      'policies',
      dataset.sources.map((source) => source.name).join(', '),
      again ? ['reading', 'staging', 'checking'] : ['staging', 'checking'],
      (progress, signal) =>
        again
          ? this.runs.readAndRun(again, [], next, progress, signal)
          : this.runs.rerun(dataset.sources, next, changed, progress, signal),
    );
  }

  async previewPolicies(change: Partial<Policies>): Promise<void> {
    const dataset = this.store.get().dataset;
    this.store.set({ preview: null });
    if (!dataset) return;
    const next = { ...dataset.policies, ...change };
    const changed = changedRoots(dataset.policies, next);
    if (changed.length === 0) return;
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
      selection: null,
      preview: null,
    });
    // A job that is being cancelled still uses the tables; its successor replaces them.
    if (wasRunning) return;
    this.closing = this.host.withConnection(dropModels).catch(() => undefined);
    await this.closing;
  }

  ask<R extends object = Row>(
    sql: string,
    parameters: Parameters,
    signal: AbortSignal,
    anew = false,
  ): Promise<R[]> {
    return this.host.ask<R>(sql, parameters, signal, anew);
  }

  readStatement(statement: ReadStatement, signal: AbortSignal): AsyncIterable<Uint8Array> {
    return this.host.readStatement(statement, signal);
  }

  private startEngine(onReady?: () => void): void {
    this.host.start().then(onReady, (thrown: unknown) => {
      this.jobs.refuse(thrown, 'ENGINE_START');
    });
  }

  private rehearse(): void {
    const { codec, inputs, loadSample, mayRehearse } = this.parts;
    if (!mayRehearse) return;
    codec.prepare();
    this.rehearsal = new Rehearsal({ host: this.host, codec, inputs, loadSample });
  }
}
