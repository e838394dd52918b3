import type { Overlay } from '../../charts/overlay';

interface OverlayLegendProps {
  overlay: Overlay<object> | null;
  /** ` of 1 Jul 2022 – 31 Jul 2022` while the brush shows a part, else empty; left out where the axis says it. */
  ofPeriod?: string;
}

/** Which of a picture's two sides is which; nothing while nothing lies over it. */
export function OverlayLegend({ overlay, ofPeriod }: OverlayLegendProps) {
  if (!overlay) return null;
  return (
    <div className="legend">
      <span className="legend-item">
        <span className="compare-line is-own" aria-hidden="true" />
        this meter{ofPeriod === '' ? ', whole period' : ofPeriod}
      </span>
      <span className="legend-item">
        <span className="compare-line" style={{ background: overlay.colour }} aria-hidden="true" />
        {overlay.label}
      </span>
    </div>
  );
}
