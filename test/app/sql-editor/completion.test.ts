import { expect, test } from 'vitest';
import type { Vocabulary } from '../../../src/analyses/sql-desk.js';
import { proposalsAt, type Proposal } from '../../../src/app/sql-editor/completion.js';

const vocabulary: Vocabulary = {
  tables: [
    {
      name: 'sales',
      kind: 'data',
      columns: [
        { name: 'customer_id', type: 'text' },
        { name: 'amount', type: 'number' },
      ],
    },
    {
      name: 'orders',
      kind: 'data',
      columns: [
        { name: 'customer_id', type: 'text' },
        { name: 'order_date', type: 'date' },
      ],
    },
    { name: 'rfm', kind: 'cell', columns: [{ name: 'Segment RFM', type: 'text' }] },
    { name: 'seuil', kind: 'input', columns: [] },
  ],
  functions: [{ name: 'sum', signature: 'sum(arg)' }],
  keywords: ['select', 'from', 'qualify'],
};

/** What is proposed where the text has a `|`. */
function at(marked: string): { from: number; options: readonly Proposal[] } | null {
  const place = marked.indexOf('|');
  return proposalsAt(marked.replace('|', ''), place, vocabulary);
}
function labels(marked: string, kind?: Proposal['kind']): string[] | null {
  const found = at(marked);
  return found && found.options.filter((one) => !kind || one.kind === kind).map(({ label }) => label);
}

test('behind from and join stand tables, and nothing else', () => {
  for (const text of ['select * from |', 'from s|', 'from sales s join |', 'from sales, |', 'summarize |'])
    expect(labels(text), text).toEqual(['sales', 'orders', 'rfm']);
  expect(labels('with mine as (select 1) select * from |')).toEqual(['mine', 'sales', 'orders', 'rfm']);
});

test('behind a dot stand the columns of that table, or of the table with that other name', () => {
  expect(labels('select s.| from sales s')).toEqual(['customer_id', 'amount']);
  expect(labels('select s.am| from orders as s, sales t')).toEqual(['customer_id', 'order_date']);
  expect(labels('select orders.| from orders')).toEqual(['customer_id', 'order_date']);
  expect(at('select rfm.| from rfm')?.options[0]).toMatchObject({
    label: 'Segment RFM',
    insert: '"Segment RFM"',
  });
  expect(labels('select nowhere.| from sales')).toBeNull();
});

test('elsewhere stand the columns of the tables read, each once, then functions, keywords and tables', () => {
  const found = at('select | from sales s join orders o using (customer_id)');
  expect(found?.options.filter(({ kind }) => kind === 'column')).toEqual([
    { label: 'customer_id', kind: 'column', detail: 'text', of: 'sales', insert: 'customer_id', boost: 2 },
    { label: 'amount', kind: 'column', detail: 'number', of: 'sales', insert: 'amount', boost: 2 },
    { label: 'order_date', kind: 'column', detail: 'date', of: 'orders', insert: 'order_date', boost: 2 },
  ]);
  expect(labels('select | from sales s', 'table')).toEqual(['s', 'sales', 'orders', 'rfm']);
  expect(found?.options.find(({ kind }) => kind === 'function')).toMatchObject({
    detail: 'sum(arg)',
    insert: 'sum(',
  });
  expect(labels('select su|', 'column')).toEqual([]);
  expect(at('select a, su|')?.from).toBe(10);
});

test('in a list of a select a comma asks for columns, in a subquery of a from too', () => {
  expect(labels('select amount, | from sales', 'column')).toEqual(['customer_id', 'amount']);
  expect(labels('select * from sales where amount in (1, |', 'column')).toEqual(['customer_id', 'amount']);
  expect(labels('select * from (select customer_id, | from sales)', 'column')).toEqual([
    'customer_id',
    'amount',
  ]);
});

test('keywords come in capitals to those who write in capitals', () => {
  expect(labels('SEL|', 'keyword')).toContain('SELECT');
  expect(labels('sel|', 'keyword')).toContain('select');
});

test('behind a dollar stand the inputs', () => {
  expect(labels('select * from sales where amount > $|')).toEqual(['$seuil']);
  expect(at('where amount > $se|')?.from).toBe(15);
});

test.each(["select 'fr|", 'select 1 -- fr|', 'select 12|', 'select /* fr|', 'select $$ fr|', 'select 1.|'])(
  'nothing is proposed in %s',
  (text) => {
    expect(at(text)).toBeNull();
  },
);

test('an open name in quotes is completed from its quote on', () => {
  const found = at('select "Seg| from rfm');
  expect(found?.from).toBe(7);
  expect(found?.options.map(({ label }) => label)).toEqual(['"Segment RFM"']);
});
