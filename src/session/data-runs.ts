import type { Policies } from '../domain/policy';
import { DEFAULT_POLICIES } from '../domain/policy';
import type { ArrowConnection } from '../engine/engine';
import type { Root } from '../etl/model';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { dependsOnZone } from '../readers/input-mapping';
import type { InputReader } from '../readers/input-reader';
import type { EngineHost } from './engine-host';
import { inspectFiles } from './inspect-files';
import type { ReadableFile } from './inspect-files';
import { openFiles, transform } from './open-files';
import type { OpenedFiles } from './opened-files';
import type { Progress } from './progress';
import { readDataset } from './read-dataset';
import { freshFiles } from './same-files';
import type { OpenSource } from './session-state';
import type { SessionStore } from './store';

interface RunParts {
  store: SessionStore;
  host: EngineHost;
  opened: OpenedFiles;
  codec: ParquetCodec;
  inputs: InputReader;
  engineBudgetBytes: number;
}

/** Brings files into the engine, runs the models over what is open, and publishes what came of it. */
export class DataRuns {
  /** The policies of what is open, or of what will be opened next. */
  policies: Policies = DEFAULT_POLICIES;
  private readonly parts: RunParts;
  private version = 0;

  constructor(parts: RunParts) {
    this.parts = parts;
  }

  async openNow(
    files: readonly File[],
    mode: 'add' | 'replace',
    { again, nullKeys }: { again: boolean; nullKeys: Policies['nullKeys'] | undefined },
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { codec, inputs } = this.parts;
    const open = this.parts.store.get().dataset?.sources ?? [];
    const { fresh, notice } = again
      ? { fresh: [...files], notice: null }
      : await freshFiles(codec, files, open, mode, signal);
    if (notice !== null) this.parts.store.set({ notice: { text: notice } });
    if (fresh.length === 0) return;
    const { chosen, parts } = this.parts.opened;
    const { readable, story } = await inspectFiles({
      codec,
      inputs,
      files: fresh,
      open,
      chosen,
      parts,
      budgetBytes: this.parts.engineBudgetBytes,
      progress,
      signal,
    });
    signal.throwIfAborted();
    if (story) {
      this.parts.store.set({ story, saved: null });
      return;
    }
    const policies = { ...this.policies, nullKeys: nullKeys ?? this.policies.nullKeys };
    await this.readAndRun(readable, mode === 'add' ? open : [], policies, progress, signal);
    performance.measure('meterfold:open', 'meterfold:chosen');
  }

  async readAndRun(
    files: readonly ReadableFile[],
    kept: readonly OpenSource[],
    policies: Policies,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { codec, inputs } = this.parts;
    this.parts.opened.lookAt(files);
    await this.parts.host.withConnection(async (connection) => {
      const sources = await openFiles({ connection, codec, inputs, files, kept, policies, progress, signal });
      await this.publish(connection, sources, policies, progress);
      this.parts.opened.settle(sources, kept.length);
    });
  }

  /** Single readings were folded to days of the zone, repeats settled on the way: another choice means reading again. */
  mustReadAgain(sources: readonly OpenSource[], changed: readonly Root[]): readonly ReadableFile[] | null {
    const folded = sources.some(({ mapping }) => mapping && dependsOnZone(mapping));
    const matters = changed.includes('local_calendar') || changed.includes('policy.duplicates');
    return folded && matters ? this.parts.opened.of(sources) : null;
  }

  rerun(
    sources: readonly OpenSource[],
    next: Policies,
    changed: readonly Root[],
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    return this.parts.host.withConnection(async (connection) => {
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
    // Setting rows aside was said of these files, and is asked again for the next.
    this.policies = { ...policies, nullKeys: DEFAULT_POLICIES.nullKeys };
    this.parts.store.set({ dataset, preview: null, saved: null, story: null });
  }
}
