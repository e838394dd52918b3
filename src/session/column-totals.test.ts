import {
  Dictionary,
  Int32,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
  Table,
  Float64,
} from 'apache-arrow';
import { expect, it } from 'vitest';
import { testEngine } from '../../e2e/native-run/test-engine';
import writtenPart from '../queries/written_part.sql?raw';
import writtenTotal from '../queries/written_total.sql?raw';
import { ColumnTotals } from './column-totals';

/** Halves of a billionth, thirds, and values that only a large number holds, between empty ones. */
const VALUES = [
  0.5e-9,
  1.5e-9,
  -2.5e-9,
  0.1,
  1 / 3,
  -2 / 3,
  1e14 / 7,
  9007199.254740993,
  null,
  100,
  -0,
  4e12,
];
const FUELS = ['electricity', 'gas', 'gas', 'ąžuolas 🌳', null];
const ROWS = Array.from({ length: 3000 }, (_, row) => ({
  fuel: FUELS[Math.floor(row / 7) % FUELS.length]!,
  channel: Math.floor(row / 100) % 2 ? 'import' : 'consumption',
  unit: row % 3 ? 'kWh' : '',
  energy: VALUES[(row * row + row) % VALUES.length]!,
}));

const { connection } = await testEngine();

function ipcOf(
  rows: readonly (typeof ROWS)[number][],
  typeOf: () => Utf8 | Dictionary<Utf8, Int32>,
): Uint8Array {
  const text = (name: 'fuel' | 'channel' | 'unit') =>
    vectorFromArray(
      rows.map((row) => row[name]),
      typeOf(),
    );
  const energy = vectorFromArray(
    rows.map((row) => row.energy),
    new Float64(),
  );
  const table = new Table({ fuel: text('fuel'), channel: text('channel'), energy, unit: text('unit') });
  return tableToIPC(table, 'stream');
}

it.each([
  ['texts', () => new Utf8()],
  ['dictionaries', () => new Dictionary(new Utf8(), new Int32())],
])('are what the engine makes of the same rows, written as %s', async (_, type) => {
  const names = ['fuel', 'channel', 'unit'] as const;
  await connection.createSmallTable('written_batch', {
    columns: [
      ...names.map((name) => ({ name, type: 'varchar' as const })),
      { name: 'energy', type: 'double' },
    ],
    rows: ROWS.map(({ fuel, channel, unit, energy }) => [fuel, channel, unit, energy]),
  });
  await connection.materialize('table', 'written_part', writtenPart);
  const totals = new ColumnTotals();
  for (let from = 0; from < ROWS.length; from += 1000) totals.add(ipcOf(ROWS.slice(from, from + 1000), type));
  const wanted = await connection.query(writtenTotal);
  expect(wanted).toHaveLength(16);
  const inOrder = (rows: readonly object[]) =>
    rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  expect(inOrder(totals.totals())).toEqual(inOrder(wanted));
});

it('leave out what the file leaves out', () => {
  const totals = new ColumnTotals();
  const whole = tableFromIPC(ipcOf(ROWS.slice(0, 12), () => new Utf8()));
  totals.add(tableToIPC(whole.select(['unit']), 'stream'));
  expect(totals.totals()).toEqual([
    { fuel: null, channel: null, unit: '', row_count: 4, value_count: 0, energy: '0' },
    { fuel: null, channel: null, unit: 'kWh', row_count: 8, value_count: 0, energy: '0' },
  ]);
});
