import { expect, test } from 'vitest';
import { Asked } from '../../src/app/data/asked.svelte.js';
import { AppError } from '../../src/core/errors.js';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('what is known so far is shown until the answer is there', async () => {
  const asked = new Asked<number>();
  let finish: (value: number) => void = () => undefined;
  asked.ask(async (_, tell) => {
    tell(1);
    return new Promise((resolve) => (finish = resolve));
  });
  expect([asked.answer.status, asked.value]).toEqual(['running', 1]);
  finish(2);
  await settled();
  expect([asked.answer.status, asked.value]).toEqual(['ready', 2]);
});

test('a question that was left is stopped, and its late answer is not shown', async () => {
  const asked = new Asked<string>();
  let signal: AbortSignal | undefined;
  let finish: (value: string) => void = () => undefined;
  const leave = asked.ask((stop) => {
    signal = stop;
    return new Promise((resolve) => (finish = resolve));
  });
  leave();
  expect(signal?.aborted).toBe(true);
  asked.ask(() => Promise.resolve('new'));
  finish('old');
  await settled();
  expect(asked.value).toBe('new');
});

test('a failure is told, and leaves nothing to show', async () => {
  const asked = new Asked<string>();
  asked.ask(() => Promise.reject(new AppError('engine/lost')));
  await settled();
  expect(asked.answer).toMatchObject({ status: 'failed', error: { code: 'engine/lost' } });
  expect(asked.value).toBeNull();
});
