import { useId } from 'react';
import type { OverviewRow, SeriesRow } from '../queries/rows';
import { figuresOf } from './figure-list';
import type { Figure } from './figure-list';

/** The five figures as cards; the explanation appears on hover and on keyboard focus. */
export function Figures({ overview, series }: { overview: OverviewRow; series: SeriesRow }) {
  return (
    <section className="figures" aria-label="Figures">
      {figuresOf(overview, series).map((figure) => (
        <FigureCard key={figure.name} figure={figure} />
      ))}
    </section>
  );
}

function FigureCard({ figure }: { figure: Figure }) {
  const id = useId();
  return (
    <div className="figure-card">
      <button type="button" className="figure-name" aria-describedby={id}>
        {figure.name}
      </button>
      <span className="figure-hint" role="tooltip" id={id}>
        {figure.hint}
      </span>
      <span className="figure-value">
        {figure.value}{' '}
        <span className={figure.known ? 'figure-unit' : 'figure-unit is-line'}>{figure.unit}</span>
      </span>
      <span className="figure-note">{figure.note}</span>
    </div>
  );
}
