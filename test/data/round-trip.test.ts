import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { dropTable } from '../../src/data/typed-table.js';
import { tables } from './round-trip/table.js';
import { styles, typedValue, write } from './round-trip/write.js';
import { Bench } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

test('a table written in any usual way and imported is the same table', async () => {
  expect.assertions(250);
  await fc.assert(
    fc.asyncProperty(tables, styles, async (table, style) => {
      const source = await bench.load(write(table, style));
      const rows = await bench.rows(source);
      await dropTable(bench.engine, { schema: bench.schema, table: source.table });
      const { columns } = table;
      expect({
        columns: source.columns.map(({ name, type }) => ({ name, type })),
        rows,
        rejects: source.rejects,
        rowsRead: source.rowsRead,
        delimiter: source.delimiter,
      }).toEqual({
        columns,
        rows: table.rows.map((row) =>
          row.map((value, index) => typedValue(value, columns[index]?.type ?? 'text')),
        ),
        rejects: [],
        rowsRead: table.rows.length,
        delimiter: style.delimiter,
      });
    }),
    { numRuns: 250, seed: 20_240_303 },
  );
});
