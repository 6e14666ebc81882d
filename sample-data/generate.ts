import { mkdirSync, openSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_CUSTOMERS, SAMPLE_SEED, sampleFiles } from './files.js';
import { hotlineLog } from './hotline.js';
import { makeTwins, twinsTruth } from './twins/files.js';
import { LARGE_ROWS, largeTwin } from './twins/large.js';

const folder = join(import.meta.dirname, 'twins');

function write(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content);
  console.log(`${path}: ${Buffer.byteLength(content).toLocaleString('en')} bytes`);
}

// The large one is asked for by name, and written block by block.
if (process.argv[2] === 'large') {
  const file = openSync(join(folder, 'large_2M.csv'), 'w');
  const { blocks, truth } = largeTwin(LARGE_ROWS);
  for (const block of blocks()) writeSync(file, block);
  closeSync(file);
  console.log({ ...truth, customers: truth.customers.size });
} else {
  for (const [name, text] of Object.entries(sampleFiles(SAMPLE_SEED, SAMPLE_CUSTOMERS)))
    write(join(import.meta.dirname, name), text);
  write(join(import.meta.dirname, 'hotline.log'), hotlineLog(SAMPLE_SEED).text);
  mkdirSync(folder, { recursive: true });
  const twins = makeTwins();
  for (const { name, bytes } of twins) write(join(folder, name), bytes);
  write(join(folder, 'truth.json'), twinsTruth(twins));
}
