import { intervalsText } from '../charts/series-text';
import { clockText, offsetText } from '../charts/time-text';
import type { TransitionGeometry } from '../charts/transition-geometry';

/** The first tick also names the line, so that its neighbours keep away. */
const UTC_NAME_WIDTH = 80;

interface HourLabelsProps {
  geometry: TransitionGeometry;
  /** Length of the day's intervals. */
  minutes: number;
  laterOffset: number;
}

/** Below the lower strip: the offsets of its hours and the UTC line that they lie on. */
export function HourLabels({ geometry, minutes, laterOffset }: HourLabelsProps) {
  const across = geometry.direction === 'across';
  return (
    <div className="hour-labels">
      {across && <UtcLine geometry={geometry} laterOffset={laterOffset} />}
      <p className="strip-name">
        <span>
          <strong>Real hours</strong>{' '}
          <span className="strip-note">
            {intervalsText(geometry.hours.length, minutes)} with local time
            {across ? '; the thin line below them is UTC' : ' and offset'}
          </span>
        </span>
      </p>
    </div>
  );
}

function UtcLine({ geometry, laterOffset }: Omit<HourLabelsProps, 'minutes'>) {
  const end = geometry.hours.at(-1)?.box;
  const every = geometry.hourLength >= 40 ? 1 : geometry.hourLength >= 20 ? 3 : 12;
  return (
    <svg width={geometry.width} height={42} aria-hidden="true">
      <line className="utc-line" x2={end ? end.x + end.width : 0} y1={18} y2={18} />
      {geometry.offsets.map(({ offset, box }) => (
        <text
          key={box.x}
          className={`offset-label tone-${offset === laterOffset ? 'later' : 'earlier'}`}
          x={box.x + 2}
          y={13}
        >
          {offsetText(offset)}
        </text>
      ))}
      {geometry.hours.map(({ cell, box }, index) => (
        <g key={cell.utc} className="utc-tick" transform={`translate(${box.x} 18)`}>
          <line y2={index % every === 0 ? 6 : 3} />
          {index % every === 0 && (index === 0 || box.x > UTC_NAME_WIDTH) && (
            <text y={19} className={index === 0 ? 'is-first' : ''}>
              {clockText(cell.utc)}
              {index === 0 ? ' UTC' : ''}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
