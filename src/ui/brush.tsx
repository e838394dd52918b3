import { useMemo, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { brushPicture } from '../charts/brush-path';
import { movePart } from '../charts/timeline-window';
import type { TimeWindow, WindowPart } from '../charts/timeline-window';
import { DAY, dateText } from '../charts/time-text';
import type { DailyRow } from '../queries/rows/series';
import { useWidth } from './use-width';

const HEIGHT = 52;

interface BrushProps {
  rows: readonly DailyRow[];
  whole: TimeWindow;
  window: TimeWindow;
  onChange: (window: TimeWindow) => void;
}

/** The whole period in small, with the window that the time line shows; three sliders move it. */
export function Brush({ rows, whole, window, onChange }: BrushProps) {
  const [ref, width] = useWidth();
  const picture = useMemo(() => brushPicture(rows, whole, width, HEIGHT), [rows, whole, width]);
  const x = (at: number) => ((at - whole.from) / (whole.to - whole.from)) * width;
  const part = (name: WindowPart) => ({ part: name, whole, window, width, onChange });
  return (
    <div ref={ref} className="brush" style={{ height: HEIGHT }}>
      {width > 0 && (
        <>
          <svg width={width} height={HEIGHT} aria-hidden="true">
            <rect className="brush-ground" width={width} height={HEIGHT} rx={6} />
            <path className="brush-area" d={picture.area} />
            {picture.missing.map((stretch) => (
              <rect key={stretch.x} className="brush-missing" {...stretch} y={0} height={HEIGHT} />
            ))}
            <rect className="brush-shade" width={x(window.from)} height={HEIGHT} />
            <rect className="brush-shade" x={x(window.to)} width={width - x(window.to)} height={HEIGHT} />
            <rect
              className="brush-window"
              x={x(window.from) + 0.75}
              y={0.75}
              rx={5}
              width={Math.max(1, x(window.to) - x(window.from) - 1.5)}
              height={HEIGHT - 1.5}
            />
          </svg>
          <BrushPart
            {...part('middle')}
            label="Move the window"
            left={x(window.from)}
            size={x(window.to) - x(window.from)}
          />
          <BrushPart {...part('from')} label="Start of the window" left={x(window.from)} />
          <BrushPart {...part('to')} label="End of the window" left={x(window.to)} />
        </>
      )}
    </div>
  );
}

interface BrushPartProps {
  part: WindowPart;
  whole: TimeWindow;
  window: TimeWindow;
  width: number;
  label: string;
  left: number;
  size?: number;
  onChange: (window: TimeWindow) => void;
}

function BrushPart({ part, whole, window, width, label, left, size, onChange }: BrushPartProps) {
  const grip = useRef<{ x: number; window: TimeWindow } | null>(null);
  const at = part === 'to' ? window.to : window.from;

  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, window };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!grip.current) return;
    const by = ((event.clientX - grip.current.x) / width) * (whole.to - whole.from);
    onChange(movePart(grip.current.window, whole, part, by));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -DAY,
      ArrowRight: DAY,
      ArrowDown: -DAY,
      ArrowUp: DAY,
      PageDown: -30 * DAY,
      PageUp: 30 * DAY,
      Home: whole.from - at,
      End: whole.to - at,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onChange(movePart(window, whole, part, by));
  };

  return (
    <div
      className={part === 'middle' ? 'brush-middle' : `brush-handle is-${part}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={whole.from / DAY}
      aria-valuemax={whole.to / DAY}
      aria-valuenow={at / DAY}
      aria-valuetext={
        part === 'middle' ? `${dateText(window.from)} to ${dateText(window.to - 1)}` : dateText(at)
      }
      style={{ left, ...(size === undefined ? {} : { width: size }) }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onPointerCancel={() => {
        grip.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
