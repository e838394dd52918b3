import { shortText } from '../../domain/number-text';
import coverageDaySql from '../../queries/coverage_day.sql?raw';
import coverageWeekSql from '../../queries/coverage_week.sql?raw';
import ledgerFileSql from '../../queries/ledger_file.sql?raw';
import type { FileLedgerRow } from '../../queries/rows/ledger';
import type { CoverageDayRow, CoverageWeekRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { Answer } from '../answer';
import { Card } from '../card';
import { Choices } from '../choices';
import { groupText } from '../ledger-text';
import { useQuestion } from '../use-question';
import type { DataViewProps } from '../views/data-view';
import { CoverageCalendar } from './coverage-calendar';
import { FileLedger } from './file-ledger';
import { FindingsByRule } from './findings-by-rule';
import { showChange, showPlace, showSeries } from './places-in-page';
import { QualityHead } from './quality-head';
import { QualitySheet } from './quality-sheet';
import { SeriesStrips } from './series-strips';
import { useQualityFile } from './use-quality-file';
import './quality.css';
import './quality-sheet.css';

/** How good the data is: what is there, what was found, what was done about it, and how to change that. */
export function QualityView({ session, dataset, busy, series: shown }: DataViewProps) {
  const weeks = useQuestion<CoverageWeekRow>(session, coverageWeekSql, {}, dataset.version);
  const ledger = useQuestion<FileLedgerRow>(session, ledgerFileSql, {}, dataset.version);
  const file = useQualityFile(session, dataset);
  return (
    <div className="sections quality">
      <QualityHead
        dataset={dataset}
        isSaving={file.isSaving}
        hasFailed={file.hasFailed}
        onSave={file.save}
        onPrint={() => window.print()}
      />
      {shown && (
        <div className={dataset.series.length > 1 ? 'quality-pair' : ''}>
          {dataset.series.length > 1 && (
            <Answer question={weeks} height={420}>
              {(rows) => (
                <SeriesStrips
                  series={dataset.series}
                  coverage={rows}
                  selected={shown}
                  onSelect={showSeries}
                />
              )}
            </Answer>
          )}
          <div className="sections">
            <Coverage session={session} dataset={dataset} series={shown} />
            <FindingsByRule
              session={session}
              dataset={dataset}
              series={shown}
              onOpenPlace={(place) => showPlace(dataset, place)}
              onChange={showChange}
            />
          </div>
        </div>
      )}
      <Card
        title="The ledger of each file"
        note="What each file brought, for each fuel, channel and unit: read is shown plus set aside, to the last digit."
      >
        <Answer question={ledger} height={160}>
          {(rows) => <FileLedger rows={rows} />}
        </Answer>
      </Card>
      <div id="quality-choices" tabIndex={-1}>
        <Choices
          policies={dataset.policies}
          busy={busy}
          onChoose={(change) => void session.choosePolicies(change)}
        />
      </div>
      {shown && weeks.state === 'ready' && ledger.state === 'ready' && (
        <QualitySheet dataset={dataset} coverage={weeks.rows} ledger={ledger.rows} />
      )}
    </div>
  );
}

interface CoverageProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
}

function Coverage({ session, dataset, series }: CoverageProps) {
  const parameters = { series_id: series.series_id };
  const days = useQuestion<CoverageDayRow>(session, coverageDaySql, parameters, dataset.version);
  const place = (local_date: number) => ({ series_id: series.series_id, local_date, last_date: local_date });
  return (
    <Card
      title={`Coverage of ${shortText(series.ext_dev_ref, 60)}`}
      note={`${groupText(series)}, client ${shortText(series.client_id, 40)}. Press a day to see it in the time line.`}
    >
      <Answer question={days} height={300}>
        {(rows) => (
          <CoverageCalendar
            key={series.series_id}
            rows={rows}
            onOpenDate={(date) => showPlace(dataset, place(date))}
          />
        )}
      </Answer>
    </Card>
  );
}
