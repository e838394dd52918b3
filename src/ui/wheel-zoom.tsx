import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface WheelZoomProps {
  onZoom: (factor: number) => void;
  children: ReactNode;
}

/** Zooms on a pinch or on Ctrl with the wheel; the plain wheel keeps scrolling the page. */
export function WheelZoom({ onZoom, children }: WheelZoomProps) {
  const element = useRef<HTMLDivElement>(null);
  const zoom = useRef(onZoom);
  useEffect(() => {
    zoom.current = onZoom;
  });
  useEffect(() => {
    const target = element.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom.current(Math.exp(event.deltaY * 0.004));
    };
    target?.addEventListener('wheel', onWheel, { passive: false });
    return () => target?.removeEventListener('wheel', onWheel);
  }, []);
  return <div ref={element}>{children}</div>;
}
