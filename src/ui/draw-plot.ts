import * as Plot from '@observablehq/plot';
import type { ChartSpec } from '../charts/chart-spec';

/** A drawn plot and the way between its pixels and its values. */
export interface DrawnPlot {
  svg: Element;
  left: number;
  right: number;
  top: number;
  bottom: number;
  xToPixel: (value: number) => number;
  pixelToX: (pixel: number) => number;
  yToPixel: (value: number) => number;
}

/** Draws a chart without putting it into the page. */
export function drawPlot(spec: ChartSpec, width: number): DrawnPlot {
  const svg = Plot.plot({ ...spec.options(width), width, height: spec.height });
  // Plot's own <style> element would need 'unsafe-inline' in the page's security policy; figure.css has the rules.
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('aria-hidden', 'true');
  const x = svg.scale('x');
  const y = svg.scale('y');
  const [left, right] = (x?.range ?? [0, width]) as [number, number];
  const [bottom, top] = (y?.range ?? [spec.height, 0]) as [number, number];
  return {
    svg,
    left,
    right,
    top,
    bottom,
    xToPixel: (value) => Number(x?.apply(value) ?? 0),
    pixelToX: (pixel) => Number(x?.invert?.(pixel) ?? 0),
    yToPixel: (value) => Number(y?.apply(value) ?? 0),
  };
}
