import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { PlatformAddress } from './platform-address';
import type { PlatformViewProps } from './platform-view';

interface PlatformDoorProps {
  address: PlatformAddress;
  /** The name of what is open, null while nothing is. */
  subject: string | null;
}

type Arrival = { state: 'coming' | 'failed' } | { state: 'here'; View: ComponentType<PlatformViewProps> };

/** Fetches the platform design, which is a chunk of its own, and shows it. */
export function PlatformDoor({ address, subject }: PlatformDoorProps) {
  const [arrival, setArrival] = useState<Arrival>({ state: 'coming' });
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    let gone = false;
    fetchView().then(
      (PlatformView) => !gone && setArrival({ state: 'here', View: PlatformView }),
      () => !gone && setArrival({ state: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [attempt]);

  return (
    <div className="platform-place">
      {arrival.state === 'here' && <arrival.View address={address} subject={subject} />}
      {arrival.state === 'coming' && <p>Fetching the pages of the platform design…</p>}
      {arrival.state === 'failed' && <NotArrived onRetry={() => setAttempt(attempt + 1)} />}
    </div>
  );
}

/** The view and the pages that it shows; the pages are files of their own, no part of any script. */
async function fetchView(): Promise<ComponentType<PlatformViewProps>> {
  const [{ PlatformView }, { fetchPlatformDesign }] = await Promise.all([
    import('./platform-view'),
    import('./platform-pages'),
  ]);
  await fetchPlatformDesign();
  return PlatformView;
}

function NotArrived({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="question-failed" role="alert">
      <strong>The pages of the platform design did not arrive</strong>
      <span>They come from the same place as this page. Check the connection and try again.</span>
      <button type="button" className="button button-small" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
