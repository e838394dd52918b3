import { expect, test, vi } from 'vitest';
import { untilAborted } from './until-aborted';

test('leaves nothing at a signal that outlives the promise', async () => {
  const { signal } = new AbortController();
  const listening = new Set<unknown>();
  vi.spyOn(signal, 'addEventListener').mockImplementation((_type, listener) => void listening.add(listener));
  vi.spyOn(signal, 'removeEventListener').mockImplementation(
    (_type, listener) => void listening.delete(listener),
  );
  const answer = untilAborted(Promise.resolve(7), signal);
  expect(listening.size).toBe(1);
  await expect(answer).resolves.toBe(7);
  await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  expect(listening.size).toBe(0);
});

test('rejects with the reason of the signal', async () => {
  const life = new AbortController();
  const answer = untilAborted(new Promise(() => undefined), life.signal);
  life.abort(new Error('the worker is gone'));
  await expect(answer).rejects.toThrow('the worker is gone');
  await expect(untilAborted(Promise.resolve(1), life.signal)).rejects.toThrow('the worker is gone');
});
