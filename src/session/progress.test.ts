import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from './progress';
import type { Activity } from './session-state';

let told: string[] = [];
let progress: Progress;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  progress = new Progress('export', '', ['writing', 'verifying'], ({ stages }: Activity) => {
    told.push(stages.map(({ done, state }) => `${done} ${state}`).join(', '));
  });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells counts ten times a second, and that a stage began or ended in any case', () => {
  for (let done = 1; done <= 1000; done++) {
    vi.advanceTimersByTime(1);
    progress.stage('writing', done, 1000);
  }
  vi.advanceTimersByTime(1);
  progress.stage('verifying', 0, 1000);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([
    '0 waiting, 0 waiting',
    ...Array.from(
      { length: 9 },
      (_, index) => `${(index + 1) * 100 - (index === 0 ? 1 : 0)} running, 0 waiting`,
    ),
    '1000 done, 0 waiting',
    '1000 done, 0 running',
  ]);
});

it('tells the last of what came too soon, and nothing after its end', () => {
  progress.stage('writing', 1, 2);
  progress.stage('writing', 2, 2);
  vi.advanceTimersByTime(100);
  progress.stage('verifying', 1, 2);
  progress.end();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['0 waiting, 0 waiting', '2 done, 0 waiting']);
});
