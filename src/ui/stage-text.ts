import { bytesText, countOf, countText } from '../domain/number-text';
import type { Activity, Stage } from '../session/session-state';

const STAGE_NAMES: Readonly<Record<Stage['name'], string>> = {
  inspecting: 'Looking at the file',
  reading: 'Reading rows',
  staging: 'Sorting out days and clocks',
  checking: 'Checking every value',
  writing: 'Writing the file',
  verifying: 'Reading it back',
};

export const stageName = (stage: Stage): string => STAGE_NAMES[stage.name];

const SINGULAR: Readonly<Record<Stage['unit'], string>> = {
  rows: 'row',
  files: 'file',
  models: 'step',
  readings: 'reading',
};

/** `1,200 of 8,760 rows`, `1,200 rows` while the total is unknown, nothing for a stage that waits. */
export function stageCount(stage: Stage): string {
  if (stage.state === 'waiting') return '';
  const noun = SINGULAR[stage.unit];
  if (stage.total === null) return stage.done ? countOf(stage.done, noun) : '';
  const size = stage.bytes ? `, ${bytesText(stage.bytes)}` : '';
  return `${countText(stage.done)} of ${countOf(stage.total, noun)}${size}`;
}

const VERBS: Readonly<Record<Activity['kind'], string>> = {
  open: 'Opening',
  policies: 'Recalculating',
  export: 'Saving',
};

/** The job in one line: `Opening meters.parquet`. */
export const activityTitle = (activity: Activity): string => `${VERBS[activity.kind]} ${activity.subject}`;

/** The job and its running stage, without counts: read out once per stage, not once per row. */
export function activityStatus(activity: Activity): string {
  const running = activity.stages.find((stage) => stage.state === 'running');
  const stage = running ? `: ${stageName(running).toLowerCase()}` : '';
  return activity.cancelling ? 'Cancelling' : `${activityTitle(activity)}${stage}`;
}
