import type { Session } from '../session/session';
import type { SessionState } from '../session/session-state';
import { bytesText } from '../domain/number-text';
import { ExampleDay } from './example-day';
import { FileButton } from './file-button';
import { Icon } from './icon';
import { RecentRecipes } from './recipes/recent-recipes';
import { PlatformLink } from './platform/platform-link';

interface EmptyStateProps {
  session: Session;
  engine: SessionState['engine'];
  busy: boolean;
  onTour: () => void;
}

/** What a stranger sees first: one sentence, one place to drop a file, two samples, one promise. */
export function EmptyState({ session, engine, busy, onTour }: EmptyStateProps) {
  return (
    <div className="empty">
      <h1 className="empty-title">Daily meter arrays in, true hours out</h1>
      <p className="empty-lead">
        Meterfold unfolds daily meter arrays into one row per real hour, clock changes put right and every
        unit of energy accounted for.
      </p>
      <div className="drop-area">
        <Icon name="drop" />
        <p className="drop-area-title">Drop a file of meter data anywhere on this page</p>
        <p className="drop-area-kinds">
          Parquet, CSV, Arrow or NEM12: daily arrays, a column per slot, or a row per reading
        </p>
        <FileButton
          label="or choose one from this computer"
          className="button-link"
          onFiles={(files) => void session.open(files, 'replace')}
        />
        <FileButton
          label="or a whole folder"
          className="button-link"
          folder
          onFiles={(files) => void session.open(files, 'replace')}
        />
      </div>
      <div className="empty-samples">
        <button
          type="button"
          className="button button-primary"
          disabled={busy}
          onClick={() => void session.openSample('year')}
        >
          Try the sample
        </button>
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => void session.openSample('portfolio')}
        >
          Try a portfolio of 12 meters
        </button>
        <button type="button" className="button" disabled={busy} onClick={onTour}>
          Take the tour in six steps
        </button>
      </div>
      <RecentRecipes
        policies={null}
        busy={busy}
        onChoose={(policies) => void session.choosePolicies(policies)}
      />
      <p className="promise">
        <Icon name="lock" />
        Nothing leaves this machine: the file is read, calculated and saved inside this browser tab.
      </p>
      <p className="empty-platform">
        The first working slice of a larger plan: <PlatformLink>the data platform design</PlatformLink>
      </p>
      {engine.phase === 'starting' && <EngineProgress engine={engine} />}
      <ExampleDay />
    </div>
  );
}

function EngineProgress({ engine }: { engine: SessionState['engine'] }) {
  const { loadedBytes, totalBytes } = engine;
  return (
    <div className="engine-progress">
      <progress
        aria-label="Loading the engine"
        max={totalBytes ?? 1}
        {...(totalBytes ? { value: Math.min(loadedBytes, totalBytes) } : {})}
      />
      <span>
        Loading the engine once: {bytesText(loadedBytes)}
        {totalBytes ? ` of ${bytesText(totalBytes)} unpacked` : ''}
      </span>
    </div>
  );
}
