import { expect, test } from 'vitest';
import { slices } from '../../src/data/text/encoding.js';

/** A blob of 9 MB, which comes in slices of 4, 4 and 1 MB. */
const bytes = Uint8Array.from({ length: 9 * 1024 * 1024 }, (_, index) => (index * 7) % 251);

async function read(blob: Blob): Promise<{ lengths: number[]; differences: number }> {
  const lengths: number[] = [];
  let [offset, differences] = [0, 0];
  for await (const slice of slices(blob, 'file.csv')) {
    lengths.push(slice.length);
    slice.forEach((byte, index) => (differences += Number(byte !== bytes[offset + index])));
    offset += slice.length;
  }
  return { lengths, differences };
}

const mega = 1024 * 1024;
const expected = { lengths: [4 * mega, 4 * mega, mega], differences: 0 };

test('all bytes of a file come, in their order', async () => {
  expect(await read(new Blob([bytes]))).toEqual(expected);
});

test('the same where streams of files cannot fill memory that they are given', async () => {
  class OldBlob extends Blob {
    override stream(): ReturnType<Blob['stream']> {
      return new ReadableStream() as ReturnType<Blob['stream']>;
    }
  }
  expect(await read(new OldBlob([bytes]))).toEqual(expected);
});

test('a file that cannot be read to its end is named', async () => {
  class CutBlob extends Blob {
    override stream(): ReturnType<Blob['stream']> {
      return new Blob([bytes.subarray(0, 5 * mega)]).stream();
    }
  }
  await expect(read(new CutBlob([bytes]))).rejects.toMatchObject({
    code: 'file/unreadable',
    data: { file: 'file.csv' },
  });
});

test('reading ends when it is cancelled', async () => {
  const stop = new AbortController();
  const reading = (async () => {
    for await (const slice of slices(new Blob([bytes]), 'file.csv', stop.signal)) {
      expect(slice.length).toBe(4 * mega);
      stop.abort();
    }
  })();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});
