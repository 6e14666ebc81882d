import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '../../src/engine/answer.js';
import { WorkerClient } from '../../src/engine/worker-client.js';
import { FakeWorker, useFakeWorkers } from '../support/fake-worker.js';

const yes: Answer<string> = { ok: true, value: 'yes' };
const no: Answer<string> = { ok: false, code: 'bug', data: {}, detail: 'no' };
/** What is asked for: at once, or when the test says so. */
let answerLate: ((answer: Answer<string>) => void) | undefined;
const later = () => new Promise<Answer<string>>((resolve) => (answerLate = resolve));
const work = { now: () => yes, later, never: () => no };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  answerLate = undefined;
  useFakeWorkers(work);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const client = (begin?: 'never') =>
  new WorkerClient<typeof work>({
    url: 'http://localhost/work.js',
    ...(begin ? { begin: (remote) => remote[begin]() } : {}),
    limits: { idle: 5_000, call: 120_000 },
    lost: 'engine/lost',
    late: 'engine/timeout',
  });
const aborted = { name: 'AbortError' };

test('a call that is cancelled while it waits for another ends at once and leaves the other alone', async () => {
  const one = client();
  const first = one.call((remote) => remote.later());
  const cancel = new AbortController();
  await vi.waitUntil(() => answerLate !== undefined);
  const second = one.call((remote) => remote.now(), cancel.signal);
  cancel.abort();
  await expect(second).rejects.toMatchObject(aborted);
  answerLate?.(yes);
  expect(await first).toBe('yes');
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([false]);
});

test('a call that is cancelled while it runs ends the worker; the next one gets another', async () => {
  const one = client();
  const cancel = new AbortController();
  const first = one.call((remote) => remote.later(), cancel.signal);
  await vi.waitUntil(() => FakeWorker.started.length > 0);
  cancel.abort();
  await expect(first).rejects.toMatchObject(aborted);
  expect(await one.call((remote) => remote.now())).toBe('yes');
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test('an idle worker gives its memory back, also when a call came by that was cancelled before', async () => {
  const one = client();
  await one.call((remote) => remote.now());
  await expect(one.call((remote) => remote.now(), AbortSignal.abort())).rejects.toMatchObject(aborted);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([true]);
});

test('a worker that cannot begin is ended', async () => {
  await expect(client('never').call((remote) => remote.now())).rejects.toMatchObject({ code: 'bug' });
  expect(FakeWorker.started.map(({ isEnded }) => isEnded)).toEqual([true]);
});
