import type { FleetResult, PairedRun } from './figures';
import { metersText } from './report-text';
import { spreadOf } from './spread';

const WIDTH = 720;
const PANEL = 230;
const LEFT = 64;
const TOP = 46;

interface Line {
  name: string;
  color: string;
  dash: string;
  pick: (run: PairedRun) => number | null;
}

const PANELS: { title: string; lines: Line[] }[] = [
  {
    title: 'Open and first picture, microseconds for each reading',
    lines: [
      { name: 'page', color: '#1f5fbf', dash: '', pick: ({ page }) => page.load_ms },
      { name: 'native, one thread', color: '#b3541e', dash: '6 4', pick: ({ native }) => native.load_ms },
    ],
  },
  {
    title: 'Export, microseconds for each reading',
    lines: [
      { name: 'page', color: '#1f5fbf', dash: '', pick: ({ page }) => page.export_ms },
      { name: 'native, one thread', color: '#b3541e', dash: '6 4', pick: ({ native }) => native.export_ms },
    ],
  },
];

/** How time grows with the fleet: flat lines mean that twice the readings take twice as long. Fleets of 60 minutes. */
export function growthChart(fleets: readonly FleetResult[]): string {
  const hourly = fleets.filter(
    ({ meters, resolution_minutes }) => meters >= 100 && resolution_minutes === 60,
  );
  const height = TOP + PANELS.length * PANEL;
  const panels = PANELS.map((panel, index) => panelText(panel, hourly, TOP + index * PANEL));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    '<title>Time for each reading as fleets grow</title>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="26" font-size="16" font-weight="600" fill="#1c2430">Time for each reading as fleets grow</text>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function panelText(
  { title, lines }: (typeof PANELS)[number],
  fleets: readonly FleetResult[],
  top: number,
): string {
  const [upper, lower] = [top + 34, top + PANEL - 44];
  const xs = fleets.map(
    (_, place) => LEFT + 60 + (place * (WIDTH - LEFT - 220)) / Math.max(1, fleets.length - 1),
  );
  const valuesOf = ({ pick }: Line) =>
    fleets.map(({ readings, runs }) => {
      const median = spreadOf(runs.map(pick))?.median;
      return median === undefined ? null : (median * 1000) / readings;
    });
  const most = Math.max(0.1, ...lines.flatMap(valuesOf).map((value) => value ?? 0));
  const step = niceStep(most / 4);
  const ceiling = Math.ceil(most / step) * step;
  const y = (value: number) => lower - (value / ceiling) * (lower - upper);
  const parts = [`<text x="${LEFT}" y="${top + 16}" fill="#3c4654">${title}</text>`];
  for (let tick = 0; tick <= ceiling + step / 2; tick += step) {
    parts.push(
      `<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${y(tick)}" y2="${y(tick)}" stroke="#dfe4ea"/>`,
      `<text x="${LEFT - 8}" y="${y(tick) + 4}" text-anchor="end" fill="#5a6472">${Number(tick.toFixed(2))}</text>`,
    );
  }
  fleets.forEach(({ meters }, place) =>
    parts.push(
      `<text x="${xs[place]}" y="${lower + 20}" text-anchor="middle" fill="#5a6472">${metersText(meters)}</text>`,
    ),
  );
  for (const line of lines) parts.push(...lineText(line, valuesOf(line), xs, y));
  return parts.join('\n');
}

function lineText(
  { name, color, dash }: Line,
  values: readonly (number | null)[],
  xs: readonly number[],
  y: (value: number) => number,
): string[] {
  const points = values.flatMap((value, place) =>
    value === null ? [] : [{ x: xs[place]!, y: y(value), value }],
  );
  const last = points.at(-1);
  if (!last) return [];
  const path = points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2.5"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
    ...points.map(
      ({ x, y: at, value }) =>
        `<circle cx="${x.toFixed(1)}" cy="${at.toFixed(1)}" r="4" fill="${color}"><title>${name}: ${value.toFixed(2)} µs</title></circle>`,
    ),
    `<text x="${(last.x + 12).toFixed(1)}" y="${(last.y + 4).toFixed(1)}" fill="${color}">${name} ${last.value.toFixed(2)}</text>`,
  ];
}

function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10) * power;
}
