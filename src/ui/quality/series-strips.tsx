import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { countOf, countText, percentText, shortText } from '../../domain/number-text';
import { channelText, fuelText } from '../../charts/series-text';
import { DAY, dateText } from '../../charts/time-text';
import type { CoverageWeekRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import { filterSeries, seriesKey } from '../meter-filter';
import { WeekStrip } from './week-strip';

const LINE_HEIGHT = 56;
const MOST_LINES = 9;

interface SeriesStripsProps {
  series: readonly SeriesRow[];
  coverage: readonly CoverageWeekRow[];
  selected: SeriesRow;
  onSelect: (series: SeriesRow) => void;
}

interface StripLine {
  series: SeriesRow;
  coverage: CoverageWeekRow | null;
}

const knownShare = ({ coverage }: StripLine): number =>
  coverage && coverage.intervals > 0 ? coverage.intervals_known / coverage.intervals : 0;

/** Every series with its weeks as a strip, the least complete first: the bad ones catch the eye. */
export function SeriesStrips({ series, coverage, selected, onSelect }: SeriesStripsProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isByName, setByName] = useState(false);
  const lines = useMemo(() => {
    const rows = new Map(coverage.map((row) => [row.series_id, row]));
    const found = filterSeries(series, typed).map((row) => ({
      series: row,
      coverage: rows.get(row.series_id) ?? null,
    }));
    return isByName ? found : found.toSorted((one, other) => knownShare(one) - knownShare(other));
  }, [series, coverage, typed, isByName]);
  const first = coverage[0]?.first_week;
  const last = first === undefined ? 0 : first + (coverage[0]!.weeks.length * 7 - 1) * DAY;
  return (
    <section className="card series-strips" aria-label="All series">
      <div className="card-head">
        <div>
          <h2 className="card-title">All series, week by week</h2>
          <p className="card-note">
            {first === undefined ? '' : `Weeks from ${dateText(first)} to ${dateText(last)}. `}Full is
            complete, low and pale is partly known, brown is missing, blank is outside the series.
          </p>
        </div>
      </div>
      <div className="strip-tools">
        <div className="strip-search">
          <label className="field-label" htmlFor={id}>
            Find a series
          </label>
          <input
            id={id}
            className="field"
            type="search"
            placeholder="Meter, client, fuel, channel"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <div className="segments" role="group" aria-label="Order of the series">
          <button type="button" className="segment" aria-pressed={!isByName} onClick={() => setByName(false)}>
            Worst first
          </button>
          <button type="button" className="segment" aria-pressed={isByName} onClick={() => setByName(true)}>
            By name
          </button>
        </div>
      </div>
      <p className="meters-count">
        {lines.length === series.length
          ? `All ${countOf(series.length, 'series', 'series')}`
          : `${countText(lines.length)} of ${countOf(series.length, 'series', 'series')}`}
      </p>
      <StripList lines={lines} selected={selected} onSelect={onSelect} />
    </section>
  );
}

interface StripListProps {
  lines: readonly StripLine[];
  selected: SeriesRow;
  onSelect: (series: SeriesRow) => void;
}

function StripList({ lines, selected, onSelect }: StripListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const at = lines.findIndex((line) => seriesKey(line.series) === (active ?? seriesKey(selected)));
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled by the React Compiler
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[at];
    const target = targetOf(event.key, at, lines.length);
    if (target !== null && lines[target]) {
      event.preventDefault();
      setActive(seriesKey(lines[target].series));
      virtualizer.scrollToIndex(target);
    } else if ((event.key === 'Enter' || event.key === ' ') && line) {
      event.preventDefault();
      onSelect(line.series);
    }
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Series"
      tabIndex={0}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      className="strip-list"
      style={{ height: Math.max(1, Math.min(MOST_LINES, lines.length)) * LINE_HEIGHT }}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="strip-lines" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <StripOption
              key={seriesKey(line.series)}
              id={`${id}-${index}`}
              line={line}
              place={index + 1}
              count={lines.length}
              top={start}
              selected={line.series === selected}
              active={index === at && active !== null}
              onSelect={onSelect}
            />
          );
        })}
      </div>
    </div>
  );
}

interface StripOptionProps {
  id: string;
  line: StripLine;
  place: number;
  count: number;
  top: number;
  selected: boolean;
  active: boolean;
  onSelect: (series: SeriesRow) => void;
}

function StripOption({ id, line, place, count, top, selected, active, onSelect }: StripOptionProps) {
  const { series, coverage } = line;
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={place}
      className={active ? 'strip-line is-active' : 'strip-line'}
      style={{ transform: `translateY(${top}px)`, height: LINE_HEIGHT }}
      onClick={() => onSelect(series)}
    >
      <span className="strip-name clip">
        {shortText(series.ext_dev_ref, 40)}{' '}
        <span className="strip-note">
          {fuelText(series.fuel)} {channelText(series.channel)}
        </span>
      </span>
      <span className="strip-share">{coverage ? percentText(knownShare(line)) : '–'}</span>
      {coverage && <WeekStrip weeks={coverage.weeks} />}
    </div>
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
  const step = steps[key];
  if (step !== undefined) return Math.min(count - 1, Math.max(0, at + step));
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
