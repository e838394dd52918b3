import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeFleet, type FleetOptions } from './fleet';
import { CorpusReaders } from './readers';

let folder: string;
let readers: CorpusReaders;
beforeAll(async () => {
  readers = await CorpusReaders.open();
  folder = mkdtempSync(join(tmpdir(), 'meterfold-fleet-'));
});
afterAll(() => {
  readers.close();
  rmSync(folder, { recursive: true });
});

async function fleet(options: FleetOptions): Promise<Uint8Array> {
  const path = join(folder, 'fleet.parquet');
  await writeFleet(path, options);
  return new Uint8Array(readFileSync(path));
}

it('a fleet is in the input contract, with null in spring and the sum in autumn', async () => {
  const rows = await readers.duckdbRows(
    await fleet({ meters: 3, days: 365, resolutionMinutes: 60, seed: 1 }),
  );
  expect(rows).toHaveLength(3 * 365);
  expect(Object.keys(rows[0]!)).toEqual([
    'client_id',
    'date',
    'ext_dev_ref',
    'energy_consumption',
    'resolution',
  ]);
  const odd = rows.flatMap((row) =>
    (row['energy_consumption'] as (bigint | null)[]).flatMap((value, slot) =>
      value === null || value >= 800n ? [[iso(row['date']), slot, value === null]] : [],
    ),
  );
  const each = [
    ['2022-03-27', 3, true],
    ['2022-10-30', 3, false],
  ];
  expect(odd).toEqual([...each, ...each, ...each]);
});

it('a fleet of 15 minutes has four slots for an hour, also in a later year', async () => {
  const rows = await readers.duckdbRows(
    await fleet({ meters: 1, days: 500, resolutionMinutes: 15, seed: 1 }),
  );
  const spring = rows.find((row) => iso(row['date']) === '2023-03-26')!;
  const values = spring['energy_consumption'] as (bigint | null)[];
  expect(values.flatMap((value, slot) => (value === null ? [slot] : []))).toEqual([12, 13, 14, 15]);
});

it('the same options give the same bytes, another seed gives others', async () => {
  const options = { meters: 20, days: 100, resolutionMinutes: 60, seed: 7 };
  const first = await fleet(options);
  expect(await fleet(options)).toEqual(first);
  expect(await fleet({ ...options, seed: 8 })).not.toEqual(first);
});

function iso(date: unknown): string {
  return (date as Date).toISOString().slice(0, 10);
}
