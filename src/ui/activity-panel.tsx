import { shortText } from '../domain/number-text';
import type { Activity, Stage } from '../session/session-state';
import { Icon } from './icon';
import { activityTitle, stageCount, stageName } from './stage-text';

interface ActivityPanelProps {
  activity: Activity;
  onCancel: () => void;
}

/** The running job: its stages with true counts, and a way to stop it. */
export function ActivityPanel({ activity, onCancel }: ActivityPanelProps) {
  const stages = withOneRunning(activity.stages);
  return (
    <section className="notice activity" aria-label="Progress">
      <div className="notice-head">
        <h2 className="notice-title clip">{shortText(activityTitle(activity), 70)}</h2>
        <button
          type="button"
          className="button button-small"
          disabled={activity.cancelling}
          onClick={onCancel}
        >
          Cancel
        </button>
      </div>
      <ol className="stages">
        {stages.map((stage) => (
          <StageLine key={stage.name} stage={stage} />
        ))}
      </ol>
      {activity.cancelling && <p className="card-note">Cancelling. What was open stays open.</p>}
    </section>
  );
}

/** Work goes on between a stage's end and the next one's first count: the next is shown as running. */
function withOneRunning(stages: readonly Stage[]): readonly Stage[] {
  if (stages.some((stage) => stage.state === 'running')) return stages;
  const next = stages.findIndex((stage) => stage.state === 'waiting');
  return stages.map((stage, place) => (place === next ? { ...stage, state: 'running', total: null } : stage));
}

function StageLine({ stage }: { stage: Stage }) {
  const share = stage.total === null ? {} : { value: Math.min(stage.done, stage.total) };
  return (
    <li className={`stage is-${stage.state}`}>
      <span className="stage-sign">{stage.state === 'done' && <Icon name="check" />}</span>
      <span>{stageName(stage)}</span>
      <span className="stage-count">{stageCount(stage)}</span>
      {stage.state === 'running' && (
        <progress aria-label={stageName(stage)} max={stage.total || 1} {...share} />
      )}
    </li>
  );
}
