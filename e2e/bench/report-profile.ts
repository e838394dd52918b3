import { markdownTable } from '../../docs/platform/scripts/marked-sections';
import type { EngineProfile, WorkCost } from './figures';
import { whole } from './report-text';

/** The parts of opening, by the names that the engine's calls have in the profile; the rest is the last part. */
const PARTS: readonly [string, RegExp][] = [
  ['Arrow batches into a table', /^arrow batches$/],
  ['Staging: texts, keys, typed rows with their figures', /^(batch_|staged_|Whether any row)/],
  ['Compressing what is stored', /^compressing$/],
  ['What the rules look into', /^(day_step|series_|odd_|doubt)/],
  [
    'Clock-change evidence',
    /^(uneven_day|transition_|array_length|padded_sign|judged_series|near_day|spring_sign|autumn_ratio|clock_|convention|day_shape)/,
  ],
  ['Ledger, set aside, findings', /^(ledger|set_aside|finding)$/],
];
const REST = 'Everything else: other models, views, the page’s first questions';

/** What the engine’s thread does, in processor time, as the last profile found it. */
export function profileText(profiles: readonly EngineProfile[]): string {
  if (profiles.length === 0) return 'Not measured yet.';
  const heads = profiles.map(({ meters }) => `${whole(meters)} meters`);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const row = (name: string, pick: (profile: EngineProfile) => string) => [name, ...profiles.map(pick)];
  const open = [...PARTS.map(([name]) => name), REST].map((name) =>
    row(name, ({ open: costs }) => seconds(partOf(costs, name))),
  );
  const all = row('In all', ({ open: costs }) => seconds(sum(costs)));
  const codec = row('Beside it: decoding Parquet', ({ parquet_ms }) => seconds(parquet_ms));
  const memory = row('Engine’s heap, MB', ({ engine_open_bytes }) => whole(engine_open_bytes / 1e6));
  const questions = [
    row('One meter: all questions of its page', ({ meter_ms }) =>
      seconds(Object.values(meter_ms).reduce((total, ms) => total + ms, 0)),
    ),
    row('The longest of them', ({ meter_ms }) => {
      const [name, ms] = Object.entries(meter_ms).sort((one, other) => other[1] - one[1])[0] ?? ['', 0];
      return `${name}, ${whole(ms)} ms`;
    }),
    row('Fleet totals', ({ totals_ms }) => seconds(totals_ms)),
    row('Hour profile', ({ profile_ms }) => seconds(profile_ms)),
    row('Export: planning', ({ export_plan_ms }) => seconds(export_plan_ms)),
    row(
      'Export: the rows, for each reading',
      ({ export_rows_ms, readings }) => `${((export_rows_ms * 1000) / readings).toFixed(2)} µs`,
    ),
    row('Engine’s heap then, MB', ({ engine_bytes }) => whole(engine_bytes / 1e6)),
  ];
  return [
    'Processor time of the engine’s work alone: the same WebAssembly in Node, driven by the page’s own code, one statement at a time, after a rehearsal on 100 meters. The browser’s compiler works on other threads meanwhile and counts here too.',
    markdownTable(['Open', ...heads], [...open, all, codec, memory]),
    markdownTable(['Then', ...heads], questions),
  ].join('\n\n');
}

function partOf(costs: readonly WorkCost[], name: string): number {
  const pattern = PARTS.find(([part]) => part === name)?.[1];
  if (pattern) return sum(costs.filter(({ work }) => pattern.test(work)));
  return sum(costs.filter(({ work }) => !PARTS.some(([, other]) => other.test(work))));
}

const sum = (costs: readonly WorkCost[]): number => costs.reduce((total, { cpu_ms }) => total + cpu_ms, 0);
