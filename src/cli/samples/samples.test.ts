import { existsSync, readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects, type FileMetaData } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { buildPortfolio } from './portfolio';
import { samplePortfolioBytes, sampleYearBytes } from './sample-files';

const REAL_FILE = new URL('../../../../shared/data/home_assignment_raw_data.parquet', import.meta.url);
const portfolio = buildPortfolio();
const portfolioBytes = samplePortfolioBytes(portfolio);

function committed(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../public/samples/${name}`, import.meta.url)));
}

async function rowsOf(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}

function columnsOf({ schema }: FileMetaData): unknown[] {
  return schema.map(({ name, type, converted_type, logical_type, repetition_type, num_children }) => [
    name,
    type,
    converted_type,
    logical_type?.type,
    repetition_type,
    num_children,
  ]);
}

describe('the committed samples', () => {
  it('are what the generator makes', () => {
    expect(Buffer.compare(sampleYearBytes(), committed('sample-year.parquet'))).toBe(0);
    expect(Buffer.compare(portfolioBytes, committed('sample-portfolio.parquet'))).toBe(0);
  });
});

describe('sample-year', () => {
  it('is a year of hundreds with one null and one two hundred', async () => {
    const rows = await rowsOf(sampleYearBytes());
    const values = rows.flatMap((row) =>
      (row['energy_consumption'] as (bigint | null)[]).map((value, slot) => ({
        at: `${(row['date'] as Date).toISOString().slice(0, 10)} ${slot}`,
        value,
      })),
    );
    expect(rows).toHaveLength(365);
    expect(values).toHaveLength(8760);
    expect(values.filter(({ value }) => value !== 100n)).toEqual([
      { at: '2022-03-27 3', value: null },
      { at: '2022-10-30 3', value: 200n },
    ]);
    expect(new Set(rows.map((row) => row['resolution']))).toEqual(new Set(['60min']));
  });

  it.runIf(existsSync(REAL_FILE))('has the columns, types and codec of the real file', () => {
    const real = parquetMetadata(new Uint8Array(readFileSync(REAL_FILE)));
    const twin = parquetMetadata(sampleYearBytes());
    expect(columnsOf(twin)).toEqual(columnsOf(real));
    const codec = (file: FileMetaData) =>
      file.row_groups.map((group) => group.columns.map((c) => c.meta_data?.codec));
    expect(codec(twin)).toEqual(codec(real));
  });
});

describe('sample-portfolio', () => {
  it('has twelve meters and sixteen series, and stays small', () => {
    expect(new Set(portfolio.map(({ ext_dev_ref }) => ext_dev_ref)).size).toBe(12);
    expect(portfolio).toHaveLength(16);
    expect(portfolioBytes.length).toBeLessThan(1_500_000);
  });

  it('holds in its file the energy that its truth knows of', async () => {
    const rows = await rowsOf(portfolioBytes);
    for (const { ext_dev_ref, channel, truth } of portfolio) {
      const own = rows.filter((row) => row['ext_dev_ref'] === ext_dev_ref && row['channel'] === channel);
      const values = own.flatMap((row) => row['energy_consumption'] as (number | null)[]);
      const wattHours = values.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 1000), 0);
      const truthRead = truth.energy_wh + truth.energy_set_aside_wh;
      expect([ext_dev_ref, channel, wattHours]).toEqual([ext_dev_ref, channel, truthRead]);
      const counted = values.filter((value) => value !== null).length;
      expect(counted).toBe(truth.readings - truth.missing - truth.split / 2 + truth.values_set_aside);
    }
  });

  it('balances in both solar homes: nobody uses less than nothing, night makes no sun', () => {
    for (const meter of ['house-solar', 'house-solar-heat-pump']) {
      const [taken, given, made] = ['import', 'export', 'production'].map((channel) =>
        portfolio
          .find((series) => series.ext_dev_ref === meter && series.channel === channel)!
          .rows.flatMap((row) => row.values.map((value) => value ?? 0)),
      );
      expect(taken!.every((value, index) => value + made![index]! - given![index]! >= 0)).toBe(true);
      const slots = meter === 'house-solar' ? 96 : 24;
      expect(made!.every((value, index) => index % slots >= slots / 8 || value === 0)).toBe(true);
      expect(Math.max(...made!)).toBeGreaterThan(0);
    }
  });

  it('needs more heat in January than in July', () => {
    for (const meter of ['house-heat-pump', 'house-electric-heating', 'house-gas-boiler', 'block-heat']) {
      const { rows } = portfolio.find((series) => series.ext_dev_ref === meter)!;
      const inMonth = (month: number) =>
        rows
          .filter((row) => new Date(row.date).getUTCMonth() === month)
          .reduce(
            (sum, row) => sum + row.values.reduce<number>((total, value) => total + (value ?? 0), 0),
            0,
          );
      expect(inMonth(0) / inMonth(6)).toBeGreaterThan(3);
    }
  });
});
