import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { countOf, countText, shortText } from '../domain/number-text';
import { channelText, fuelText, resolutionRangeText } from '../charts/series-text';
import type { SeriesRow } from '../queries/rows/series';
import { filterSeries, MOST_ROWS, seriesKey } from './meter-filter';

interface MeterListProps {
  series: readonly SeriesRow[];
  selected: SeriesRow;
  onSelect: (row: SeriesRow) => void;
}

/** Searchable list of the series; arrows move, Enter opens, the search field keeps the focus. */
export function MeterList({ series, selected, onSelect }: MeterListProps) {
  const [folded, setFolded] = useState(true);
  return (
    <nav className={folded ? 'meters is-folded' : 'meters'} aria-label="Meters">
      <button
        type="button"
        className="button meters-toggle"
        aria-expanded={!folded}
        onClick={() => setFolded(!folded)}
      >
        <span className="clip">{shortText(selected.ext_dev_ref, 40)}</span>
        <span className="meters-toggle-note">
          {folded ? `Change, ${countText(series.length)} in all` : 'Close'}
        </span>
      </button>
      <MeterSearch
        series={series}
        selected={selected}
        onSelect={(row) => {
          onSelect(row);
          setFolded(true);
        }}
      />
    </nav>
  );
}

const ROW_STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

function MeterSearch({ series, selected, onSelect }: MeterListProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const found = filterSeries(series, typed);
  const rows = found.slice(0, MOST_ROWS);
  const activeIndex = rows.findIndex((row) => seriesKey(row) === (active ?? seriesKey(selected)));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = ROW_STEPS[event.key];
    const row = rows[Math.min(rows.length - 1, Math.max(0, activeIndex + (step ?? 0)))];
    if (step !== undefined) event.preventDefault();
    if (step !== undefined && row) setActive(seriesKey(row));
    else if (event.key === 'Enter' && row) onSelect(row);
  };

  return (
    <div className="meters-body">
      <label className="field-label" htmlFor={id}>
        Search {countText(series.length)} series
      </label>
      <input
        id={id}
        className="field"
        type="search"
        {...comboboxOf(id, activeIndex)}
        placeholder="Meter, client, fuel, channel"
        aria-keyshortcuts="/"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(null);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="meters-count">{matchText(found.length)}</p>
      <ul id={`${id}-list`} className="meters-list" role="listbox" aria-label="Meters" tabIndex={-1}>
        {rows.map((row, index) => (
          <MeterOption
            key={seriesKey(row)}
            id={`${id}-${index}`}
            row={row}
            selected={row === selected}
            active={index === activeIndex && active !== null}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </div>
  );
}

const comboboxOf = (id: string, active: number) =>
  ({
    role: 'combobox',
    'aria-expanded': true,
    'aria-controls': `${id}-list`,
    'aria-autocomplete': 'list',
    ...(active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {}),
    autoComplete: 'off',
    spellCheck: false,
  }) as const;

const matchText = (found: number): string =>
  found > MOST_ROWS
    ? `The first ${MOST_ROWS} of ${countText(found)}: refine the search to see others`
    : countOf(found, 'match', 'matches');

interface MeterOptionProps {
  id: string;
  row: SeriesRow;
  selected: boolean;
  active: boolean;
  onSelect: (row: SeriesRow) => void;
}

function MeterOption({ id, row, selected, active, onSelect }: MeterOptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={active ? 'meter-option is-active' : 'meter-option'}
      ref={active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      onClick={() => onSelect(row)}
    >
      <span className="meter-option-name clip">{shortText(row.ext_dev_ref, 60)}</span>
      <span className="meter-option-note clip">
        {fuelText(row.fuel)} {channelText(row.channel)},{' '}
        {resolutionRangeText(row.min_resolution_minutes, row.max_resolution_minutes)}
      </span>
      <span className="meter-option-note clip">client {shortText(row.client_id, 40)}</span>
    </li>
  );
}
