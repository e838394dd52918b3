import { useEffect, useId, useRef, useState } from 'react';
import { DAY } from '../../charts/time-text';
import { countText } from '../../domain/number-text';
import type { SeriesRow } from '../../queries/rows/series';
import { filterSeries, seriesKey } from '../meter-filter';
import { Icon } from '../icon';
import { seriesName } from './comparison';
import type { Comparison } from './comparison';

interface CompareControlProps {
  series: SeriesRow;
  all: readonly SeriesRow[];
  onCompare: (comparison: Comparison) => void;
}

/** A button that opens the choice of what to lay over the meter. */
export function CompareControl({ series, all, onCompare }: CompareControlProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onDown = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onDown);
    return () => document.removeEventListener('pointerdown', onDown);
  }, [open]);
  const choose = (comparison: Comparison) => {
    onCompare(comparison);
    setOpen(false);
  };
  return (
    <div
      className="compare"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        place.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className="button button-small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="scale" />
        Compare with…
      </button>
      {open && <Choice series={series} all={all} onChoose={choose} />}
    </div>
  );
}

interface ChoiceProps {
  series: SeriesRow;
  all: readonly SeriesRow[];
  onChoose: (comparison: Comparison) => void;
}

function Choice({ series, all, onChoose }: ChoiceProps) {
  const id = useId();
  const dateField = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // Opened near the foot of the window it would hang out of it.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const others = all.filter((row) => seriesKey(row) !== seriesKey(series));
  return (
    <div ref={panel} className="compare-panel" role="dialog" aria-label="Compare with">
      <h3 className="compare-title">Another period of this meter</h3>
      <div className="compare-periods">
        <button
          type="button"
          className="button button-small"
          autoFocus
          onClick={() => onChoose({ kind: 'previous' })}
        >
          The period before
        </button>
        <button type="button" className="button button-small" onClick={() => onChoose({ kind: 'year' })}>
          A year earlier
        </button>
        <button type="button" className="button button-small" onClick={() => onChoose({ kind: 'weekdays' })}>
          52 weeks earlier, weekday on weekday
        </button>
      </div>
      <form
        className="compare-chosen"
        onSubmit={(event) => {
          event.preventDefault();
          const from = Date.parse(`${dateField.current?.value ?? ''}T00:00:00Z`);
          if (Number.isFinite(from)) onChoose({ kind: 'chosen', from });
        }}
      >
        <label className="field-label" htmlFor={id}>
          Starting on
        </label>
        <div className="compare-periods">
          <input
            id={id}
            ref={dateField}
            className="field compare-date"
            type="date"
            required
            defaultValue={isoDay(series.first_date)}
            min={isoDay(series.first_date)}
            max={isoDay(series.last_date)}
          />
          <button type="submit" className="button button-small">
            Compare
          </button>
        </div>
      </form>
      {others.length > 0 && <SeriesChoice others={others} onChoose={onChoose} />}
    </div>
  );
}

const isoDay = (date: number): string => new Date(date + DAY / 2).toISOString().slice(0, 10);

const MOST_SHOWN = 60;

function SeriesChoice({
  others,
  onChoose,
}: {
  others: readonly SeriesRow[];
  onChoose: (comparison: Comparison) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = filterSeries(others, typed);
  return (
    <>
      <h3 className="compare-title">Another meter or channel</h3>
      <label className="visually-hidden" htmlFor={id}>
        Search {countText(others.length)} other series
      </label>
      <input
        id={id}
        className="field"
        type="search"
        placeholder="Meter, client, fuel, channel"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="compare-list">
        {found.slice(0, MOST_SHOWN).map((row) => (
          <li key={seriesKey(row)}>
            <button
              type="button"
              className="compare-option"
              onClick={() => onChoose({ kind: 'series', key: seriesKey(row) })}
            >
              <span data-channel={row.channel} className="channel-dot" aria-hidden="true" />
              {seriesName(row)}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="card-note">No series holds these words.</p>}
      {found.length > MOST_SHOWN && (
        <p className="card-note">{countText(found.length - MOST_SHOWN)} more: type to narrow them down.</p>
      )}
    </>
  );
}
