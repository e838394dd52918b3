import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { countOf, countText, energyText, numberText, shortText } from '../../domain/number-text';
import { dateText, minuteText } from '../../charts/time-text';
import placesSql from '../../queries/quality_places.sql?raw';
import type { QualityPlaceRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import type { Session } from '../../session/session';
import { Answer } from '../answer';
import { useQuestion } from '../use-question';

const MOST_PLACES = 2000;
const LINE_HEIGHT = 56;
const MOST_LINES = 6;

interface PlaceListProps {
  session: Session;
  version: number;
  rule: string;
  /** Null for every series. */
  series: SeriesRow | null;
  names: ReadonlyMap<number, SeriesRow>;
  onOpen: (place: QualityPlaceRow) => void;
}

/** The rows behind a finding, as many lines at a time as are in sight; each leads to its place in the time line. */
export function PlaceList({ session, version, rule, series, names, onOpen }: PlaceListProps) {
  const parameters = { rule, series_id: series?.series_id ?? 0, most_places: MOST_PLACES };
  const question = useQuestion<QualityPlaceRow>(session, placesSql, parameters, version);
  return (
    <Answer question={question} height={LINE_HEIGHT * 2}>
      {(places) => <Places places={places} names={names} withName={series === null} onOpen={onOpen} />}
    </Answer>
  );
}

interface PlacesProps {
  places: readonly QualityPlaceRow[];
  names: ReadonlyMap<number, SeriesRow>;
  withName: boolean;
  onOpen: (place: QualityPlaceRow) => void;
}

function Places({ places, names, withName, onOpen }: PlacesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled by the React Compiler
  const virtualizer = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 6,
    useFlushSync: false,
  });
  const total = places[0]?.place_count ?? 0;
  return (
    <>
      <p className="card-note">
        {countOf(total, 'place')}
        {total > places.length ? `, the first ${countText(places.length)} of them` : ''}. Press one to see it
        in the time line.
      </p>
      <div
        ref={scroller}
        className="place-list"
        role="region"
        aria-label="Places"
        tabIndex={0}
        style={{ height: Math.min(MOST_LINES, places.length) * LINE_HEIGHT }}
      >
        <ol className="place-lines" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const place = places[index];
            if (!place) return null;
            return (
              <li
                key={index}
                aria-setsize={places.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)`, height: LINE_HEIGHT }}
              >
                <PlaceLine
                  place={place}
                  series={names.get(place.series_id) ?? null}
                  withName={withName}
                  onOpen={onOpen}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </>
  );
}

interface PlaceLineProps {
  place: QualityPlaceRow;
  series: SeriesRow | null;
  withName: boolean;
  onOpen: (place: QualityPlaceRow) => void;
}

function PlaceLine({ place, series, withName, onOpen }: PlaceLineProps) {
  const can = series !== null && place.local_date !== null;
  return (
    <button type="button" className="place-line" disabled={!can} onClick={() => onOpen(place)}>
      <span className="place-when clip">
        {withName && series ? `${shortText(series.ext_dev_ref, 40)}, ` : ''}
        {whenText(place)}
      </span>
      <span className="place-what clip">{whatText(place, series)}</span>
      <span className="place-where clip">{whereText(place)}</span>
    </button>
  );
}

/** `27 Mar 2022 03:00`, or the stretch of dates. */
export function whenText({ local_date, last_date, clock_minute }: QualityPlaceRow): string {
  if (local_date === null) return 'no usable date';
  if (last_date !== null && last_date !== local_date)
    return `${dateText(local_date)} to ${dateText(last_date)}`;
  return `${dateText(local_date)}${clock_minute === null ? '' : ` ${minuteText(clock_minute)}`}`;
}

/** The file, the row counted from 1 as people do, and the slot as arrays count. */
export function whereText({ source_file, source_row, first_slot }: QualityPlaceRow): string {
  if (source_file === null || source_row === null) return 'in no row of the files';
  const slot = first_slot === null ? '' : `, slot ${first_slot}`;
  return `${shortText(source_file, 60)}, row ${countText(source_row + 1)}${slot}`;
}

function whatText(place: QualityPlaceRow, series: SeriesRow | null): string {
  const parts = [
    place.finding_count > 1 && `${countText(place.finding_count)} of them`,
    place.value !== null && `value ${energyText(place.value, series?.unit ?? 'unknown')}`,
    place.found !== null && place.found !== place.value && `found ${numberText(place.found)}`,
    place.threshold !== null && `limit ${numberText(place.threshold)}`,
  ].filter((part) => part !== false);
  return parts.join(', ') || 'no value';
}
