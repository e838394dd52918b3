import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '../domain/policy';
import { DATA_DICTIONARY } from './data-dictionary';
import { exportMetadata, readExportMetadata } from './export-metadata';
import { MODELS } from './models';
import { ETL_VERSION } from './version';

const FACTS = {
  createdAt: new Date('2024-05-06T07:08:09Z'),
  policies: { ...DEFAULT_POLICIES, zone: 'Asia/Kolkata' },
  sources: [{ name: `it's "👩‍👧" <b>.parquet`, sha256: 'ab', bytes: 3, rows: 1 }],
  conventions: [{ name: 'wall-clock-summed' }],
  conversions: [{ stated_unit: 'kW', unit: 'kWh' }],
  ledger: [{ readings: 1 }],
  setAside: [{ reason: 'wrong_length' }],
};

describe('the metadata of an export', () => {
  const metadata = exportMetadata(FACTS);

  it('is read back as it was written', () => {
    expect(readExportMetadata(metadata)).toEqual({
      etlVersion: ETL_VERSION,
      createdAt: '2024-05-06T07:08:09.000Z',
      policies: FACTS.policies,
      sources: FACTS.sources,
      conventions: FACTS.conventions,
      ledger: FACTS.ledger,
      setAside: FACTS.setAside,
    });
  });

  it('carries the zone, the dictionary and the SQL of every model', () => {
    expect(metadata['meterfold.zone']).toBe('Asia/Kolkata');
    expect(JSON.parse(metadata['meterfold.data_dictionary']!)).toEqual(DATA_DICTIONARY);
    const sql = JSON.parse(metadata['meterfold.sql']!) as Record<string, string>;
    expect(Object.keys(sql)).toEqual(MODELS.map((model) => model.name));
  });

  it('uses keys of its own only', () => {
    expect(Object.keys(metadata).filter((key) => !/^meterfold\.[a-z_]+$/.test(key))).toEqual([]);
  });

  it.each([
    ['another tool’s file', { pandas: '{}' }],
    ['nothing', {}],
    ['a version alone', { 'meterfold.etl_version': '1' }],
    ['broken JSON', { ...metadata, 'meterfold.policies': '{' }],
    ['policies that are a list', { ...metadata, 'meterfold.policies': '[]' }],
    ['sources that are numbers', { ...metadata, 'meterfold.sources': '[1]' }],
    ['a ledger that is a text', { ...metadata, 'meterfold.ledger': '"x"' }],
  ])('of %s is no story', (_title, found) => {
    expect(readExportMetadata(found as Record<string, string>)).toBeNull();
  });
});

describe('the data dictionary', () => {
  it('explains every column in a sentence', () => {
    expect(DATA_DICTIONARY).toHaveLength(20);
    for (const column of DATA_DICTIONARY) expect(column.meaning).toMatch(/^\p{L}.*\.$/u);
  });

  it('lets only energy, its rule and its source be empty', () => {
    const nullable = DATA_DICTIONARY.filter((column) => column.nullable).map((column) => column.name);
    expect(nullable).toEqual(['energy', 'quality_rule', 'source_file', 'source_row', 'source_slot']);
  });
});
