import { describe, expect, it } from 'vitest';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import type { Policies } from '../domain/policy';

const folder = testFolder();
const HOUR = 3_600_000;
let files = 0;

interface Reading {
  energy: number | null;
  quality: string;
  quality_rule: string | null;
  timestamp_utc: number;
}

/** What flows in the hour that begins at an instant: thousandths that differ from hour to hour. */
const flow = (hour: number): number => (((hour * 37) % 89) + 11) / 1000;

/** The counter at each true hour from the first to the last instant, both included. */
function states(first: string, last: string, start = 1234.5): { at: number; state: number }[] {
  const found: { at: number; state: number }[] = [];
  let thousandths = Math.round(start * 1000);
  for (let at = Date.parse(first), hour = 0; at <= Date.parse(last); at += HOUR, hour++) {
    found.push({ at, state: thousandths / 1000 });
    thousandths += Math.round(flow(hour) * 1000);
  }
  return found;
}

type State = ReturnType<typeof states>[number];

/** A file with a row for each state, its time in UTC. */
async function withStates<T>(
  rows: readonly State[],
  change: Partial<Policies>,
  look: (run: NativeRun) => Promise<T>,
): Promise<T> {
  const lines = rows.map(({ at, state }) => `m,${new Date(at).toISOString()},${state}`);
  const text = ['meter,timestamp,kWh', ...lines].join('\n');
  const run = await runFiles([folder.write(`states-${files++}.csv`, Buffer.from(text))], {
    meaning: 'register',
    ...change,
  });
  try {
    return await look(run);
  } finally {
    await run.close();
  }
}

const readings = async (run: NativeRun): Promise<Reading[]> =>
  (await run.rows<Reading>('analytical')).sort((one, other) => one.timestamp_utc - other.timestamp_utc);

async function told(run: NativeRun) {
  const rows = await readings(run);
  const ledger = await run.rows<Record<string, number>>('ledger');
  const aside = await run.rows<{ reason: string; value_count: number; energy: number }>('set_aside');
  const findings = await run.rows<{ rule: string; severity: string; finding_count: number }>('finding');
  return {
    rows,
    at: (instant: string) => rows.find((row) => row.timestamp_utc === Date.parse(instant)),
    energy: ledger.reduce((sum, line) => sum + line['energy_shown']!, 0),
    aside: Object.fromEntries(
      aside.map(({ reason, value_count, energy }) => [reason, [value_count, energy]]),
    ),
    rules: Object.fromEntries(findings.map(({ rule, finding_count }) => [rule, finding_count])),
    told: findings.map(({ rule, severity }) => `${rule}: ${severity}`).sort(),
  };
}

const ofRegister = (text: string): boolean => text.startsWith('register_');

/** Both clock changes of Vilnius lie within. */
const YEAR_PARTS = states('2022-03-20T00:00Z', '2022-11-05T00:00Z');
const WEEK = states('2022-05-02T00:00Z', '2022-05-09T00:00Z');

describe('counter states', () => {
  it('become the energy between them, on 23 and 25 hours too; the last has no difference and is counted', () =>
    withStates(YEAR_PARTS, {}, async (run) => {
      const { rows, aside, energy } = await told(run);
      const known = rows.filter((row) => row.energy !== null);
      expect(known.map((row) => row.energy)).toEqual(
        YEAR_PARTS.slice(0, -1).map((_state, hour) => flow(hour)),
      );
      expect(new Set(known.map((row) => row.quality))).toEqual(new Set(['measured']));
      expect(rows.at(-1)).toMatchObject({ quality: 'missing' });
      expect(aside).toEqual({ register_edge: [1, 0] });
      expect(energy).toBeCloseTo(YEAR_PARTS.at(-1)!.state - YEAR_PARTS[0]!.state, 9);
    }));

  it('at the end of their slot are held against the one before', () =>
    withStates(WEEK, { meaning: 'register-end' }, async (run) => {
      const { rows, aside } = await told(run);
      expect(rows.filter((row) => row.energy !== null).map((row) => row.energy)).toEqual(
        WEEK.slice(1).map((_state, hour) => flow(hour)),
      );
      expect(rows.find((row) => row.timestamp_utc === WEEK[0]!.at)).toMatchObject({
        quality: 'missing',
        quality_rule: 'register_edge',
      });
      expect(aside).toEqual({ register_edge: [1, 0] });
    }));

  it('are offered as such, with evidence, and no longer once it is decided', async () => {
    const offered = await withStates(WEEK, { meaning: 'interval' }, told);
    expect(offered.rules['looks_like_register']).toBe(7);
    const decided = await withStates(WEEK, {}, told);
    expect(decided.rules['looks_like_register']).toBeUndefined();
    const reset = WEEK.map(({ at, state }, hour) => ({ at, state: hour < 60 ? state : state - 1200 }));
    expect((await withStates(reset, { meaning: 'interval' }, told)).rules['looks_like_register']).toBe(7);
    const ordinary = WEEK.map(({ at }, hour) => ({ at, state: flow(hour) }));
    const plain = await withStates(ordinary, { meaning: 'interval' }, told);
    expect(plain.rules['looks_like_register']).toBeUndefined();
  });
});

describe('a gap between counter states', () => {
  const hole = WEEK.filter((_state, hour) => hour < 20 || hour > 22);
  const over = [19, 20, 21, 22].reduce((sum, hour) => sum + flow(hour), 0);

  it('is set aside with its energy: it is known how much, not when', () =>
    withStates(hole, {}, async (run) => {
      const { at, aside, rules, told: once } = await told(run);
      expect(once.filter(ofRegister)).toEqual(['register_edge: set_aside', 'register_gap: finding']);
      expect(at('2022-05-02T19:00Z')).toMatchObject({
        energy: null,
        quality: 'missing',
        quality_rule: 'register_gap',
      });
      expect(at('2022-05-02T21:00Z')).toMatchObject({ energy: null, quality: 'missing' });
      expect(aside).toEqual({ register_edge: [1, 0], register_gap: [1, expect.closeTo(over, 9) as number] });
      expect(rules['register_gap']).toBe(1);
    }));

  it('is shared out, flagged, and adds up exactly, where the person says so', () =>
    withStates(hole, { registerGaps: 'split' }, async (run) => {
      const { rows, aside, energy } = await told(run);
      const shared = rows.filter((row) => row.quality === 'split');
      expect(shared.map((row) => row.quality_rule)).toEqual(Array(4).fill('register_gap'));
      expect(shared.map((row) => row.energy)).toEqual(
        Array(4)
          .fill(over / 4)
          .map((part) => expect.closeTo(part as number, 8) as number),
      );
      expect(aside).toEqual({ register_edge: [1, 0] });
      expect(energy).toBeCloseTo(WEEK.at(-1)!.state - WEEK[0]!.state, 9);
    }));
});

describe('a counter that falls', () => {
  const from = (rows: readonly State[], hour: number, change: (state: number) => number) =>
    rows.map(({ at, state }, index) => ({
      at,
      state: index < hour ? state : Math.round(change(state) * 1000) / 1000,
    }));

  it('to zero was reset: the interval across it is missing, never negative', () =>
    withStates(
      from(WEEK, 50, (state) => state - WEEK[50]!.state + 0.2),
      {},
      async (run) => {
        const { at, aside, rules, rows, told: once } = await told(run);
        expect(at('2022-05-04T01:00Z')).toMatchObject({
          energy: null,
          quality: 'missing',
          quality_rule: 'register_reset',
        });
        expect(aside['register_reset']).toEqual([1, 0]);
        expect(rules['register_reset']).toBe(1);
        expect(once.filter(ofRegister)).toEqual(['register_edge: set_aside', 'register_reset: finding']);
        expect(rows.filter((row) => (row.energy ?? 0) < 0)).toEqual([]);
      },
    ));

  it('from 99,999 to zero rolled over: the energy across it is known, and flagged', () => {
    const high = states('2022-05-02T00:00Z', '2022-05-09T00:00Z', 99_996);
    return withStates(
      from(high, 0, (state) => state % 100_000),
      {},
      async (run) => {
        const { rows, rules, energy } = await told(run);
        const rolled = rows.filter((row) => row.quality_rule === 'register_roll_over');
        expect(rolled.map((row) => row.quality)).toEqual(['suspect']);
        expect(rules['register_roll_over']).toBe(1);
        expect(energy).toBeCloseTo(high.at(-1)!.state - high[0]!.state, 6);
      },
    );
  });

  it('in any other way has no energy for that interval, and is a finding', () =>
    withStates(
      from(WEEK, 50, (state) => state - 100),
      {},
      async (run) => {
        const { aside, rules } = await told(run);
        expect(aside['register_fall']).toEqual([1, 0]);
        expect(rules['register_fall']).toBe(1);
      },
    ));
});

describe('the rules', () => {
  it('see days and dates without states, as they do of readings', () =>
    withStates(
      WEEK.filter((_state, hour) => hour < 50 || (hour >= 64 && hour < 96) || hour >= 120),
      {},
      async (run) => {
        const { rules, told: once } = await told(run);
        expect(new Set(once).size).toBe(once.length);
        expect(rules).toMatchObject({ completeness_day: expect.any(Number) as number, register_gap: 2 });
        const places = await run.rows<{ rule: string; severity: string }>('finding_place');
        expect(new Set(places.map(({ rule, severity }) => `${rule}: ${severity}`))).toEqual(new Set(once));
      },
    ));
});

describe('a register in another unit', () => {
  it('is converted first: states in Wh give energy in kWh', () =>
    withStates(
      WEEK.map(({ at, state }) => ({ at, state: Math.round(state * 1000) })),
      {
        outputUnit: 'kWh',
        seriesSettings: { [['unknown', 'm', '', '', 'kWh'].join('\u001f')]: { unit: 'Wh' } },
      },
      async (run) => {
        const known = (await readings(run)).filter((row) => row.energy !== null);
        expect(known.map((row) => row.energy)).toEqual(WEEK.slice(0, -1).map((_state, hour) => flow(hour)));
      },
    ));
});
