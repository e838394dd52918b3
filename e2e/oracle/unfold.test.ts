import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '../../src/domain/policy';
import { isKnownZone } from '../../src/domain/local-time';
import { createNodeEngine } from '../../src/engine/node-engine';
import { ALL_ROOTS } from '../../src/etl/model';
import { runEtl } from '../../src/etl/etl-run';
import { OPTIONAL_COLUMNS, READER_COLUMNS, REQUIRED_COLUMNS } from '../../src/etl/input-contract';
import { beginStaging, checkStagedFile, SOURCE_BATCH, stageBatch } from '../../src/etl/staging';
import foldedElapsed from './folded_elapsed.sql?raw';
import foldedWallClock from './folded_wall_clock.sql?raw';
import truth from './truth.sql?raw';
import unfoldDifference from './unfold_difference.sql?raw';
import zoneNames from './zone_names.sql?raw';

/**
 * Whole years unfolded in many zones and held against a truth that DuckDB's ICU
 * made: every value differs, so a lost, doubled or shifted hour shows.
 */
const DAY = 86_400_000;

interface Case {
  zone: string;
  year: number;
  resolution: 15 | 30 | 60;
}

/** Zones whose clocks do something out of the ordinary in that year. */
const ODD_CASES: Case[] = [
  { zone: 'Europe/Vilnius', year: 2022, resolution: 60 },
  { zone: 'Europe/Lisbon', year: 2022, resolution: 15 },
  { zone: 'Australia/Lord_Howe', year: 2022, resolution: 30 },
  { zone: 'Australia/Lord_Howe', year: 2023, resolution: 15 },
  { zone: 'Pacific/Apia', year: 2011, resolution: 60 },
  { zone: 'America/Sao_Paulo', year: 2017, resolution: 60 },
  { zone: 'America/Sao_Paulo', year: 2017, resolution: 15 },
  { zone: 'Africa/Cairo', year: 2014, resolution: 60 },
  { zone: 'Africa/Cairo', year: 2024, resolution: 30 },
  { zone: 'Africa/Casablanca', year: 2023, resolution: 60 },
  { zone: 'Antarctica/Troll', year: 2022, resolution: 60 },
  { zone: 'Asia/Kathmandu', year: 2022, resolution: 60 },
  { zone: 'Asia/Kolkata', year: 2022, resolution: 15 },
  { zone: 'America/Havana', year: 2022, resolution: 60 },
  { zone: 'America/St_Johns', year: 2022, resolution: 30 },
  { zone: 'America/New_York', year: 2024, resolution: 60 },
  { zone: 'Asia/Gaza', year: 2011, resolution: 60 },
  { zone: 'Asia/Pyongyang', year: 2018, resolution: 30 },
  { zone: 'America/Caracas', year: 2016, resolution: 30 },
  { zone: 'Europe/Istanbul', year: 2016, resolution: 60 },
];

/** Differences between readings and truth for one zone and year; none are expected. */
async function differences(
  { zone, year, resolution }: Case,
  folding: 'wall_clock' | 'elapsed',
): Promise<object[]> {
  const engine = await createNodeEngine({ threads: 1 });
  const connection = await engine.connect();
  const firstLocal = Date.UTC(year, 0, 1);
  const endLocal = Date.UTC(year + 1, 0, 1);
  const parameters = {
    zone,
    resolution,
    folding,
    first_local_ms: firstLocal,
    end_local_ms: endLocal,
    from_ms: firstLocal - 2 * DAY,
    to_ms: endLocal + 2 * DAY,
  };
  await connection.materialize('table', 'truth', truth, { parameters });
  await connection.materialize('table', 'truth_day', folding === 'elapsed' ? foldedElapsed : foldedWallClock);
  await connection.nameColumns(SOURCE_BATCH, 'truth_day', REQUIRED_COLUMNS, [
    ...OPTIONAL_COLUMNS,
    ...READER_COLUMNS,
  ]);
  await beginStaging(connection, false);
  await stageBatch(connection, { sourceId: 1, firstRow: 0, file: 'truth', nullKeys: 'refuse' });
  await checkStagedFile(connection, 1, 'truth');
  const policies = { ...DEFAULT_POLICIES, zone, convention: 'wall-clock-summed' as const };
  await runEtl(connection, [{ source_id: 1, source_file: 'truth' }], policies, ALL_ROOTS);
  const found = await connection.query(unfoldDifference, { parameters });
  await connection.close();
  await engine.close();
  return found;
}

describe.each(ODD_CASES)('$zone in $year at $resolution minutes', (testCase) => {
  it('unfolds wall-clock arrays to the true intervals', async () => {
    expect(await differences(testCase, 'wall_clock')).toEqual([]);
  });

  // Arrays in time order take one path whatever the resolution.
  if (testCase.resolution !== 60) return;
  it('unfolds arrays in time order to the true intervals', async () => {
    expect(await differences(testCase, 'elapsed')).toEqual([]);
  });
});

describe('a wide sample of zones', () => {
  it('unfolds a year of each, by both encodings', { timeout: 300_000 }, async () => {
    const engine = await createNodeEngine();
    const connection = await engine.connect();
    const zones = (await connection.query<{ zone: string }>(zoneNames))
      .map((row) => row.zone)
      .filter(isKnownZone);
    await engine.close();
    const sample = zones.filter((_zone, index) => index % 36 === 5);
    expect(sample.length).toBeGreaterThan(12);
    for (const [index, zone] of sample.entries()) {
      const year = 2012 + (index % 19);
      const testCase = { zone, year, resolution: index % 2 === 0 ? 15 : 30 } as const;
      const folding = index % 3 === 0 ? 'elapsed' : 'wall_clock';
      expect(await differences(testCase, folding), `${zone} ${year}`).toEqual([]);
    }
  });
});
