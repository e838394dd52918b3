/**
 * `npm run conformance:confusion`: what the detector makes of 1,000 seeded files, written into docs/etl.md.
 * 25 files are opened at a time, since each is judged on its own.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConventionRow } from '../../src/queries/rows';
import { meterFile } from '../corpus/meter-file';
import { runFiles } from '../native-run/native-run';
import { ENCODINGS } from './encodings';
import type { EncodingName } from './encodings';
import { makeFixture, rightNames, ZONES } from './fixture';
import type { FixtureSpec } from './fixture';

const FILES = 1000;
const AT_ONCE = 25;
const SERIES = [1, 1, 5, 20] as const;
const RESOLUTIONS = [60, 60, 30, 15] as const;
const PAGE = new URL('../../docs/etl.md', import.meta.url);
const MARKS = ['<!-- confusion:start -->', '<!-- confusion:end -->'] as const;

interface Verdict {
  spec: FixtureSpec;
  name: string;
  certainty: string;
  isRight: boolean;
}

const verdicts: Verdict[] = [];
const folder = mkdtempSync(join(tmpdir(), 'meterfold-confusion-'));
try {
  const batches = Array.from({ length: FILES / AT_ONCE }, (_, batch) => batch);
  for (const batch of batches) {
    verdicts.push(...(await judge(batch)));
    console.log(
      `${verdicts.length} of ${FILES} files, ${verdicts.filter((each) => !each.isRight).length} misnamed`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writePage(report(verdicts));

async function judge(batch: number): Promise<Verdict[]> {
  const zone = ZONES[batch % ZONES.length]!;
  const specs = Array.from({ length: AT_ONCE }, (_, index) => specOf(batch * AT_ONCE + index, zone));
  const paths: string[] = [];
  for (const [index, spec] of specs.entries()) {
    const { rows } = await makeFixture(spec);
    const path = join(folder, `${index}.parquet`);
    writeFileSync(
      path,
      meterFile(rows.filter(nearTransition(zone)).map((row) => ({ ...row, client_id: `file-${index}` }))),
    );
    paths.push(path);
  }
  const run = await runFiles(paths, { zone });
  const found = (await run.rows<ConventionRow>('convention')).sort((a, b) => a.source_id - b.source_id);
  await run.close();
  return specs.map((spec, index) => {
    const { name, certainty } = found[index]!;
    const isRight = rightNames(spec).includes(name);
    if (!isRight) console.log(`  ${JSON.stringify(spec)} was named ${name}, ${certainty}`);
    return { spec, name, certainty, isRight };
  });
}

function specOf(seed: number, zone: string): FixtureSpec {
  const turn = Math.floor(seed / ENCODINGS.length);
  return {
    encoding: ENCODINGS[seed % ENCODINGS.length]!,
    zone,
    minutes: RESOLUTIONS[Math.floor(turn / SERIES.length) % RESOLUTIONS.length]!,
    series: SERIES[turn % SERIES.length]!,
    seed,
    first: '2022-03-01',
    last: '2022-11-25',
  };
}

/** Only the weeks around the transitions are looked at, so only they are written. */
function nearTransition(zone: string): (row: { date: number | null }) => boolean {
  const days: Readonly<Record<string, readonly string[]>> = {
    'Australia/Lord_Howe': ['2022-04-03', '2022-10-02'],
    'America/New_York': ['2022-03-13', '2022-11-06'],
  };
  const near = (days[zone] ?? ['2022-03-27', '2022-10-30']).map((date) => Date.parse(`${date}T00:00:00Z`));
  return ({ date }) => near.some((day) => Math.abs((date ?? 0) - day) <= 16 * 86_400_000);
}

function report(all: readonly Verdict[]): string {
  const head =
    '| file was written as | series | files | right | named otherwise |\n| --- | --- | --- | --- | --- |';
  const lines = ENCODINGS.flatMap((encoding) =>
    [1, 5, 20].map((series) => line(encoding, series, all.filter(isOf(encoding, series)))),
  );
  const wrong = (series: number, certain?: string) =>
    all.filter(
      (each) => each.spec.series === series && !each.isRight && (!certain || each.certainty === certain),
    ).length;
  return [
    `${all.length} files, ${all.filter((each) => each.isRight).length} named rightly. With 20 series ${wrong(20)} wrong names; with one series ${wrong(1)}, ${wrong(1, 'certain')} of them called certain.`,
    '',
    head,
    ...lines,
  ].join('\n');
}

const isOf = (encoding: EncodingName, series: number) => (each: Verdict) =>
  each.spec.encoding === encoding && each.spec.series === series;

function line(encoding: EncodingName, series: number, of: readonly Verdict[]): string {
  const others = of.filter((each) => !each.isRight);
  const names = [...new Set(others.map((each) => `${each.name} (${each.certainty})`))];
  const counted = names.map(
    (name) => `${others.filter((each) => `${each.name} (${each.certainty})` === name).length} × ${name}`,
  );
  return `| ${encoding} | ${series} | ${of.length} | ${of.length - others.length} | ${counted.join(', ') || '–'} |`;
}

function writePage(text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before] = page.split(MARKS[0]);
  const after = page.split(MARKS[1])[1] ?? '';
  writeFileSync(PAGE, `${before}${MARKS[0]}\n\n${text}\n\n${MARKS[1]}${after}`);
}
