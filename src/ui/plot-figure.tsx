import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ChartSpec } from '../charts/chart-spec';
import { ChartReader } from './chart-reader';
import type { ReaderGestures } from './chart-reader';
import { ChartTableView } from './chart-table';
import { drawPlot } from './draw-plot';
import type { DrawnPlot } from './draw-plot';
import { useWidth } from './use-width';

interface PlotFigureProps {
  spec: ChartSpec;
  /** Names the chart for people who hear the page; the visible title stands above it. */
  label: string;
  gestures?: ReaderGestures;
}

/** A plot as wide as its place, with a reader for single values and its table. */
export function PlotFigure({ spec, label, gestures }: PlotFigureProps) {
  const [ref, width] = useWidth();
  const drawn = useMemo(() => (width > 0 ? drawPlot(spec, width) : null), [spec, width]);
  return (
    <figure className="plot-figure" aria-label={label}>
      <div ref={ref} className="plot-place" style={{ height: spec.height }}>
        {drawn && <PlotMount drawn={drawn} />}
        {drawn && (
          <ChartReader drawn={drawn} points={spec.points} label={label} {...(gestures ? { gestures } : {})} />
        )}
      </div>
      <ChartTableView table={spec.table} />
    </figure>
  );
}

function PlotMount({ drawn }: { drawn: DrawnPlot }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    host.current?.replaceChildren(drawn.svg);
  }, [drawn]);
  return <div ref={host} />;
}
