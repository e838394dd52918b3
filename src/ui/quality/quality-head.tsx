import { countOf, countText, percentText } from '../../domain/number-text';
import type { Dataset } from '../../session/session-state';
import { Icon } from '../icon';
import { isBalanced } from '../ledger-text';
import { subjectText } from '../status-text';
import { toLookAt } from '../portfolio/meter-line';

interface QualityHeadProps {
  dataset: Dataset;
  /** The JSON is being put together. */
  isSaving: boolean;
  hasFailed: boolean;
  onSave: () => void;
  onPrint: () => void;
}

/** The verdict in a few sentences, and the ways to take it along. */
export function QualityHead({ dataset, isSaving, hasFailed, onSave, onPrint }: QualityHeadProps) {
  return (
    <section className="card quality-head" aria-labelledby="quality-title">
      <div>
        <h1 className="card-title" id="quality-title">
          Data quality
        </h1>
        <p className="quality-verdict">{verdictText(dataset)}</p>
        {hasFailed && (
          <p className="card-note" role="alert">
            The JSON could not be put together. What is open is as it was; try again.
          </p>
        )}
      </div>
      <div className="quality-actions">
        <button
          type="button"
          className="button"
          aria-disabled={isSaving}
          onClick={() => !isSaving && onSave()}
        >
          <Icon name="download" />
          {isSaving ? 'Gathering…' : 'Save as JSON'}
        </button>
        <button type="button" className="button" onClick={onPrint}>
          <Icon name="print" />
          Print report
        </button>
      </div>
    </section>
  );
}

/** How good the data is, in sentences that can be read out on a call. */
export function verdictText(dataset: Dataset): string {
  const readings = dataset.ledger.reduce((sum, row) => sum + row.readings, 0);
  const missing = dataset.ledger.reduce((sum, row) => sum + row.readings_missing, 0);
  const rows = dataset.ledger.reduce((sum, row) => sum + row.rows_set_aside, 0);
  const odd = new Set(toLookAt(dataset.findings).map((row) => row.series_id)).size;
  const balanced = dataset.ledger.every(isBalanced);
  return [
    missing === 0
      ? `${subjectText(dataset)}: every one of ${countOf(readings, 'interval')} has a value.`
      : `${subjectText(dataset)}: ${percentText(readings ? 1 - missing / readings : 0)} of ${countOf(readings, 'interval')} have a value, ${countText(missing)} are missing.`,
    odd === 0
      ? 'No series has anything to look at.'
      : `${countText(odd)} of ${countOf(dataset.series.length, 'series', 'series')} ${odd === 1 ? 'has' : 'have'} something to look at.`,
    rows === 0
      ? 'No row was set aside.'
      : `${countOf(rows, 'row')} ${rows === 1 ? 'was' : 'were'} set aside.`,
    balanced ? 'The ledger adds up exactly.' : 'The ledger does not add up.',
  ].join(' ');
}
