import { useContext, useId } from 'react';
import type { TimeWindow } from '../charts/timeline-window';
import type { FigurePlacesRow, OverviewRow, SeriesRow } from '../queries/rows/series';
import { figuresOf } from './figure-list';
import type { Figure } from './figure-list';
import { copyText } from './share/clipboard';
import { FigureSourceContext } from './share/figure-source';
import { figureSentence } from './share/figure-sentence';

interface FiguresProps {
  overview: OverviewRow;
  series: SeriesRow;
  /** ` of 1 Jul 2022 – 31 Jul 2022` while the brush shows a part, else empty. */
  ofPeriod: string;
  places: FigurePlacesRow | null;
  /** Shows where a figure comes from. */
  onPlace: (window: TimeWindow) => void;
}

/** The figures as cards; the explanation appears on hover and on keyboard focus. */
export function Figures({ overview, series, ofPeriod, places, onPlace }: FiguresProps) {
  const figures = figuresOf(overview, series, places);
  return (
    <section className="figures-place" aria-label="Figures">
      {ofPeriod && <p className="figures-period">Figures{ofPeriod}</p>}
      <div className="figures" data-count={figures.length}>
        {figures.map((figure) => (
          <FigureCard key={figure.name} figure={figure} ofPeriod={ofPeriod} onPlace={onPlace} />
        ))}
      </div>
    </section>
  );
}

interface FigureCardProps {
  figure: Figure;
  ofPeriod: string;
  onPlace: (window: TimeWindow) => void;
}

function FigureCard({ figure, ofPeriod, onPlace }: FigureCardProps) {
  const id = useId();
  const source = useContext(FigureSourceContext);
  const copy = () => void copyText(figureSentence(figure, ofPeriod, source), figure.name);
  return (
    // The button inside is what the keyboard presses; its click arrives here too.
    <div className="figure-card" onClick={copy} title="Click to copy with unit and period">
      <button type="button" className="figure-name" aria-describedby={id}>
        {figure.name}
      </button>
      <span className="figure-hint" role="tooltip" id={id}>
        {figure.hint} Click to copy it.
      </span>
      <span className="figure-value">
        {figure.value}{' '}
        <span className={figure.known ? 'figure-unit' : 'figure-unit is-line'}>{figure.unit}</span>
      </span>
      <span className="figure-note">{figure.note}</span>
      {figure.place && (
        <button
          type="button"
          className="figure-place"
          title="Show it on the time line"
          onClick={(event) => {
            event.stopPropagation();
            if (figure.place) onPlace(figure.place.window);
          }}
        >
          {figure.place.text}
        </button>
      )}
    </div>
  );
}
