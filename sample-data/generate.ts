import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_CUSTOMERS, SAMPLE_SEED, sampleFiles } from './files.js';

for (const [name, text] of Object.entries(sampleFiles(SAMPLE_SEED, SAMPLE_CUSTOMERS))) {
  writeFileSync(join(import.meta.dirname, name), text);
  console.log(`${name}: ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
}
