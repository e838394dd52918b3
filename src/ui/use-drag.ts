import { useState } from 'react';
import type { PointerEvent } from 'react';

const CLICK_PIXELS = 4;

interface Drag {
  from: number;
  to: number;
}

interface DragHandlers {
  drag: Drag | null;
  start: (event: PointerEvent, pixel: number) => void;
  move: (pixel: number) => void;
  /** Ends the drag; says whether it was a stretch or a mere click, null when none was going on. */
  end: () => { kind: 'stretch'; from: number; to: number } | { kind: 'click' } | null;
  cancel: () => void;
}

/** A stretch drawn with mouse or pen. Fingers scroll the page instead. */
export function useDrag(): DragHandlers {
  const [drag, setDrag] = useState<Drag | null>(null);
  return {
    drag,
    start: (event, pixel) => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: pixel, to: pixel });
    },
    move: (pixel) => {
      if (drag) setDrag({ ...drag, to: pixel });
    },
    end: () => {
      if (!drag) return null;
      setDrag(null);
      const from = Math.min(drag.from, drag.to);
      const to = Math.max(drag.from, drag.to);
      return to - from > CLICK_PIXELS ? { kind: 'stretch', from, to } : { kind: 'click' };
    },
    cancel: () => setDrag(null),
  };
}
