import { describe, expect, test } from 'vitest';
import type { SeriesRow } from '../queries/rows/series';
import { filterSeries, seriesKey } from './meter-filter';
import { knownZones, matchingZones, typedZone } from './zone-search';

const row = (
  ext_dev_ref: string,
  client_id: string,
  fuel = 'electricity',
  channel = 'consumption',
): SeriesRow => ({
  series_id: 0,
  client_id,
  ext_dev_ref,
  fuel,
  channel,
  unit: 'kWh',
  stated_unit: 'kWh',
  is_register: false,
  series_key: '',
  first_date: 0,
  last_date: 0,
  min_resolution_minutes: 60,
  max_resolution_minutes: 60,
  days: 1,
});

describe('meters', () => {
  const rows = [
    row('house-solar', 'anna', 'electricity', 'export'),
    row('house-solar', 'anna', 'electricity', 'import'),
    row('block-heat', 'housing', 'district_heating'),
  ];

  test('every typed word must be somewhere in meter, client, fuel or channel', () => {
    expect(filterSeries(rows, '')).toHaveLength(3);
    expect(filterSeries(rows, 'solar export')).toEqual([rows[0]]);
    expect(filterSeries(rows, 'DISTRICT heating')).toEqual([rows[2]]);
    expect(filterSeries(rows, 'anna gas')).toEqual([]);
    expect(filterSeries(rows, 'h.*')).toEqual([]);
  });

  test('channels of one meter have keys of their own, whatever their names hold', () => {
    expect(new Set(rows.map(seriesKey)).size).toBe(3);
    expect(seriesKey(row('a","b', 'c'))).not.toBe(seriesKey(row('a', 'b","c')));
  });
});

describe('zones', () => {
  const zones = ['America/New_York', 'Europe/Vilnius', 'Europe/Vienna', 'UTC'];

  test('are found by any part of their name', () => {
    expect(matchingZones(zones, 'new y')).toEqual(['America/New_York']);
    expect(matchingZones(zones, 'europe/vi')).toHaveLength(2);
    expect(knownZones()).toContain('Europe/Vilnius');
  });

  test('are all listed while nothing is typed, so that the chosen one is among them', () => {
    expect(matchingZones(knownZones(), '')).toContain('Europe/Vilnius');
  });

  test('a typed name stands for the zone it means, and unknown text stays as it is', () => {
    expect(typedZone(zones, 'europe/vilnius')).toBe('Europe/Vilnius');
    expect(typedZone(zones, 'vilni')).toBe('Europe/Vilnius');
    expect(typedZone(zones, 'Europe/Vi')).toBe('Europe/Vi');
    expect(typedZone(zones, ' Mars/Olympus ')).toBe('Mars/Olympus');
    expect(typedZone(zones, '')).toBe('');
  });
});
