import { describe, expect, it } from 'vitest';
import { contractColumns, meterFile } from '../../e2e/corpus/meter-file';
import type { MeterRow } from '../../e2e/corpus/meter-file';
import { seriesRows } from '../../e2e/corpus/meter-rows';
import { trueReadings } from '../../e2e/corpus/shaped-files';
import { ledgerFacts } from '../../e2e/native-run/ledger-facts';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { readMapping } from '../cli/mapping-arguments';
import { listColumn } from '../cli/samples/parquet-columns';
import { inspectInput } from './open-input';
import { overrideMapping } from './mapping-override';
import { findColumns, nameColumns } from './named-mapping';

const folder = testFolder();
const bytes = (text: string) => new TextEncoder().encode(text);

interface Line {
  ext_dev_ref: string;
  fuel: string;
  channel: string;
  unit: string;
  energy: number | null;
  interval_minutes: number;
  quality: string;
  quality_rule: string | null;
}

/** Each series as `meter fuel channel unit`, with how many readings it has, their sum and their interval. */
async function seriesOf(run: NativeRun): Promise<Record<string, [number, number, number]>> {
  const found: Record<string, [number, number, number]> = {};
  for (const line of await run.rows<Line>('analytical')) {
    const name = `${line.ext_dev_ref} ${line.fuel} ${line.channel} ${line.unit}`;
    const [count, sum] = found[name] ?? [0, 0];
    found[name] = [count + 1, Math.round((sum + (line.energy ?? 0)) * 1e6) / 1e6, line.interval_minutes];
  }
  return found;
}

async function openedAs(name: string, text: string, options: readonly string[] = []) {
  const pairs = options.map((option) => option.split('=', 1)[0]!);
  const value = options.filter((_, index) => pairs[index] === '--value').map((option) => option.slice(8));
  const mapping = value.length > 0 ? readMapping({ value }) : null;
  const run = await runFiles([folder.write(name, bytes(text))], {}, mapping ? { mapping } : {});
  try {
    expect(await ledgerFacts(run)).toMatchObject({ unbalanced: 0, setAside: {} });
    return await seriesOf(run);
  } finally {
    await run.close();
  }
}

const hours = trueReadings(60, '2022-10-29', '2022-10-31');
const iso = (utc: number): string => new Date(utc).toISOString();
const sum = (value: (hour: number) => number): number =>
  Math.round(hours.reduce((total, _, hour) => total + value(hour), 0) * 1e6) / 1e6;

describe('a row for each reading, with several columns of them', () => {
  const imported = (hour: number) => (hour % 7) / 10;
  const exported = (hour: number) => (hour % 5) / 10;
  const gas = (hour: number) => (hour % 3) / 100;
  const text = [
    'meter,timestamp,import_kwh,export_kwh,gas_m3,temperature',
    ...hours.map(
      ({ utc }, hour) => `m-1,${iso(utc)},${imported(hour)},${exported(hour)},${gas(hour)},${hour}`,
    ),
  ].join('\n');

  it('becomes series of their own by the names of the columns, and nothing is summed', async () => {
    expect(await openedAs('several.csv', text)).toEqual({
      'm-1 electricity import kWh': [73, sum(imported), 60],
      'm-1 electricity export kWh': [73, sum(exported), 60],
      'm-1 gas consumption m³': [73, sum(gas), 60],
    });
  });

  it('is read as a person says, a column that is not named being none', async () => {
    const options = ['--value=import_kwh:channel=consumption,unit=Wh', '--value=export_kwh'];
    expect(await openedAs('said.csv', text, options)).toEqual({
      'm-1 electricity consumption Wh': [73, sum(imported), 60],
      'm-1 electricity consumption unknown': [73, sum(exported), 60],
    });
  });

  it('is asked about where the names do not tell them apart; then each goes by its own name', async () => {
    const twins = text.replace('import_kwh,export_kwh,gas_m3', 'import_t1_kwh,import_t2_kwh,total_eur');
    await expect(openedAs('twins.csv', twins)).rejects.toMatchObject({ code: 'SHAPE_UNSURE' });
    const one = (name: string) => `--value=${name}:channel=import,unit=kWh`;
    expect(await openedAs('twins.csv', twins, [one('import_t1_kwh'), one('import_t2_kwh')])).toEqual({
      'm-1 import_t1_kwh electricity import kWh': [73, sum(imported), 60],
      'm-1 import_t2_kwh electricity import kWh': [73, sum(exported), 60],
    });
  });

  it('may be meters: without another name each column is one', async () => {
    const meters = text.replace(
      'meter,timestamp,import_kwh,export_kwh',
      'client_id,timestamp,House A,House B',
    );
    expect(
      await openedAs('meters.csv', meters, ['--value=House A:unit=kWh', '--value=House B:unit=kWh']),
    ).toEqual({
      'House A electricity consumption kWh': [73, sum(imported), 60],
      'House B electricity consumption kWh': [73, sum(exported), 60],
    });
  });

  it('may be read by the hour and by the quarter side by side: an empty cell is no missing reading', async () => {
    const quarters = trueReadings(15, '2022-10-29', '2022-10-31');
    const lines = quarters.map(({ utc }, index) => `m-1,${iso(utc)},1,${index % 4 === 0 ? 2 : ''}`);
    expect(await openedAs('mixed.csv', ['meter,timestamp,import_kwh,gas_m3', ...lines].join('\n'))).toEqual({
      'm-1 electricity import kWh': [292, 292, 15],
      'm-1 gas consumption m³': [73, 146, 60],
    });
  });

  it('takes the one column that there is at its name’s word too', async () => {
    const only = hours.map(({ utc }) => `m-1,${iso(utc)},1`);
    expect(await openedAs('only.csv', ['meter,timestamp,export_kwh', ...only].join('\n'))).toEqual({
      'm-1 electricity export kWh': [73, 73, 60],
    });
  });
});

describe('a row for each day, with several arrays', () => {
  const days = seriesRows({ first: '2022-03-20', last: '2022-11-05' }).map(({ row }): MeterRow => row);
  const made = days.map((row) => row.energy_consumption!.map((value) => value && BigInt(value * 2)));
  const total = days.reduce(
    (all, row) => all + row.energy_consumption!.reduce<number>((one, value) => one + (value ?? 0), 0),
    0,
  );

  it('in a Parquet of the input contract becomes a series for each, the second one not passed over', async () => {
    const more = listColumn('energy_production', { type: 'INT64' }, made);
    const path = folder.write('arrays.parquet', meterFile(days, { columns: { energy_production: more } }));
    const run = await runFiles([path]);
    const facts = await ledgerFacts(run);
    expect(await seriesOf(run)).toEqual({
      'meter-1 electricity consumption unknown': [5544, total, 60],
      'meter-1 electricity production unknown': [5544, total * 2, 60],
    });
    expect(facts).toMatchObject({ rowsRead: 2 * days.length, unbalanced: 0, setAside: {}, split: 4 });
    await run.close();
  });

  it('stays what the contract says where a list is no reading or not told apart', async () => {
    for (const name of ['temperature_values', 'readings_raw']) {
      const more = listColumn(name, { type: 'INT64' }, made);
      const path = folder.write(`${name}.parquet`, meterFile(days, { columns: { [name]: more } }));
      const run = await runFiles([path]);
      expect(await seriesOf(run)).toEqual({ 'meter-1 electricity consumption unknown': [5544, total, 60] });
      await run.close();
    }
  });

  it('written as text is read too', async () => {
    const columns = contractColumns(days);
    expect(Object.keys(columns)).toContain('energy_consumption');
    const lines = days.map(({ date, energy_consumption: values }) => {
      const list = JSON.stringify(values);
      return `meter-1;${iso(date!).slice(0, 10)};"${list}";"${list}"`;
    });
    expect(await openedAs('texts.csv', ['meter;date;import;export', ...lines].join('\n'))).toEqual({
      'meter-1 electricity import unknown': [5544, total, 60],
      'meter-1 electricity export unknown': [5544, total, 60],
    });
  });
});

it('two sets of slot columns are asked about, so that none is passed over', async () => {
  const names = ['import', 'export'].flatMap((set) =>
    Array.from({ length: 24 }, (_, hour) => `${set}_h${hour}`),
  );
  const text = [`meter,date,${names.join(',')}`, `m,2022-06-01,${names.map(() => 1).join(',')}`].join('\n');
  await expect(openedAs('sets.csv', text)).rejects.toMatchObject({ code: 'SHAPE_UNSURE' });
});

describe('a mapping', () => {
  const text = [
    'meter,timestamp,import_kwh,export_kwh,x,x',
    'm,2022-06-01T00:00Z,1,2,3,4',
    'm,2022-06-01T01:00Z,1,2,3,4',
  ];

  it('is told by the names of columns, and holds for a file that has them in another order', async () => {
    const { recognition, columns } = await inspectInput(new Blob([text.join('\n')]), 'a.csv');
    const named = nameColumns(recognition.mapping, columns);
    expect(named).toMatchObject({
      roles: { ext_dev_ref: 'meter', timestamp: 'timestamp' },
      values: [
        { column: 'import_kwh', channel: 'import', unit: 'kWh' },
        { column: 'export_kwh', channel: 'export', unit: 'kWh' },
      ],
    });
    expect(findColumns(named, columns)).toEqual(recognition.mapping);
    expect(
      findColumns(JSON.parse(JSON.stringify(named)) as typeof named, columns.toReversed()),
    ).toMatchObject({
      roles: { ext_dev_ref: 5, timestamp: 4 },
      values: [{ column: 3 }, { column: 2 }],
    });
    expect(findColumns(named, columns.slice(0, 3))).toBeNull();
  });

  it('names a column by its place where the name repeats', async () => {
    const inspection = await inspectInput(new Blob([text.join('\n')]), 'a.csv');
    const { mapping } = overrideMapping('a.csv', inspection, { roles: { value: 'x' } });
    expect(mapping.values).toEqual([]);
    const named = nameColumns(mapping, inspection.columns);
    expect(named.roles.value).toBe(4);
    expect(findColumns(named, inspection.columns)).toEqual(mapping);
  });
});
