import { describe, expect, it } from 'vitest';
import type { BenchResult, FleetResult, PairedRun, PythonFigures, PythonRun } from './figures';
import { pandasVerdict, pythonText } from './report-python';

const PAGE = { open_ms: 100, totals_ms: 20, profile_ms: 40, export_ms: 200 };

function fleetOf(...pandas: (Partial<PythonFigures> | 'did not fit' | null)[]): FleetResult {
  const runs = pandas.map((figures) => {
    const run =
      figures === 'did not fit' ? { did_not_fit: true } : { ...PAGE, process_peak_bytes: 5e6, ...figures };
    return { page: PAGE, python: figures === null ? {} : { pandas: run as PythonRun } } as PairedRun;
  });
  return { meters: 100, resolution_minutes: 60, readings: 876_000, source_bytes: 1, runs };
}

const resultOf = (fleet: FleetResult) =>
  ({
    python: [
      { name: 'pandas', found: '3.0.6' },
      { name: 'polars', found: null },
    ],
    fleets: [fleet],
  }) as unknown as BenchResult;

describe('the page beside pandas', () => {
  it('is ahead where pandas takes longer in every step, by the median of the runs', () => {
    const slow = { open_ms: 300, totals_ms: 50, profile_ms: 80, export_ms: 500 };
    expect(pandasVerdict(fleetOf(slow, { ...slow, profile_ms: 48 }, { ...slow, profile_ms: 10 }))).toBe(
      'at least 1.20 × – met',
    );
  });

  it('names each step in which it is behind', () => {
    const verdict = pandasVerdict(fleetOf({ open_ms: 50, totals_ms: 50, profile_ms: 20, export_ms: 500 }));
    expect(verdict).toBe('Open 0.50 ×, Hour-of-day profile over all readings 0.50 × – **missed**');
  });

  it('gives no verdict where pandas did not run or had not the memory', () => {
    expect(pandasVerdict(fleetOf(null))).toBe('–');
    expect(pandasVerdict(fleetOf('did not fit'))).toBe('–');
  });

  it('is told with versions, times, ratios and memory, of the libraries that were there', () => {
    const text = pythonText(resultOf(fleetOf({ open_ms: 300 }, { open_ms: 200 })));
    expect(text).toContain('(pandas 3.0.6; ');
    expect(text).toContain(
      '| 100 meters | Open | 2 | 100 ms (100–100) | 250 ms (200–300) | – | **2.50** (2.00–3.00) | – |',
    );
    expect(text).toContain('| 100 meters | 5 (5–5) | – |');
    expect(pythonText(resultOf(fleetOf('did not fit')))).toContain(
      '| 100 meters | Open | 1 | 100 ms (100–100) | did not fit | – | – | – |',
    );
  });

  it('says so where no Python has them', () => {
    expect(pythonText({ python: [], fleets: [fleetOf(null)] } as unknown as BenchResult)).toContain(
      'They were not run',
    );
  });
});
