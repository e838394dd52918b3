/**
 * `npm run conformance:confusion`: what the detector makes of 1,000 seeded files, written into docs/etl.md.
 * `-- FIRST COUNT` looks at other seeds instead and writes nothing: a rule that is made to fit the
 * published files only shows there. Files are judged 25 at a time, each on its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ENCODINGS } from './encodings';
import type { EncodingName } from './encodings';
import { makeFixture, rightNames, ZONES } from './fixture';
import type { FixtureSpec } from './fixture';
import { openJudge } from './judge';
import type { Judge } from './judge';

const [FIRST = 0, FILES = 1000] = process.argv.slice(2).map(Number);
const isPublished = process.argv.length === 2;
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
const judge = await openJudge();
try {
  for (let seed = FIRST; seed < FIRST + FILES; seed += AT_ONCE) {
    verdicts.push(...(await verdictsOf(judge, seed)));
    console.log(
      `${verdicts.length} of ${FILES} files, ${verdicts.filter((each) => !each.isRight).length} misnamed`,
    );
  }
} finally {
  await judge.close();
}
if (isPublished) writePage(report(verdicts));
else console.log(report(verdicts));

async function verdictsOf(judging: Judge, seed: number): Promise<Verdict[]> {
  const zone = ZONES[Math.floor(seed / AT_ONCE) % ZONES.length]!;
  const specs = Array.from({ length: AT_ONCE }, (_, index) => specOf(seed + index, zone));
  const fixtures = await Promise.all(specs.map((spec) => makeFixture(spec)));
  const found = await judging.judge(
    fixtures.map(({ rows }) => rows),
    zone,
  );
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
    // Only the weeks around the clock changes are looked at, so only they are made.
    near: 16,
  };
}

function report(all: readonly Verdict[]): string {
  const head =
    '| file was written as | series | files | right | named otherwise |\n| --- | --- | --- | --- | --- |';
  const lines = ENCODINGS.flatMap((encoding) =>
    [1, 5, 20].map((series) => line(encoding, series, all.filter(isOf(encoding, series)))),
  );
  const wrong = (series: number, ...certainties: string[]) =>
    all.filter(
      (each) =>
        each.spec.series === series &&
        !each.isRight &&
        (certainties.length === 0 || certainties.includes(each.certainty)),
    ).length;
  return [
    `${all.length} files, ${all.filter((each) => each.isRight).length} named rightly. With 20 series ${wrong(20)} wrong names; with one series ${wrong(1)}, ${wrong(1, 'certain', 'likely')} of them called certain or likely.`,
    '',
    head,
    ...lines,
  ].join('\n');
}

function isOf(encoding: EncodingName, series: number): (each: Verdict) => boolean {
  return ({ spec }) => spec.encoding === encoding && spec.series === series;
}

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
