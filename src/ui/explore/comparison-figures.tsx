import { changeText } from '../../charts/overlay';
import { leapDayText } from '../../charts/time-shift';
import { windowText } from '../../charts/timeline-window';
import { energyText, percentText, powerText } from '../../domain/number-text';
import type { OverviewRow, SeriesRow } from '../../queries/rows/series';
import { Icon } from '../icon';
import type { Question } from '../use-question';
import { apartText, isSameKind } from './comparison';
import type { Compared } from './comparison';
import { FailedComparison } from './failed-comparison';
import type { Overlays } from './use-overlay';

interface ComparisonFiguresProps {
  /** The meter's own side. */
  series: SeriesRow;
  compared: Compared;
  overlays: Overlays;
  onEnd: () => void;
}

/**
 * Both sides' figures beside each other, with their difference where they are the same kind of thing;
 * they are never added up.
 */
export function ComparisonFigures({ series, compared, overlays, onEnd }: ComparisonFiguresProps) {
  const own = sideOf(overlays.own);
  const other = sideOf(overlays.other);
  const hasDifference = isSameKind(series, compared.series);
  return (
    <section className="card comparison" aria-label="Comparison">
      <div className="card-head">
        <div>
          <h2 className="card-title">Comparison</h2>
          <p className="card-note">
            {methodText(compared)}
            {!hasDifference && ` ${apartText(series, compared.series)}`}
          </p>
        </div>
        <button type="button" className="button button-small" onClick={onEnd}>
          <Icon name="close" />
          End the comparison
        </button>
      </div>
      <FailedComparison failed={overlays.failed} />
      <div className="table-scroll">
        <table className="table comparison-table">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" className="number">
                <span className="compare-line is-own" aria-hidden="true" /> {compared.ownLabel}
              </th>
              <th scope="col" className="number">
                <span className="compare-line" style={{ background: compared.colour }} aria-hidden="true" />{' '}
                {compared.label}
              </th>
              {hasDifference && (
                <th scope="col" className="number">
                  Difference
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <FigureRow key={row.name} {...{ row, own, other, hasDifference }} unit={series.unit} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What lies beside what, and which days have nothing beside them. */
function methodText({ shift, common }: Compared): string {
  if (shift === 0) return `Both over ${windowText(common)}, the part of the period that both have.`;
  if (shift !== 'year') {
    return 'The other period is moved so that both start together; differences are never summed.';
  }
  const alone = leapDayText(common, shift);
  return `Each date beside the same date of the year before${alone ? `. ${alone}` : '; differences are never summed.'}`;
}

/** One side's figures; undefined while they are on their way, null when there are none to come. */
function sideOf(question: Question<OverviewRow>): OverviewRow | null | undefined {
  if (question.state === 'loading') return undefined;
  return question.state === 'ready' ? (question.rows[0] ?? null) : null;
}

interface ComparedFigure {
  name: string;
  value: (overview: OverviewRow) => number | null;
  text: (value: number | null, unit: string) => string;
  /** Shares differ by percentage points, amounts by a percentage. */
  isShare?: boolean;
}

const coverage = (row: OverviewRow): number | null =>
  row.intervals ? row.intervals_with_energy / row.intervals : null;

const ROWS: readonly ComparedFigure[] = [
  { name: 'Total', value: (row) => row.total_energy, text: energyText },
  { name: 'Mean load', value: (row) => row.mean_per_hour, text: powerText },
  { name: 'Base load', value: (row) => row.base_load_per_hour, text: powerText },
  { name: 'Peak', value: (row) => row.peak_per_hour, text: powerText },
  {
    name: 'Night share',
    value: (row) => row.night_share,
    text: (value) => percentText(value),
    isShare: true,
  },
  {
    name: 'Intervals with a value',
    value: coverage,
    text: (value) => percentText(value),
    isShare: true,
  },
];

interface FigureRowProps {
  row: ComparedFigure;
  own: OverviewRow | null | undefined;
  other: OverviewRow | null | undefined;
  hasDifference: boolean;
  unit: string;
}

function FigureRow({ row, own, other, hasDifference, unit }: FigureRowProps) {
  const mine = own ? row.value(own) : null;
  const theirs = other ? row.value(other) : null;
  const text = (overview: OverviewRow | null | undefined, value: number | null) =>
    overview === undefined ? '…' : overview ? row.text(value, unit) : '–';
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className="number">{text(own, mine)}</td>
      <td className="number">{text(other, theirs)}</td>
      {hasDifference && (
        <td className="number">
          {own === undefined || other === undefined ? '…' : differenceText(row, mine, theirs, unit)}
        </td>
      )}
    </tr>
  );
}

function differenceText(
  { text, isShare }: ComparedFigure,
  mine: number | null,
  theirs: number | null,
  unit: string,
): string {
  if (mine === null || theirs === null) return '–';
  const by = mine - theirs;
  const sign = by > 0 ? '+' : by < 0 ? '−' : '';
  if (isShare) {
    const points = percentText(Math.abs(by)).replace('%', '').trim();
    return points === '0' ? 'none' : `${sign}${points} points`;
  }
  return `${sign}${text(Math.abs(by), unit)}${changeText(mine, theirs)}`;
}
