import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OddFile } from './corpus-types';
import { icuClock } from './icu-clock';
import { oddFiles } from './odd-files';
import { oddZoneFiles } from './odd-zones';
import { CorpusReaders, hyparquetRows } from './readers';
import { isoDate, vilniusIntervals } from '../../src/cli/samples/vilnius-clock';

let readers: CorpusReaders;
beforeAll(async () => {
  readers = await CorpusReaders.open();
});
afterAll(() => readers.close());

const zoneFiles = await oddZoneFiles();
const files = [...oddFiles, ...zoneFiles];

describe('odd but good files', () => {
  it('have names of their own', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  it.each(files.map((file) => [file.name, file] as const))('%s reads as intended', async (_name, file) => {
    const bytes = await file.make();
    const totals = await readers.duckdbTotals(bytes);
    expect(totals.rows).toBe(file.expect.rowsRead);
    expect(totals.values).toBe(file.expect.valuesRead);
    expect(totals.energy).toBeCloseTo(file.expect.energyRead, 6);
    expect(await hyparquetRows(bytes)).toHaveLength(file.expect.rowsRead);
  });

  it.each(files.map((file) => [file.name, file] as const))(
    '%s expects a ledger that adds up',
    (_name, file) => {
      const { expect: expected } = file;
      const aside = Object.values(expected.setAside);
      const energyAside = aside.reduce((sum, part) => sum + part.energy, 0);
      expect(expected.energyOut + energyAside).toBeCloseTo(expected.energyRead, 6);
      const valuesAside = aside.reduce((sum, part) => sum + part.values, 0);
      const measured = expected.readings - expected.missing - expected.split;
      // Each doubled slot is one value and two readings.
      expect(measured + expected.split / 2 + valuesAside).toBe(expected.valuesRead);
    },
  );

  it.each(files.map((file) => [file.name, file] as const))('%s expects every instant once', (_name, file) => {
    for (const series of bySeries(file)) {
      expect(new Set(series.map((reading) => reading.timestamp_utc)).size).toBe(series.length);
      const ends = series.map((reading) => reading.timestamp_utc + reading.interval_minutes * 60_000);
      expect(series.slice(1).map((reading) => reading.timestamp_utc)).toEqual(ends.slice(0, -1));
    }
  });
});

describe('the clock of the corpus', () => {
  it.each([15, 60])('agrees with ICU on Vilnius for three years at %i minutes', async (minutes) => {
    const icu = await icuClock('Europe/Vilnius', '2022-01-01', '2024-12-31', minutes);
    const [first, last] = [isoDate('2022-01-01'), isoDate('2024-12-31')];
    expect(vilniusIntervals(first, last, minutes)).toEqual(icu(first, last));
  });

  it('knows the date that Samoa left out', () => {
    const file = zoneFiles.find(({ name }) => name === 'zone-date-that-never-was')!;
    const dates = file
      .readings()
      .map((reading) => new Date(reading.timestamp_local).toISOString().slice(0, 10));
    expect(dates).toContain('2011-12-29');
    expect(dates).not.toContain('2011-12-30');
    expect(dates).toContain('2011-12-31');
  });
});

function bySeries(file: OddFile) {
  const groups = new Map<string, ReturnType<OddFile['readings']>>();
  for (const reading of file.readings()) {
    const key = JSON.stringify([reading.client_id, reading.ext_dev_ref, reading.fuel, reading.channel]);
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  return groups.values();
}
