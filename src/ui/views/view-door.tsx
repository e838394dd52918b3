import { memo, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { DataViewProps } from './data-view';
import { DATA_VIEWS } from './view-list';
import type { View } from './view-address';

type Arrival =
  { state: 'coming' | 'failed' } | { state: 'here'; view: View; Shown: ComponentType<DataViewProps> };

/** Fetches a view of the open data and shows it. */
export const ViewDoor = memo(function ViewDoor({ view, ...props }: DataViewProps & { view: View }) {
  const [arrival, setArrival] = useState<Arrival>({ state: 'coming' });
  const [attempt, setAttempt] = useState(1);
  const entry = DATA_VIEWS.find((one) => one.id === view);
  useEffect(() => {
    let gone = false;
    entry?.load?.().then(
      (Shown) => !gone && setArrival({ state: 'here', view, Shown }),
      () => !gone && setArrival({ state: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [entry, view, attempt]);

  return (
    <div className="view-place">
      {arrival.state === 'here' && arrival.view === view && <arrival.Shown {...props} />}
      {arrival.state === 'coming' && <p>Fetching this view…</p>}
      {arrival.state === 'failed' && (
        <div className="question-failed" role="alert">
          <strong>This view did not arrive</strong>
          <span>It comes from the same place as this page. Check the connection and try again.</span>
          <button type="button" className="button button-small" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
});
