import { expect, test } from 'vitest';
import { RecordScanner } from '../../src/data/text/record-scanner.js';

/** Records as [line, fields], from bytes given in pieces of a size. */
function scan(text: string, delimiter = ',', piece = 1000): [number, string[]][] {
  const bytes = new TextEncoder().encode(text);
  const records: [number, string[]][] = [];
  const scanner = new RecordScanner(delimiter, 1, (record) => {
    records.push([record.line, Array.from({ length: record.count }, (_, index) => record.text(index))]);
  });
  for (let offset = 0; offset < bytes.length; offset += piece)
    scanner.push(bytes.subarray(offset, offset + piece));
  scanner.finish();
  return records;
}

const tricky = 'a,"b, ""c""\r\nd",é\r\n\r\n"",x,"y" \n"never, closed\nnext,"line"';

test('quotes protect delimiters, newlines and doubled quotes', () => {
  expect(scan(tricky)).toEqual([
    [1, ['a', 'b, "c"\r\nd', 'é']],
    [3, ['']],
    [4, ['', 'x', 'y']],
    [5, ['"never, closed']],
    [6, ['next', 'line']],
  ]);
});

test.each([1, 2, 3, 7])('pieces of %i bytes give the same records', (piece) => {
  expect(scan(tricky, ',', piece)).toEqual(scan(tricky));
});

test('a record has as many fields as it has', () => {
  const wide = Array.from({ length: 3000 }, (_, index) => String(index));
  expect(scan(`${wide.join(';')}\n`, ';')).toEqual([[1, wide]]);
});
