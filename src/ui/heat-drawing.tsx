import type { HeatPanel, HeatRect } from '../charts/heatmap';
import { minuteText } from '../charts/time-text';
import { pixelBox } from './heat-frame';
import type { Frame } from './heat-frame';

interface PartProps {
  panel: HeatPanel;
  frame: Frame;
}

/** The cells by their shades; missing hours and hours that cannot be shown are hatched. */
export function HeatCells({ panel, frame, colourOf }: PartProps & { colourOf: (shade: number) => string }) {
  const { dayPixels, hourPixels, across } = frame;
  // Paths are in cells with days along x; the turned picture swaps the axes.
  const transform = across
    ? `scale(${dayPixels} ${hourPixels})`
    : `matrix(0 ${dayPixels} ${hourPixels} 0 0 0)`;
  const rects = (list: HeatRect[], ground: string, pattern: string) => {
    const path = list
      .map((rect) => pixelBox(rect, frame))
      .map((box) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`)
      .join('');
    return path ? (
      <>
        <path className={ground} d={path} />
        <path d={path} fill={`url(#${pattern})`} />
      </>
    ) : null;
  };
  return (
    <>
      <g transform={transform} shapeRendering="crispEdges">
        {panel.shades.map(
          (path, shade) => path && <path key={shade} d={path} style={{ fill: colourOf(shade) }} />,
        )}
      </g>
      {rects(panel.missing, 'heat-missing-ground', 'hatch-missing')}
      {rects(panel.nonexistent, 'heat-nowhere-ground', 'hatch-nowhere')}
    </>
  );
}

/** The panel's title, its dates and its hours. */
export function HeatAxes({ panel, frame }: PartProps) {
  const { left, top, dayPixels, hourPixels, across } = frame;
  const hours = [0, 6, 12, 18, 24];
  return (
    <g className="heat-axis">
      <text className="heat-year" x={across ? left : 0} y={12} textAnchor="start">
        {panel.title}
      </text>
      {panel.ticks.map((tick) => {
        const at = tick.x * dayPixels;
        return across ? (
          <text key={tick.label} x={left + at + 2} y={top - 6} textAnchor="start">
            {tick.label}
          </text>
        ) : (
          <text key={tick.label} x={left - 6} y={top + at + 11} textAnchor="end">
            {tick.label}
          </text>
        );
      })}
      {hours.map((hour) =>
        across ? (
          <text key={hour} x={left - 6} y={top + hour * hourPixels + 4} textAnchor="end">
            {minuteText(hour * 60)}
          </text>
        ) : (
          <text key={hour} x={left + hour * hourPixels} y={top - 6} textAnchor="middle">
            {hour}
          </text>
        ),
      )}
    </g>
  );
}

/** Names the days of 23 and 25 hours and rings the cell that makes them so. */
export function OddDays({ panel, frame }: PartProps) {
  const { dayPixels, hourPixels, across } = frame;
  return (
    <>
      {panel.oddDays.map((odd) => {
        const box = pixelBox({ x: odd.x, y: odd.hour, height: 1 }, frame);
        const along = (odd.x + 0.5) * dayPixels;
        const name = `heat-odd is-${odd.kind}`;
        return (
          <g key={odd.x} className={name}>
            {across ? (
              <>
                <line x1={along} x2={along} y1={-18} y2={box.y - 3} />
                <text x={along} y={-22} textAnchor={odd.x > panel.days - 30 ? 'end' : 'middle'}>
                  {odd.label}
                </text>
              </>
            ) : (
              <>
                <line x1={box.x + box.width + 3} x2={24 * hourPixels + 4} y1={along} y2={along} />
                <text x={24 * hourPixels + 6} y={along + 4} textAnchor="start">
                  {odd.label}
                </text>
              </>
            )}
            <rect x={box.x - 2} y={box.y - 2} width={box.width + 4} height={box.height + 4} rx={2} />
          </g>
        );
      })}
    </>
  );
}
