import { markdownTable } from '../../docs/platform/scripts/marked-sections';
import { PYTHON_LIBRARIES } from './figures';
import type { BenchResult, FleetResult, PairedRun, PythonFigures, PythonLibrary } from './figures';
import { ofPage, STEPS } from './report-steps';
import type { Pick, Step } from './report-steps';
import { fleetText, megabytes, rangeText, ratioText, timeText } from './report-text';
import { ratioOf, spreadOf } from './spread';

const FIGURES = ['open_ms', 'totals_ms', 'profile_ms', 'export_ms'] as const;
const PYTHON_STEPS = STEPS.filter(({ figure }) => FIGURES.some((one) => one === figure));

/** The section on pandas and polars: what they do, their times, and ratios to the page of the same run. */
export function pythonText({ python, fleets }: BenchResult): string {
  const versions = python.filter(({ found }) => found).map(({ name, found }) => `${name} ${found}`);
  if (versions.length === 0) {
    return 'The same steps with an idiomatic explode are in `e2e/bench/peers/python_peers.py`. They were not run, since no Python with the libraries was there.';
  }
  const rows = fleets.flatMap((fleet) => PYTHON_STEPS.flatMap((step) => stepRow(step, fleet)));
  const head = ['Fleet', 'Step', 'Runs', 'Page', 'pandas', 'polars', 'pandas ÷ page', 'polars ÷ page'];
  const peaks = fleets
    .filter(({ runs }) => runs.some((run) => run.python?.pandas ?? run.python?.polars))
    .map((fleet) => [fleetText(fleet), ...PYTHON_LIBRARIES.map((name) => peakText(fleet, name))]);
  return [
    `The same steps with an idiomatic explode (${versions.join(', ')}; \`e2e/bench/peers/python_peers.py\`). To open is less work for them: they read and unfold, and apply no rule, look for no evidence of the encoding and keep no ledger; the fleet’s readings and energy must be those of native, or the command fails. From then on they have every reading in memory, unfolded, and polars uses both cores. Beside fleets of more than ten million readings they run once; what asks for more than 85 % of the machine’s memory did not fit.`,
    markdownTable(head, rows),
    'Their processes took this much memory at most, in MB:',
    markdownTable(['Fleet', ...PYTHON_LIBRARIES], peaks),
  ].join('\n\n');
}

/** For the table of aims: the step in which the page is least ahead of pandas, or behind it. */
export function pandasVerdict({ runs }: FleetResult): string {
  const steps = PYTHON_STEPS.map((step) => ({
    title: step.title,
    ratio: spreadOf(runs.map((run) => ratioOf(ofPython(step, 'pandas')(run), ofPage(step)(run))))?.median,
  })).filter((step): step is { title: string; ratio: number } => step.ratio !== undefined);
  if (steps.length === 0) return '–';
  const behind = steps.filter(({ ratio }) => ratio <= 1);
  const least = Math.min(...steps.map(({ ratio }) => ratio));
  if (behind.length === 0) return `at least ${ratioText(least)} × – met`;
  const named = behind.map(({ title, ratio }) => `${title} ${ratioText(ratio)} ×`);
  return `${named.join(', ')} – **missed**`;
}

function ofPython(step: Step, library: PythonLibrary): Pick {
  return (run) => figuresOf(run, library)?.[step.figure as keyof PythonFigures] ?? null;
}

/** Null where the library did not run, or the fleet did not fit. */
function figuresOf({ python }: PairedRun, library: PythonLibrary): PythonFigures | null {
  const figures = python?.[library];
  return figures && !('did_not_fit' in figures) ? figures : null;
}

function stepRow(step: Step, fleet: FleetResult): string[][] {
  const runs = fleet.runs.filter(({ python }) => python && Object.keys(python).length > 0);
  if (runs.length === 0) return [];
  const page = ofPage(step);
  const ratio = (library: PythonLibrary) =>
    rangeText(spreadOf(runs.map((run) => ratioOf(ofPython(step, library)(run), page(run)))));
  const time = (library: PythonLibrary) =>
    didNotFit(fleet, library) ? 'did not fit' : timeText(spreadOf(runs.map(ofPython(step, library))));
  return [
    [
      fleetText(fleet),
      step.title,
      String(runs.length),
      timeText(spreadOf(runs.map(page))),
      ...PYTHON_LIBRARIES.map(time),
      ...PYTHON_LIBRARIES.map(ratio),
    ],
  ];
}

function didNotFit({ runs }: FleetResult, library: PythonLibrary): boolean {
  return runs.some(({ python }) => {
    const run = python?.[library];
    return run !== undefined && 'did_not_fit' in run;
  });
}

function peakText(fleet: FleetResult, library: PythonLibrary): string {
  if (didNotFit(fleet, library)) return 'did not fit';
  return megabytes(spreadOf(fleet.runs.map((run) => figuresOf(run, library)?.process_peak_bytes ?? null)));
}
