import { monthPlace } from '../../charts/calendar';
import type { CalendarDay, CalendarFrame, CalendarMonth } from '../../charts/calendar';
import { weekdayNames } from '../../charts/time-text';
import type { TimeWindow } from '../../charts/timeline-window';
import { shadeColour } from '../heat-legend';
import { SHADES } from '../../charts/heatmap';

/** The annotations of a local date, a line each; empty where there are none. */
export type MarksOfDay = (localDate: number) => readonly string[];
export const NO_MARKS: MarksOfDay = () => [];

/** The colour of a day's shade, and what ground that is for the date on it, which must be readable in both themes. */
export interface DayColours {
  colour: (shade: number) => string;
  ground: (shade: number) => 'pale' | 'mid' | 'deep';
}

/** The colours of energy. */
export const HEAT_DAYS: DayColours = {
  colour: shadeColour,
  ground: (shade) => (shade < SHADES * 0.3 ? 'pale' : shade < SHADES * 0.58 ? 'mid' : 'deep'),
};

interface CalendarSheetsProps {
  months: readonly CalendarMonth[];
  frame: CalendarFrame;
  width: number;
  height: number;
  window: TimeWindow | null;
  active: CalendarDay | null;
  marksOf: MarksOfDay;
  colours: DayColours;
}

const WEEKDAYS = weekdayNames('narrow');

/** The sheets of a year as one drawing: a square a day, by its energy; gaps, odd days and annotations are marked. */
export function CalendarSheets(props: CalendarSheetsProps) {
  const { months, frame, width, height } = props;
  return (
    <svg className="calendar-sheets" width={width} height={height} aria-hidden="true">
      {months.map((month, index) => {
        const { x, y } = monthPlace(index, frame);
        return (
          <g key={month.month} transform={`translate(${x} ${y})`}>
            {WEEKDAYS.map((name, column) => (
              <text key={column} className="calendar-weekday" x={(column + 0.5) * frame.cell} y={-5}>
                {name}
              </text>
            ))}
            {month.days.map((day) => (
              <Day key={day.date} day={day} {...props} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function Day({ day, frame, window, active, marksOf, colours }: CalendarSheetsProps & { day: CalendarDay }) {
  const { cell } = frame;
  const box = { x: day.column * cell + 1, y: day.row * cell + 1, width: cell - 2, height: cell - 2, rx: 3 };
  const outside = window !== null && (day.date < window.from || day.date >= window.to);
  const corner = box.x + box.width;
  const right = corner - 5;
  const low = box.y + box.height - 5;
  return (
    <g className={`calendar-day is-${day.missing}${outside ? ' is-dimmed' : ''}`}>
      <rect {...box} {...(day.shade === null ? {} : { style: { fill: colours.colour(day.shade) } })} />
      {day.missing === 'all' && <rect {...box} fill="url(#hatch-missing)" />}
      {day.missing === 'some' && (
        <path
          className="calendar-part"
          d={`M${corner} ${box.y}v${cell / 2.2}l${-cell / 2.2} ${-cell / 2.2}z`}
        />
      )}
      {day.oddHours !== null && <rect className="calendar-odd" {...box} />}
      <text
        className={`calendar-date is-on-${day.shade === null ? 'pale' : colours.ground(day.shade)}`}
        x={box.x + box.width / 2}
        y={box.y + box.height / 2}
      >
        {new Date(day.date).getUTCDate()}
      </text>
      {marksOf(day.date).length > 0 && <circle className="calendar-mark" cx={right} cy={low} r={2.5} />}
      {active === day && <rect className="heat-cursor" {...box} />}
    </g>
  );
}
