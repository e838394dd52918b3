import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from './progress';
import type { Activity } from './session-state';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells each stage at once and its counts now and then, the last of them included', () => {
  const told: string[] = [];
  const progress = new Progress('export', '', ['writing', 'verifying'], ({ stages }: Activity) => {
    told.push(stages.map(({ done, state }) => `${done} ${state}`).join(', '));
  });
  for (let done = 0; done <= 1000; done++) {
    progress.stage('writing', done, 1000);
    vi.advanceTimersByTime(1);
  }
  progress.stage('verifying', 0, 1000);
  expect(told).toEqual([
    '0 waiting, 0 waiting',
    ...Array.from({ length: 10 }, (_, index) => `${index * 100} running, 0 waiting`),
    '1000 done, 0 waiting',
    '1000 done, 0 running',
  ]);
});
