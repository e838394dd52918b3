import { describe, expect, test } from 'vitest';
import { sqlAddressOf, sqlHash } from './sql-address';
import type { SqlAddress } from './sql-address';

describe('the address of the SQL view', () => {
  test.each<SqlAddress>([
    { part: 'console', model: null },
    { part: 'models', model: null },
    { part: 'models', model: 'reading' },
    { part: 'elsewhere', model: null },
  ])('says what is shown: %o', (address) => {
    expect(sqlAddressOf(sqlHash(address))).toEqual(address);
  });

  test.each(['', '#sql', '#sql?part=nothing', '#sql?'])('%s is the console', (hash) => {
    expect(sqlAddressOf(hash).part).toBe('console');
  });
});
