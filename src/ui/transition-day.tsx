import { useMemo, useState } from 'react';
import { numberText, shortText, unitText } from '../domain/number-text';
import { clockText, localTimeText, longDateText } from '../charts/time-text';
import { transitionGeometry } from '../charts/transition-geometry';
import { needsFocus, transitionLayout } from '../charts/transition-layout';
import type { ConventionRow, TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';
import { ChartTableView } from './chart-table';
import { HourLabels } from './hour-labels';
import { Icon } from './icon';
import { TransitionPicture } from './transition-picture';
import {
  basisText,
  certaintyText,
  clockSentence,
  dayLengthText,
  doneSentence,
  whySentence,
} from './transition-text';
import { useWidth } from './use-width';

interface TransitionDayProps {
  day: TransitionDayRow;
  intervals: readonly TransitionIntervalRow[];
  convention: ConventionRow | undefined;
  unit: string;
  onShow: () => void;
}

/** One day on which the clocks changed: what the file says, what was real, what was done and why. */
export function TransitionDay({ day, intervals, convention, unit, onShow }: TransitionDayProps) {
  const [ref, width] = useWidth();
  const canFocus = needsFocus(day, intervals);
  const [whole, setWhole] = useState(false);
  const focus = canFocus && !whole;
  const layout = useMemo(() => transitionLayout(day, intervals, focus), [day, intervals, focus]);
  const geometry = useMemo(() => (width > 0 ? transitionGeometry(layout, width) : null), [layout, width]);
  const later = Math.max(day.offset_before_minutes, day.offset_after_minutes);
  const name = longDateText(day.local_date);
  return (
    <article className="day" aria-label={name}>
      <header className="day-head">
        <div>
          <h3 className="day-title">
            {name} <span className={`day-badge is-${day.kind}`}>{dayLengthText(day)}</span>
          </h3>
          <p className="card-note">{clockSentence(day)}</p>
        </div>
        <div className="day-tools">
          {canFocus && (
            <button type="button" className="button button-small" onClick={() => setWhole(!whole)}>
              {whole ? 'Only the hours around the change' : 'The whole day'}
            </button>
          )}
          <button type="button" className="button-link" onClick={onShow}>
            See on the time line
          </button>
        </div>
      </header>
      <StripName
        title="In the file"
        note={rawNote(day, unitText(unit))}
        rightTitle={geometry?.direction === 'down' ? 'Real hours' : null}
      />
      <div ref={ref} className="day-picture">
        {geometry && <TransitionPicture geometry={geometry} laterOffset={later} />}
        {!layout.slots.length && <p className="day-empty">{emptyText(day)}</p>}
        {!layout.hours.length && <p className="day-empty is-low">No hour of this date was real</p>}
      </div>
      {geometry && layout.hours.length > 0 && (
        <HourLabels geometry={geometry} minutes={day.resolution_minutes} laterOffset={later} />
      )}
      {layout.hiddenSlots > 0 && (
        <p className="card-note">
          The other {layout.hiddenSlots} slots of the day became one interval each and are left out here.
        </p>
      )}
      <Reasons day={day} intervals={intervals} convention={convention} />
      <ChartTableView table={dayTable(day, intervals, name)} />
    </article>
  );
}

const emptyText = (day: TransitionDayRow): string =>
  day.raw_values === null ? 'The file has no row for this day' : 'The array of this day is empty';

function rawNote(day: TransitionDayRow, unit: string): string {
  if (day.raw_values === null) return 'no row for this day';
  const row = day.source_row === null ? 'the file' : `row ${day.source_row + 1}`;
  const file = day.source_file ? ` of ${shortText(day.source_file, 48)}` : '';
  return `${day.raw_values.length} slots, as they lie in ${row}${file}; ${unit}`;
}

function StripName({ title, note, rightTitle }: { title: string; note: string; rightTitle: string | null }) {
  return (
    <p className="strip-name">
      <span>
        <strong>{title}</strong> <span className="strip-note">{note}</span>
      </span>
      {rightTitle && <strong className="strip-right">{rightTitle}</strong>}
    </p>
  );
}

function Reasons({
  day,
  intervals,
  convention,
}: Pick<TransitionDayProps, 'day' | 'intervals' | 'convention'>) {
  const tested = convention && day.layout !== 'absent' && day.layout !== 'wrong_length';
  return (
    <dl className="reasons">
      <div>
        <dt>
          <Icon name="check" />
          What was done
        </dt>
        <dd>{doneSentence(day, intervals)}</dd>
      </div>
      {tested && (
        <div>
          <dt>
            <Icon name="scale" />
            Why we believe it
          </dt>
          <dd>
            {whySentence(convention, day.kind)}{' '}
            <span className={`certainty is-${convention.certainty.replace(' ', '-')}`}>
              {certaintyText(convention)}
            </span>{' '}
            <span className="strip-note">{convention.series_tested > 0 && basisText(convention)}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

function dayTable(day: TransitionDayRow, intervals: readonly TransitionIntervalRow[], name: string) {
  return {
    caption: `${name}: every real interval and the slot it came from`,
    columns: ['Local time', 'UTC', 'Value', 'Quality', 'Slot', 'Value in the file'],
    rows: intervals.map((row) => [
      localTimeText(row.timestamp_local, row.utc_offset_minutes),
      clockText(row.timestamp_utc),
      row.energy === null ? 'none' : numberText(row.energy),
      row.quality,
      row.source_slot === null ? 'none' : String(row.source_slot),
      row.source_slot === null ? 'none' : numberText(day.raw_values?.[row.source_slot] ?? null),
    ]),
  };
}
