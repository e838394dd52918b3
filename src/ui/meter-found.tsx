import { countText, shortText } from '../domain/number-text';
import type { Policies } from '../domain/policy';
import { isPowerUnit, isVolumeUnit } from '../domain/units';
import type { SeriesRow } from '../queries/rows/series';
import type { Dataset } from '../session/session-state';
import { conversionText } from './meaning-text';
import { foundText } from './shape-text';
import { certaintyText, conventionText } from './transition-text';

interface MeterFoundProps {
  dataset: Dataset;
  series: SeriesRow;
  busy: boolean;
  onChoose: (change: Partial<Policies>) => void;
}

/** What the meter's file was found to be, in one quiet line, and the one question that its values may raise. */
export function MeterFound({ dataset, series, busy, onChoose }: MeterFoundProps) {
  return (
    <div className="meter-found">
      <p>
        <span className="field-label">Found</span> {foundSentence(dataset, series)}
      </p>
      <RegisterOffer {...{ dataset, series, busy, onChoose }} />
    </div>
  );
}

/** Shape, clock changes and unit as they were found; each stands where it can be changed, further down. */
export function foundSentence({ sources, conventions, conversions }: Dataset, series: SeriesRow): string {
  const [source] = sources;
  const [convention] = conventions;
  const own = conversions.filter((row) => row.series_id === series.series_id);
  const parts = [
    sources.length === 1 && source ? foundText(source) : `${countText(sources.length)} files together`,
    sources.length === 1 && convention && convention.certainty !== 'not testable'
      ? `clock changes: ${conventionText(convention.name)} (${certaintyText(convention)})`
      : null,
    own.length > 0 ? conversionText(own) : unitSentence(series),
  ];
  return `${parts.filter((part) => part !== null).join(' · ')}.`;
}

function unitSentence({ stated_unit: unit }: SeriesRow): string {
  if (unit === 'unknown') return 'amounts, their unit not stated';
  if (isPowerUnit(unit)) return `${unit}, kept as power: totals of it are no energy`;
  if (isVolumeUnit(unit)) return `${unit}; a calorific value would make it kWh`;
  return `amounts in ${shortText(unit, 20)}`;
}

/** Offers to difference values that rise as a counter's do. Nothing happens until the person says so. */
function RegisterOffer({ dataset, series, busy, onChoose }: MeterFoundProps) {
  const sign = dataset.findings.find(
    (row) => row.rule === 'looks_like_register' && row.series_id === series.series_id,
  );
  const { seriesSettings } = dataset.policies;
  if (!sign) return null;
  const accept = () =>
    onChoose({
      seriesSettings: {
        ...seriesSettings,
        [series.series_key]: { ...seriesSettings[series.series_key], meaning: 'register' },
      },
    });
  return (
    <p className="meter-offer" role="note">
      These values look like the states of a counter: over {countText(sign.count + 1)} rows of the file they
      go on rising, and hardly one begins below the end of the row before. Amounts of energy do not do that.
      Their sum says nothing until you decide.{' '}
      <button type="button" className="button button-small" disabled={busy} onClick={accept}>
        Take the energy between them
      </button>
    </p>
  );
}
