import type { Activity, Stage } from './session-state';

type StageName = Stage['name'];

const UNITS: Record<StageName, Stage['unit']> = {
  inspecting: 'files',
  reading: 'rows',
  staging: 'models',
  checking: 'models',
  writing: 'readings',
  verifying: 'readings',
};

/** What follows closer than this is not told one by one: each would draw the page anew. */
const APART_MS = 100;

/** Keeps the stages of the running job and reports them, but not oftener than a person can follow. */
export class Progress {
  private activity: Activity;
  private reportedAt = -Infinity;
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly report: (activity: Activity) => void;

  constructor(
    kind: Activity['kind'],
    subject: string,
    names: readonly StageName[],
    report: (a: Activity) => void,
  ) {
    this.activity = {
      kind,
      subject,
      cancelling: false,
      stages: names.map((name) => ({ name, done: 0, total: null, unit: UNITS[name], state: 'waiting' })),
    };
    this.report = report;
    this.tell();
  }

  /** Sets how far a stage is, in its unit and, where a file grows, in bytes; earlier stages count as done. */
  stage(name: StageName, done: number, total: number | null, bytes?: number): void {
    const at = this.activity.stages.findIndex((stage) => stage.name === name);
    this.update(
      this.activity.stages.map((stage, index) => {
        if (index < at) return { ...stage, state: 'done' as const };
        if (index > at) return stage;
        const state = total !== null && done >= total ? ('done' as const) : ('running' as const);
        return { ...stage, done, total, state, ...(bytes === undefined ? {} : { bytes }) };
      }),
    );
  }

  finish(name: StageName): void {
    const stage = this.activity.stages.find((candidate) => candidate.name === name);
    if (stage) this.stage(name, stage.total ?? stage.done, stage.total ?? stage.done);
  }

  cancelling(): void {
    this.activity = { ...this.activity, cancelling: true };
    this.tell();
  }

  /** Tells nothing more. */
  end(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
  }

  /** A stage that begins or ends is told for certain, if a little later; a count that comes too soon is left out. */
  private update(stages: Stage[]): void {
    const changed = stages.some(({ state }, index) => state !== this.activity.stages[index]?.state);
    this.activity = { ...this.activity, stages };
    const left = this.reportedAt + APART_MS - performance.now();
    if (left <= 0) this.tell();
    else if (changed) this.waiting ??= setTimeout(() => this.tell(), left);
  }

  private tell(): void {
    this.end();
    this.reportedAt = performance.now();
    this.report(this.activity);
  }
}
