import type { HeatPanel } from '../charts/heatmap';
import { DAY } from '../charts/time-text';
import type { TimeWindow } from '../charts/timeline-window';
import type { MarksOfDay } from './explore/calendar-sheets';
import type { Frame } from './heat-frame';

interface PartProps {
  panel: HeatPanel;
  frame: Frame;
}

/** Pales the days outside what is selected. */
export function HeatShade({ window, panel, frame }: PartProps & { window: TimeWindow | null }) {
  if (!window) return null;
  const at = (local: number) =>
    Math.min(panel.days, Math.max(0, (local - panel.firstDate) / DAY)) * frame.dayPixels;
  const deep = 24 * frame.hourPixels;
  const strip = (from: number, to: number) =>
    frame.across
      ? { x: from, y: 0, width: Math.max(0, to - from), height: deep }
      : { x: 0, y: from, width: deep, height: Math.max(0, to - from) };
  return (
    <>
      <rect className="heat-shade" {...strip(0, at(window.from))} />
      <rect className="heat-shade" {...strip(at(window.to), at(Infinity))} />
    </>
  );
}

/** A dot beside each day that has an annotation. */
export function HeatMarks({ panel, frame, marksOf }: PartProps & { marksOf: MarksOfDay }) {
  const deep = 24 * frame.hourPixels;
  const days = Array.from({ length: panel.days }, (_, day) => day).filter(
    (day) => marksOf(panel.firstDate + day * DAY).length > 0,
  );
  return (
    <>
      {days.map((day) => {
        const along = (day + 0.5) * frame.dayPixels;
        return frame.across ? (
          <circle key={day} className="calendar-mark" cx={along} cy={deep + 5} r={2.5} />
        ) : (
          <circle key={day} className="calendar-mark" cx={-4} cy={along} r={2} />
        );
      })}
    </>
  );
}
