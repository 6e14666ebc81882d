import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLE_SEED } from '../../sample-data/files.js';
import { HOTLINE_CALLS, hotlineLog } from '../../sample-data/hotline.js';

const { calls, text } = hotlineLog(SAMPLE_SEED);
const lines = text.trimEnd().split('\n');

test('generating the hotline’s log again gives the committed bytes', () => {
  const committed = readFileSync(join(import.meta.dirname, '../../sample-data/hotline.log'), 'utf8');
  expect(text === committed).toBe(true);
});

test('one line per call in the order of time, each in one of six layouts', () => {
  expect(calls.length).toBe(HOTLINE_CALLS);
  expect(lines.length).toBe(HOTLINE_CALLS);
  const counts = [0, 1, 2, 3, 4, 5].map((layout) => calls.filter((call) => call.layout === layout).length);
  expect(Math.min(...counts)).toBeGreaterThan(20);
  const moments = calls.map(({ day, time }) => `${day} ${time}`);
  expect(moments).toEqual([...moments].sort());
});

test('a line holds what its call was: who called, the reason, and what was said', () => {
  calls.forEach(({ customerId, phone, reason, verbatim }, index) => {
    const line = lines[index] ?? '';
    expect((customerId === null) !== (phone === null)).toBe(true);
    expect(line.replace(/[ ]|\+33/g, '')).toContain(customerId ?? (phone ?? '').slice(1));
    expect(line.toLowerCase()).toContain(reason.toLowerCase());
    expect(line).toContain(verbatim);
  });
});
