import { lazy, Suspense, useState } from 'react';
import type { SeriesRow } from '../../queries/rows';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';

const ExportDialog = lazy(() =>
  import('./export-dialog').then((module) => ({ default: module.ExportDialog })),
);

interface ExportDoorProps {
  session: Session;
  dataset: Dataset;
  /** The series on show, null without any. */
  series: SeriesRow | null;
  busy: boolean;
}

/** The button that fetches the export options and opens them. */
export function ExportDoor({ session, dataset, series, busy }: ExportDoorProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label="Export options"
        aria-haspopup="dialog"
        title="Export options: series, period, resolution, unit, format"
        onClick={() => setOpen(true)}
      >
        Options
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportDialog
            session={session}
            dataset={dataset}
            series={series}
            busy={busy}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
