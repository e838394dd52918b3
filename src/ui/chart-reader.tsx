import { useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { pointAt } from '../charts/chart-spec';
import type { Reading, ReadPoint } from '../charts/chart-spec';
import type { DrawnPlot } from './draw-plot';
import { Tooltip } from './tooltip';
import { useDrag } from './use-drag';

/** What a chart can do beyond reading: choose a stretch by dragging, open a point, take further keys. */
export interface ReaderGestures {
  onRange: (x1: number, x2: number) => void;
  onPick: (point: ReadPoint) => void;
  /** Returns true when it used the key. */
  onKey: (key: string, shift: boolean) => boolean;
}

interface ChartReaderProps {
  drawn: DrawnPlot;
  points: readonly ReadPoint[];
  label: string;
  gestures?: ReaderGestures;
}

/** Reads single values off a chart: by pointer, by finger, and by arrow keys as a slider along the x axis. */
export function ChartReader({ drawn, points, label, gestures }: ChartReaderProps) {
  const [index, setIndex] = useState<number | null>(null);
  const { drag, start, move, end, cancel } = useDrag();
  const shown = index === null ? undefined : points[Math.min(index, points.length - 1)];

  const follow = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const pixel = Math.min(Math.max(event.clientX - box.left + drawn.left, drawn.left), drawn.right);
    setIndex(pointAt(points, drawn.pixelToX(pixel)));
    return pixel;
  };
  const onUp = () => {
    const done = end();
    if (done?.kind === 'stretch') gestures?.onRange(drawn.pixelToX(done.from), drawn.pixelToX(done.to));
    else if (done && shown) gestures?.onPick(shown);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (gestures?.onKey(event.key, event.shiftKey)) event.preventDefault();
    else if (event.key === 'Enter' && shown) gestures?.onPick(shown);
    else if (event.key === 'Escape') setIndex(null);
    else {
      const next = nextIndex(event.key, index ?? -1, points.length);
      if (next === null) return;
      event.preventDefault();
      setIndex(next);
    }
  };

  return (
    <>
      {shown && <ReaderMark drawn={drawn} point={shown} />}
      {drag && <DragMark drawn={drawn} {...drag} />}
      <div
        className={gestures ? 'reader can-zoom' : 'reader'}
        {...sliderOf(label, shown, index ?? 0, points.length)}
        style={placeOf(drawn)}
        onPointerMove={(event) => move(follow(event))}
        onPointerDown={(event) => {
          const pixel = follow(event);
          if (gestures) start(event, pixel);
        }}
        onPointerUp={onUp}
        onPointerCancel={cancel}
        onPointerLeave={(event) => event.pointerType !== 'touch' && setIndex(null)}
        onBlur={() => setIndex(null)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** Makes the reader a slider whose value text is what the tooltip says. */
const sliderOf = (label: string, shown: ReadPoint | undefined, index: number, length: number) =>
  ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': `Read values: ${label}`,
    'aria-valuemin': 0,
    'aria-valuemax': Math.max(0, length - 1),
    'aria-valuenow': index,
    'aria-valuetext': shown ? spoken(shown.read()) : 'Use the arrow keys to read values',
  }) as const;

const spoken = ({ title, lines }: Reading): string => `${title}: ${lines.join(', ')}`;

const placeOf = (drawn: DrawnPlot) => ({
  left: drawn.left,
  top: drawn.top,
  width: Math.max(0, drawn.right - drawn.left),
  height: Math.max(0, drawn.bottom - drawn.top),
});

/** The point that a key leads to, or null for a key that does not move. */
function nextIndex(key: string, index: number, length: number): number | null {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 };
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = steps[key];
  return step === undefined ? null : Math.min(length - 1, Math.max(0, index + step));
}

function ReaderMark({ drawn, point }: { drawn: DrawnPlot; point: ReadPoint }) {
  const x = drawn.xToPixel((point.x1 + point.x2) / 2);
  const y = point.y === null ? drawn.bottom : drawn.yToPixel(point.y);
  if (x < drawn.left || x > drawn.right) return null;
  return (
    <>
      <div className="reader-line" style={{ left: x, top: drawn.top, height: drawn.bottom - drawn.top }} />
      {point.y !== null && <div className="reader-dot" style={{ left: x, top: y }} />}
      <Tooltip {...point.read()} x={x} y={drawn.top + 2} width={drawn.right} />
    </>
  );
}

function DragMark({ drawn, from, to }: { drawn: DrawnPlot; from: number; to: number }) {
  return (
    <div
      className="drag-mark"
      style={{
        left: Math.min(from, to),
        width: Math.abs(to - from),
        top: drawn.top,
        height: drawn.bottom - drawn.top,
      }}
    />
  );
}
