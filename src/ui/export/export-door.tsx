import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { fetchedPart } from '../fetched-part';
import { Icon } from '../icon';
import { askForExport, useExportRequest } from './export-request';

const ExportDialog = fetchedPart(() => import('./export-dialog').then((module) => module.ExportDialog), {
  missed: 'The export options are not here.',
  isApart: true,
});

interface ExportDoorProps {
  session: Session;
  dataset: Dataset;
  /** The series on show, null without any. */
  series: SeriesRow | null;
  busy: boolean;
}

/** The one way to save: Parquet of everything at once, and beside it the options, which are fetched when asked for. */
export function ExportDoor({ session, dataset, series, busy }: ExportDoorProps) {
  const scope = useExportRequest();
  return (
    <div className="button-pair">
      <button
        type="button"
        className="button button-primary"
        aria-disabled={busy}
        aria-keyshortcuts="e"
        onClick={() => void session.exportAll()}
      >
        <Icon name="download" />
        Export Parquet
      </button>
      <button
        type="button"
        className="button button-primary button-icon"
        aria-label="Export options"
        aria-haspopup="dialog"
        aria-keyshortcuts="x"
        title="Export options: series, period, resolution, columns, unit, CSV, Arrow, months (x)"
        onClick={() => askForExport('all')}
      >
        <Icon name="chevron" />
      </button>
      {scope && (
        <ExportDialog
          session={session}
          dataset={dataset}
          series={series}
          busy={busy}
          scope={scope}
          onClose={() => askForExport(null)}
        />
      )}
    </div>
  );
}
