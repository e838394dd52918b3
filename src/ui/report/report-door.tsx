import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { ReportViewProps } from './report-props';

/** Fetches the report and shows it. */
export function ReportDoor(props: ReportViewProps) {
  const [Shown, setShown] = useState<ComponentType<ReportViewProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const { onClose } = props;
  useEffect(() => {
    let gone = false;
    import('./report-view').then(
      ({ ReportView }) => !gone && setShown(() => ReportView),
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, []);
  if (Shown) return <Shown {...props} />;
  return (
    <div className="view-place">
      {failed ? (
        <div className="question-failed" role="alert">
          <strong>The report did not arrive</strong>
          <span>It comes from the same place as this page. Check the connection and reload.</span>
          <button type="button" className="button button-small" onClick={onClose}>
            Back to the meter
          </button>
        </div>
      ) : (
        <p>Fetching the report…</p>
      )}
    </div>
  );
}
