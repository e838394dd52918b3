import { AppError, toAppError } from '../domain/app-error';
import type { AppErrorCode } from '../domain/app-error';
import { isKnownZone } from '../domain/local-time';
import { DEFAULT_POLICIES } from '../domain/policy';
import type { Policies } from '../domain/policy';
import type { ArrowConnection, Parameters, Row } from '../engine/engine';
import { dropModels } from '../etl/etl-run';
import type { Root } from '../etl/model';
import { beginStaging, endStaging } from '../etl/staging';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { EngineHost } from './engine-host';
import type { StartEngine } from './engine-host';
import { exportCsv, exportParquet } from './export-files';
import { metadataOf, statementStamp } from './export-metadata';
import { inspectFiles, openFiles, transform } from './open-files';
import { KeptFiles } from './kept-files';
import { Progress } from './progress';
import { readDataset } from './read-dataset';
import { Rehearsal } from './rehearsal';
import { freshFiles } from './same-files';
import type { ReadStatement, Session } from './session';
import type { Activity, OpenSource, Stage } from './session-state';
import { SessionStore } from './store';

/** What the session needs from outside. */
export interface SessionParts {
  startEngine: StartEngine;
  codec: ParquetCodec;
  /** Fetches a sample of this origin. */
  loadSample: (sample: 'year' | 'portfolio') => Promise<File>;
  /** Hands a finished file to the person. */
  handOver: (blob: Blob, name: string) => void;
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
  private version = 0;
  private rehearsal: Rehearsal | null = null;
  private readonly kept = new KeptFiles();
  private running: { abort: AbortController; progress: Progress | null } | null = null;

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
    this.host.start().then(
      () => {
        if (!this.running) this.rehearse();
      },
      (thrown: unknown) => {
        this.refuse(thrown, 'ENGINE_START');
      },
    );
  }

  getState = () => this.store.get();

  subscribe = (listener: () => void) => this.store.subscribe(listener);

  async open(files: readonly File[], mode: 'add' | 'replace'): Promise<void> {
    if (files.length === 0) return;
    performance.mark('meterfold:chosen');
    const subject = files.length === 1 ? files[0]!.name : `${files.length} files`;
    await this.job(
      'open',
      subject,
      ['inspecting', 'reading', 'staging', 'checking'],
      async (progress, signal) => {
        await this.openNow(files, mode, progress, signal);
      },
    );
    if (this.store.get().refusal?.code === 'NULL_KEY') this.offerSettingAside(files, mode);
  }

  async openSample(sample: 'year' | 'portfolio'): Promise<void> {
    if (this.refuseIfRunning()) return;
    try {
      await this.open([await this.parts.loadSample(sample)], 'replace');
    } catch (thrown) {
      this.refuse(thrown, 'FILE_UNREADABLE');
    }
  }

  async choosePolicies(change: Partial<Policies>): Promise<void> {
    if (change.zone !== undefined && !isKnownZone(change.zone)) {
      this.refuse(new AppError('UNKNOWN_ZONE', { zone: change.zone }), 'UNKNOWN_ZONE');
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
    await this.job(
      'policies',
      dataset.sources.map((source) => source.name).join(', '),
      ['staging', 'checking'],
      (progress, signal) => this.rerun(dataset.sources, next, changed, progress, signal),
    );
  }

  async exportAs(format: 'parquet' | 'csv'): Promise<void> {
    const dataset = this.store.get().dataset;
    if (!dataset) return;
    const stages: Stage['name'][] = format === 'parquet' ? ['writing', 'verifying'] : ['writing'];
    const baseName = fileStem(dataset.sources[0]?.name ?? 'meters');
    await this.job('export', `${baseName}.readings.${format}`, stages, async (progress, signal) => {
      const { blob, saved } = await this.host.withConnection((connection) =>
        (format === 'parquet' ? exportParquet : exportCsv)({
          connection,
          codec: this.parts.codec,
          baseName,
          metadata: metadataOf(dataset, new Date()),
          progress,
          signal,
          target: null,
        }),
      );
      this.parts.handOver(blob, saved.name);
      this.store.set({ saved });
    });
  }

  async exportStatement(statement: ReadStatement, format: 'parquet' | 'csv' | 'arrow'): Promise<void> {
    const dataset = this.store.get().dataset;
    if (!dataset) return;
    const baseName = `${fileStem(dataset.sources[0]?.name ?? 'meters')}.query`;
    await this.job('export', `${baseName}.${format}`, ['writing', 'verifying'], async (progress, signal) => {
      const { exportStatement } = await import('./console/export-statement');
      const { blob, saved } = await exportStatement({
        pieces: this.host.readStatement(statement, signal),
        codec: this.parts.codec,
        baseName,
        format,
        metadata: { 'meterfold.statement': statement.sql, ...statementStamp(dataset, new Date()) },
        progress,
      });
      signal.throwIfAborted();
      this.parts.handOver(blob, saved.name);
      this.store.set({ saved });
    });
  }

  cancel(): void {
    this.running?.progress?.cancelling();
    this.running?.abort.abort();
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
    const wasRunning = this.running !== null;
    this.kept.forget();
    this.cancel();
    this.store.set({ dataset: null, refusal: null, wayOn: null, saved: null, story: null });
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
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { codec } = this.parts;
    const open = this.store.get().dataset?.sources ?? [];
    const { fresh, notice } = await freshFiles(codec, files, open, mode, signal);
    if (notice !== null) this.store.set({ notice: { text: notice } });
    if (fresh.length === 0) return;
    const { readable, story } = await inspectFiles(codec, fresh, open, progress);
    signal.throwIfAborted();
    if (story) {
      this.store.set({ story, saved: null });
      return;
    }
    const kept = mode === 'add' ? open : [];
    await this.host.withConnection(async (connection) => {
      const job = { connection, codec, files: readable, kept, policies: this.policies, progress, signal };
      const sources = await openFiles(job);
      await this.publish(connection, sources, this.policies, progress);
    });
    this.kept.note(fresh, mode);
    performance.measure('meterfold:open', 'meterfold:chosen');
  }

  /** The engine is gone, and with it the data: its files are read again by a new one. */
  private reopen(refusal: AppError): void {
    this.store.set({ dataset: null, saved: null, refusal, wayOn: null });
    const all = this.kept.all();
    const files = this.kept.toReopen(performance.now());
    if (files.length === 0) {
      if (all.length > 0) this.offerReopening(all);
      return;
    }
    // The job that noticed the loss is still ending.
    setTimeout(() => {
      void this.open(files, 'replace').then(() => {
        if (this.store.get().dataset) this.refuse(new AppError('ENGINE_RESTARTED'), 'ENGINE_RESTARTED');
      });
    });
  }

  private offerReopening(files: readonly File[]): void {
    const run = () => {
      void this.open(files, 'replace');
    };
    this.store.set({ wayOn: { label: 'Open it again', run } });
  }

  private rerun(
    sources: readonly OpenSource[],
    next: Policies,
    changed: readonly Root[],
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    return this.host.withConnection(async (connection) => {
      const restage = changed.includes('staged_rows');
      try {
        if (restage) await beginStaging(connection, true);
        await transform(connection, sources, next, changed, progress, signal);
      } finally {
        if (restage) await endStaging(connection).catch(() => undefined);
      }
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
    this.store.set({ dataset, saved: null, story: null });
  }

  /** Runs one job at a time; whatever goes wrong becomes a refusal, and what was open stays. */
  private async job(
    kind: Activity['kind'],
    subject: string,
    stages: readonly Stage['name'][],
    work: (progress: Progress, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.refuseIfRunning()) return;
    const abort = new AbortController();
    this.running = { abort, progress: null };
    this.store.set({ refusal: null, wayOn: null });
    try {
      const progress = new Progress(kind, subject, stages, (activity) => {
        this.store.set({ activity });
      });
      this.running.progress = progress;
      await this.rehearsal?.stop();
      await work(progress, abort.signal);
    } catch (thrown) {
      this.refuse(thrown, 'QUERY_FAILED');
    } finally {
      this.running = null;
      this.store.set({ activity: null });
    }
  }

  private rehearse(): void {
    const { codec, loadSample } = this.parts;
    codec.prepare();
    this.rehearsal = new Rehearsal({ host: this.host, codec, loadSample: () => loadSample('year') });
  }

  private refuseIfRunning(): boolean {
    const activity = this.store.get().activity;
    if (!this.running) return false;
    this.refuse(new AppError('ALREADY_RUNNING', { file: activity?.subject ?? '' }), 'ALREADY_RUNNING');
    return true;
  }

  private refuse(thrown: unknown, fallback: AppErrorCode): void {
    const refusal = toAppError(thrown, fallback);
    if (refusal.code === 'CANCELLED') return;
    this.store.set({ refusal, wayOn: null });
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

function changedRoots(before: Policies, after: Policies): Root[] {
  const roots: Root[] = [];
  if (before.zone !== after.zone) roots.push('local_calendar');
  const encoding = ({ convention, fileConventions, clockOffsetMinutes }: Policies) =>
    JSON.stringify([convention, fileConventions, clockOffsetMinutes]);
  if (encoding(before) !== encoding(after)) roots.push('policy.convention');
  if (before.duplicates !== after.duplicates) roots.push('staged_rows', 'policy.duplicates');
  const assumed = ['assumedFuel', 'assumedChannel', 'assumedUnit'] as const;
  if (assumed.some((name) => before[name] !== after[name])) roots.push('policy.assumed');
  if (JSON.stringify(before.ruleThresholds) !== JSON.stringify(after.ruleThresholds))
    roots.push('policy.rules');
  if (before.estimate !== after.estimate) roots.push('policy.estimate');
  return roots;
}

function fileStem(name: string): string {
  return name.replace(/\.[^.]+$/, '') || 'meters';
}
