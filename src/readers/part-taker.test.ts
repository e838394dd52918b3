import { describe, expect, it } from 'vitest';
import { nem12Text } from '../../e2e/corpus/nem12-file';
import { shapedFiles, trueReadings } from '../../e2e/corpus/shaped-files';
import { DEFAULT_POLICIES } from '../domain/policy';
import type { FileScan, Selection } from '../domain/selection';
import type { DayRow } from './day-batch';
import { inspectInput, readInput } from './open-input';
import { PartTaker, valuesIn } from './part-taker';
import { scanInput } from './scan-input';

/** A week with the clock change of spring in it, up to the day before April. */
const MARCH: Selection = { from: '2022-03-26', to: '2022-03-31', meters: null };
const [FIRST, LAST] = [Date.UTC(2022, 2, 26), Date.UTC(2022, 2, 31)].map((date) => date / 86_400_000);
const isInside = ({ date }: { date: number | null }) => date! >= FIRST! && date! <= LAST!;

async function read(text: string, selection: Selection | null) {
  const file = new Blob([text]);
  const { recognition } = await inspectInput(file, 'readings.csv');
  const part = selection && new PartTaker(selection);
  const days: DayRow[] = [];
  for await (const batch of readInput(file, recognition.mapping, DEFAULT_POLICIES, undefined, part))
    days.push(...batch);
  return { days, leftOut: part?.leftOut };
}

async function scan(text: string): Promise<FileScan> {
  const file = new Blob([text]);
  const { recognition } = await inspectInput(file, 'readings.csv');
  const scanning = scanInput(file, recognition.mapping, DEFAULT_POLICIES);
  for (;;) {
    const { value } = await scanning.next();
    if (typeof value !== 'number') return value;
  }
}

const valuesOf = (days: readonly DayRow[]) => days.reduce((sum, day) => sum + valuesIn(day), 0);

describe.each(shapedFiles.map((each) => [each.name, each] as const))(
  '%s',
  (_name, { text, shape, minutes }) => {
    it('gives the chosen days as the whole file does, and counts the rest', async () => {
      const whole = await read(text, null);
      const { days, leftOut } = await read(text, MARCH);
      expect(days).toEqual(whole.days.filter(isInside));
      expect(days).toHaveLength(6);
      const readings = trueReadings(minutes);
      const inside = readings.filter(({ local }) =>
        isInside({ date: Math.floor(local / 86_400_000) }),
      ).length;
      expect(leftOut).toEqual({
        rows: shape === 'long-rows' ? readings.length - inside : whole.days.length - 6,
        values: valuesOf(whole.days) - valuesOf(days),
      });
    });

    it('is looked through by meters and dates', async () => {
      const found = await scan(text);
      expect(found.meters).toHaveLength(1);
      expect(found.rows).toBe(shape === 'long-rows' ? trueReadings(minutes).length : 231);
      expect(found.dates.reduce((sum, [, rows]) => sum + rows, 0)).toBe(found.rows);
      expect(found.dates.filter(([date]) => isInside({ date }))).toHaveLength(6);
    });
  },
);

it('of a NEM12 file gives the chosen registers and local days, whichever market days they lie on', async () => {
  const text = nem12Text();
  const meters = [{ client_id: 'unknown', ext_dev_ref: '6001234567 B1' }];
  const whole = await read(text, null);
  const { days, leftOut } = await read(text, { ...MARCH, meters });
  expect(days).toEqual(whole.days.filter((day) => isInside(day) && day.meter === '6001234567 B1'));
  expect(days).toHaveLength(6);
  // Six local days lie on seven days of the market's clock; each of the two registers has fourteen.
  expect(leftOut).toEqual({ rows: 28 - 7, values: valuesOf(whole.days) - valuesOf(days) });
  const found = await scan(text);
  expect(found.meters).toEqual(
    ['B1', 'E1'].map((register) => ({
      client_id: 'unknown',
      ext_dev_ref: `6001234567 ${register}`,
      rows: 14,
    })),
  );
});

it('counts a row with two columns of readings once, and its values each', async () => {
  const lines = ['a', 'b', 'c'].flatMap((meter) =>
    Array.from({ length: 48 }, (_, hour) => {
      const time = new Date(Date.UTC(2022, 4, 1, hour)).toISOString();
      return `client,${meter},${time},${hour},${hour % 2 ? '' : hour + 100}`;
    }),
  );
  const text = ['client_id,meter,timestamp,import_kwh,export_kwh', ...lines].join('\n');
  const meters = [{ client_id: 'client', ext_dev_ref: 'b' }];
  const { days, leftOut } = await read(text, { from: null, to: null, meters });
  expect(new Set(days.map(({ meter, channel }) => `${meter} ${channel}`))).toEqual(
    new Set(['b import', 'b export']),
  );
  expect(valuesOf(days)).toBe(48 + 24);
  expect(leftOut).toEqual({ rows: 96, values: 2 * (48 + 24) });
  const found = await scan(text);
  expect(found.rows).toBe(144);
  expect(found.meters.map(({ rows }) => rows)).toEqual([48, 48, 48]);
});
