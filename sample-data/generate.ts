import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_CUSTOMERS, SAMPLE_SEED, sampleFiles } from './files.js';
import { hotlineLog } from './hotline.js';

const files = {
  ...sampleFiles(SAMPLE_SEED, SAMPLE_CUSTOMERS),
  'hotline.log': hotlineLog(SAMPLE_SEED).text,
};
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(import.meta.dirname, name), text);
  console.log(`${name}: ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
}
