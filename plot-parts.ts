import type { Plugin } from 'vite';

const refusal = (what: string): string =>
  `const refuse = () => { throw new Error('${what} are left out of this build: see plot-parts.ts'); };`;

/**
 * Parts of Observable Plot that no chart here uses, but that its `plot` function imports all
 * the same: maps, named colour schemes, legends, tips, pointers, bins, line ends and most curves. They are a
 * third of the library. Each stand-in answers as the part does when it is not asked for anything, and
 * refuses with a sentence when it is. A name that Plot wants and a stand-in lacks fails the build.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  '@observablehq/plot/src/projection.js': `${refusal('maps')}
    export const createProjection = ({ projection } = {}) => (projection == null ? undefined : refuse());
    export const hasProjection = ({ projection } = {}) => (projection == null ? false : refuse());
    export const projectionAspectRatio = (projection) => (projection == null ? undefined : refuse());
    export { refuse as applyPosition, refuse as getGeometryChannels, refuse as project, refuse as xyProjection };`,
  '@observablehq/plot/src/scales/schemes.js': `${refusal('named colour schemes')}
    export const isCategoricalScheme = (scheme) => (scheme == null ? false : refuse());
    export const isDivergingScheme = (scheme) => (scheme == null ? false : refuse());
    // A colour scale without a value asks for a scheme and never uses it.
    export const quantitativeScheme = () => (_share) => refuse();
    export { refuse as ordinalScheme, refuse as ordinalRange };
    export const maybeBooleanRange = () => undefined;`,
  '@observablehq/plot/src/scales/diverging.js': `${refusal('diverging scales')}
    export { refuse as createScaleDiverging, refuse as createScaleDivergingSqrt, refuse as createScaleDivergingPow };
    export { refuse as createScaleDivergingLog, refuse as createScaleDivergingSymlog };`,
  '@observablehq/plot/src/legends.js': `${refusal('legends')}
    export const createLegends = () => [];
    export const exposeLegends = () => refuse;
    export { refuse as legend };`,
  '@observablehq/plot/src/marks/tip.js': `${refusal('tips')}
    export class Tip {}
    export { refuse as tip };`,
  '@observablehq/plot/src/interactions/pointer.js': `${refusal('pointers')}
    export { refuse as pointer, refuse as pointerX, refuse as pointerY, refuse as anchorX, refuse as anchorY };`,
  '@observablehq/plot/src/curve.js': `${refusal('other curves')}
    import { curveLinear, curveMonotoneX, curveStep } from 'd3';
    const curves = { linear: curveLinear, 'monotone-x': curveMonotoneX, step: curveStep };
    export const maybeCurve = (curve = curveLinear) => (typeof curve === 'function' ? curve : (curves[curve] ?? refuse()));
    export const maybeCurveAuto = (curve = curveAuto) => (curve === 'auto' ? curveAuto : maybeCurve(curve));
    export function curveAuto(context) { return curveLinear(context); }`,
  '@observablehq/plot/src/marker.js': `${refusal('line ends')}
    export const markers = (_mark, { marker, markerStart, markerMid, markerEnd } = {}) =>
      marker || markerStart || markerMid || markerEnd ? refuse() : undefined;
    export const applyMarkers = () => undefined;
    export const applyGroupedMarkers = () => undefined;`,
  '@observablehq/plot/src/transforms/bin.js': `${refusal('bins')}
    const undivided = (options = {}) => (options?.interval == null ? options : refuse());
    export { undivided as maybeDenseIntervalX, undivided as maybeDenseIntervalY };
    export { refuse as bin, refuse as binX, refuse as binY, refuse as maybeThresholds };`,
  'd3-geo/dist/d3-geo.mjs': `${refusal('maps')}
    export { refuse as geoPath, refuse as geoStream, refuse as geoTransform, refuse as geoCentroid, refuse as geoGraticule10 };`,
};

/** Puts the stand-ins into a build, and into the tests that hold the charts to their pictures. */
export function withoutUnusedPlotParts(): Plugin {
  return {
    name: 'meterfold:plot-parts',
    enforce: 'pre',
    load(id) {
      const path = id.replaceAll('\\', '/');
      const part = Object.keys(STAND_INS).find((name) => path.endsWith(`/node_modules/${name}`));
      return part ? { code: STAND_INS[part]!, moduleSideEffects: false } : null;
    },
  };
}
