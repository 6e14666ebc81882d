import { expect, test } from 'vitest';
import { asText, openFile } from '../../src/data/open.js';
import { Survey } from '../../src/data/text/survey.js';

/** Row ends and sizes of the pieces of a file with so many rows of so many bytes. */
async function pieces(rows: number, bytes: number): Promise<{ rows: number[]; sizes: number[] }> {
  const header = 'id,note\n';
  const row = (id: number): string => `${`${id},`.padEnd(bytes - 1, 'x')}\n`;
  const body = Array.from({ length: rows }, (_, index) => row(index)).join('');
  const { table } = await openFile(asText({ name: 'rows.csv', blob: new Blob([header, body]) }));
  const survey = new Survey(table);
  const ends: number[] = [];
  const texts: string[] = [];
  const sizes: number[] = [];
  for await (const piece of survey.pieces()) {
    const { bytes: records } = await piece.records(false);
    ends.push((ends.at(-1) ?? 0) + piece.rows);
    sizes.push(records.size);
    texts.push(await records.text());
  }
  // Nothing is lost between two pieces, nothing twice.
  expect(texts.join('')).toBe(body);
  return { rows: ends, sizes };
}

const mebi = 1024 * 1024;

test("behind the first piece, pieces of short rows fill the engine's row groups of 122,880", async () => {
  const { rows, sizes } = await pieces(500_000, 50);
  expect(sizes[0]).toBeGreaterThanOrEqual(4 * mebi);
  expect(sizes[0]).toBeLessThan(4 * mebi + 100);
  // 4 MB are 83,887 rows: at the second group's end the second piece has 7.7 MB, which is less than half of a whole one.
  expect(rows.slice(1)).toEqual([3 * 122_880, 500_000]);
});

test('pieces of long rows are no longer than 16 MB', async () => {
  const { sizes } = await pieces(60_000, 1000);
  expect(Math.max(...sizes)).toBeLessThan(16 * mebi + 1000);
  expect(sizes.length).toBe(5);
});
