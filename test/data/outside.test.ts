import { beforeAll, describe, expect, test } from 'vitest';
import { accounting } from './outside/accounting.js';
import { marketing } from './outside/marketing.js';
import { spreadsheets } from './outside/spreadsheets.js';
import { alphabets } from './outside/alphabets.js';
import { amounts } from './outside/amounts.js';
import { clocks } from './outside/clocks.js';
import { layouts } from './outside/layouts.js';
import { programs } from './outside/programs.js';
import { slips } from './outside/slips.js';
import { abroad } from './outside/abroad.js';
import { expected, outcome, type Outside } from './outside/outside.js';
import { Bench } from './support.js';

const files: Record<string, readonly Outside[]> = {
  accounting,
  marketing,
  spreadsheets,
  abroad,
  clocks,
  amounts,
  layouts,
  alphabets,
  programs,
  slips,
};

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

describe.each(Object.entries(files))('%s', (_, entries) => {
  test.each(entries.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    expect(await outcome(bench, entry)).toEqual(expected(entry));
  });
});
