import { expect, it } from 'vitest';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { damagedFiles } from '../../e2e/corpus/damaged-files';
import { nem12Text, nem12Value } from '../../e2e/corpus/nem12-file';
import { contractTruth, trueReadings } from '../../e2e/corpus/shaped-files';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import { analyticalLines, firstDifference } from '../../e2e/native-run/analytical-lines';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { dateColumn, parquetBytes, textColumn } from '../cli/samples/parquet-columns';
import type { ParquetColumn } from '../cli/samples/parquet-columns';
import type { Policies } from '../domain/policy';
import { ipcFromDays } from './day-batch-ipc';
import { inspectInput } from './open-input';

const DAY = 86_400_000;
const folder = testFolder();
const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

async function within<T>(
  paths: string[],
  look: (run: NativeRun) => Promise<T>,
  change: Partial<Policies> = {},
): Promise<T> {
  const run = await runFiles(paths, change);
  try {
    return await look(run);
  } finally {
    await run.close();
  }
}

function numbers(name: string, values: readonly (number | null)[]): ParquetColumn {
  return { elements: [{ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }], data: [...values] };
}

it('Parquet with a column per slot gives what the list column gives', async () => {
  const rows = seriesRows({ first: '2022-03-20', last: '2022-11-05' });
  const days = rows.map(({ row }) => row);
  const wide = parquetBytes(
    [
      textColumn(
        'client_id',
        days.map((row) => row.client_id),
      ),
      dateColumn(
        'date',
        days.map((row) => row.date),
      ),
      textColumn(
        'ext_dev_ref',
        days.map((row) => row.ext_dev_ref),
      ),
      ...Array.from({ length: 24 }, (_, slot) =>
        numbers(
          `v${slot}`,
          days.map((row) => row.energy_consumption![slot] ?? null),
        ),
      ),
    ],
    {},
  );
  const [found, expected] = [
    await within([folder.write('wide.parquet', wide)], analyticalLines),
    await within([folder.writeRows('list.parquet', rows)], analyticalLines),
  ];
  expect(firstDifference(found, expected)).toBeNull();
});

it('Parquet with a row per reading in UTC gives what the list column gives', async () => {
  const readings = trueReadings(60);
  const stamps: ParquetColumn = {
    elements: [
      {
        name: 'ts',
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
        repetition_type: 'REQUIRED',
      },
    ],
    data: readings.map(({ utc }) => new Date(utc)),
  };
  const long = parquetBytes(
    [
      textColumn(
        'client_id',
        readings.map(() => 'client-1'),
      ),
      textColumn(
        'meter_id',
        readings.map(() => 'meter-1'),
      ),
      stamps,
      numbers(
        'value',
        readings.map(({ value }) => value),
      ),
    ],
    {},
  );
  const [found, expected] = [
    await within([folder.write('long.parquet', long)], analyticalLines),
    await within([folder.writeRows('elapsed.parquet', contractTruth(60))], analyticalLines),
  ];
  expect(firstDifference(found, expected)).toBeNull();
});

it('Arrow as file and as stream gives what Parquet gives', async () => {
  const rows = contractTruth(60);
  const stream = ipcFromDays(
    rows.map(({ row }, sourceRow) => ({
      clientId: row.client_id,
      meter: row.ext_dev_ref,
      date: row.date! / DAY,
      values: row.energy_consumption,
      resolution: row.resolution,
      fuel: null,
      channel: null,
      unit: null,
      sourceRow,
      setAsideAs: null,
      flags: null,
    })),
  );
  const file = tableToIPC(tableFromIPC(stream), 'file');
  const expected = await within([folder.writeRows('same.parquet', rows)], analyticalLines);
  for (const [name, bytes] of [
    ['days.arrows', stream],
    ['days.arrow', file],
  ] as const)
    expect(
      firstDifference(await within([folder.write(name, bytes)], analyticalLines), expected),
      name,
    ).toBeNull();
});

it('NEM12 days become intervals of the zone, with E as import and B as export', async () => {
  const path = folder.write('nem12.csv', text([nem12Text({ minutes: 30, days: 14 })]));
  const rows = await within(
    [path],
    (run) =>
      run.rows<{
        ext_dev_ref: string;
        channel: string;
        unit: string;
        energy: number | null;
        timestamp_utc: number;
      }>('analytical'),
    { zone: 'Australia/Brisbane' },
  );
  expect(new Set(rows.map((row) => `${row.ext_dev_ref} ${row.channel} ${row.unit}`))).toEqual(
    new Set(['6001234567 E1 import kWh', '6001234567 B1 export kWh']),
  );
  expect(rows).toHaveLength(2 * 14 * 48);
  // 20 March at 00:00 in Brisbane is 14:00 UTC of the day before.
  const start = Date.parse('2022-03-19T14:00:00Z');
  for (const row of rows) {
    const slot = (row.timestamp_utc - start) / 1_800_000;
    const register = row.channel === 'import' ? 0 : 1;
    const expected = slot === 48 + 4 ? null : nem12Value(Math.floor(slot / 48), slot % 48, register);
    expect(row.energy).toBe(expected);
  }
});

it('an Arrow list that reaches beyond its values is refused, before it takes gigabytes', async () => {
  const file = damagedFiles.find(({ name }) => name === 'arrow-9')!;
  await expect(
    inspectInput(new Blob([new Uint8Array(await file.make())]), file.fileName),
  ).rejects.toMatchObject({
    code: 'FILE_DAMAGED',
    detail: { cause: expect.stringMatching(/^an offset of 4194520/) as string },
  });
});

it('readings that repeat or contradict others are set aside and counted, and nothing is lost', async () => {
  const lines = ['meter,timestamp,value'];
  for (let hour = 0; hour < 48; hour++)
    lines.push(`m,${new Date(Date.UTC(2022, 5, 1, hour)).toISOString()},${hour + 1}`);
  lines.push('m,2022-06-01T05:00:00Z,6', 'm,2022-06-01T07:00:00Z,800', 'm,2022-06-01T08:20:00Z,3');
  const path = folder.write('repeats.csv', text(lines));
  for (const [duplicates, kept, aside] of [
    ['last', 800, 8],
    ['first', 8, 800],
    ['set-aside', null, 808],
  ] as const) {
    const [setAside, energy, ledger] = await within(
      [path],
      async (run) => [
        await run.rows<{ reason: string; value_count: number; energy: number }>('set_aside'),
        (await run.rows<{ timestamp_utc: number; energy: number | null }>('analytical')).find(
          (row) => row.timestamp_utc === Date.UTC(2022, 5, 1, 7),
        )?.energy,
        await run.rows<{ energy_difference: number; values_read: number }>('ledger'),
      ],
      { zone: 'Etc/UTC', duplicates },
    );
    expect(energy).toBe(kept);
    const sums = Object.fromEntries(setAside.map((row) => [row.reason, Number(row.energy)]));
    expect(sums).toEqual({ repeated_identical: 6, repeated_conflicting: aside, off_grid: 3 });
    expect(ledger.map((row) => Number(row.energy_difference))).toEqual([0]);
    expect(ledger[0]!.values_read).toBe(51);
  }
});

it.each([
  ['05/06/2022 00:00', 'date-order'],
  ['05/13/2022 00:00', undefined],
  ['13/05/2022 00:00', undefined],
])('asks about a date that can be read two ways: %s', async (date, question) => {
  const { recognition } = await inspectInput(
    new Blob([`meter,timestamp,value\nm,${date},1\nm,${date.replace('00:00', '01:00')},2\n`]),
    'dates.csv',
  );
  expect(recognition.open).toEqual(question === undefined ? [] : [question]);
});

it.each([
  [
    'a number that is none',
    'meter,timestamp,value\nm,2022-01-01T00:00Z,1\nm,2022-01-01T01:00Z,2\n'.repeat(1) +
      'm,2022-01-01T02:00Z,lots\n'.padStart(0),
    'SHAPE_UNKNOWN',
  ],
  ['a row that is cut', 'meter,timestamp,value\nm,2022-01-01T00:00Z,1\nm,2022-01-01T01:00Z', 'ROW_BROKEN'],
  ['a broken NEM12 value', nem12Text().replace(/,0\.0\d\d,/, ',abc,'), 'NEM12_BROKEN'],
  ['a NEM12 file that is cut', nem12Text().replace(/900\n$/, ''), 'FILE_TRUNCATED'],
])('%s is refused with its place', async (_what, content, code) => {
  const path = folder.write('broken.csv', text([content]));
  await expect(runFiles([path])).rejects.toMatchObject({ code, detail: { file: 'broken.csv' } });
});
