import { beforeAll, describe, expect, test } from 'vitest';
import { ident, sql } from '../../src/engine/sql.js';
import { Bench, types } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

/** Windows-1252 bytes of a text whose characters are all in that code page. */
function windows(text: string): Uint8Array<ArrayBuffer> {
  const special: Record<string, number> = { '€': 0x80, œ: 0x9c, '’': 0x92 };
  return Uint8Array.from(text, (letter) => special[letter] ?? letter.charCodeAt(0));
}

function utf16(text: string, mark: boolean): Uint8Array<ArrayBuffer> {
  const codes = [...(mark ? [0xfeff] : []), ...Array.from(text, (letter) => letter.charCodeAt(0))];
  return Uint8Array.from(codes.flatMap((code) => [code & 255, code >> 8]));
}

const french = 'libellé;prix\nŒuf brouillé;2,50\nCœur d’été;3,00\n'.replace('Œ', 'œ');

describe('encodings', () => {
  test.each([
    ['utf-8', new TextEncoder().encode(french)],
    ['utf-8-bom', new TextEncoder().encode(`\ufeff${french}`)],
    ['windows-1252', windows(french)],
    ['utf-16le', utf16(french, true)],
    ['utf-16le', utf16(french, false)],
  ])('%s is found', async (encoding, bytes) => {
    const source = await bench.load(bytes);
    expect(source.encoding).toBe(encoding);
    expect(await bench.rows(source)).toEqual([
      ['œuf brouillé', 2.5],
      ['Cœur d’été', 3],
    ]);
    expect(source.repairs.some(({ code }) => code === 'decoded')).toBe(!encoding.startsWith('utf-8'));
  });

  test('a Windows letter far behind the first bytes is still read right', async () => {
    const lines = 'Paul;1\n'.repeat(50_000);
    const source = await bench.load(windows(`nom;n\n${lines}Zoé;2\n`));
    expect(source.encoding).toBe('windows-1252');
    expect((await bench.rows(source)).at(-1)).toEqual(['Zoé', 2]);
  });
});

describe('layout', () => {
  test.each([',', ';', '\t', '|', '~'])('delimiter %j is found with quotes respected', async (delimiter) => {
    const source = await bench.load(
      `nom${delimiter}ville${delimiter}n\n"Dupont${delimiter} fils"${delimiter}Lyon${delimiter}1\nMartin${delimiter}Nice${delimiter}2\n`,
    );
    expect(source.delimiter).toBe(delimiter);
    expect(await bench.rows(source)).toEqual([
      [`Dupont${delimiter} fils`, 'Lyon', 1],
      ['Martin', 'Nice', 2],
    ]);
  });

  test('a sep= line names the delimiter and is skipped', async () => {
    const source = await bench.load('sep=|\nnom|n\nA;B|1\n');
    expect(await bench.rows(source)).toEqual([['A;B', 1]]);
    expect(source.repairs).toEqual([{ code: 'separator-line-skipped', detail: '|', count: 1 }]);
  });

  test('title lines above the header are skipped and lines still counted from the top', async () => {
    const source = await bench.load(
      'Export des ventes;;\nJanvier 2024\n\nclient;date;montant\nA;01/01/2024;12\nB;15/01/2024;x\nC;16/01/2024;3\n',
    );
    expect(source.columns.map(({ name }) => name)).toEqual(['client', 'date', 'montant']);
    expect(source.repairs).toContainEqual({
      code: 'title-lines-skipped',
      detail: 'Export des ventes / Janvier 2024',
      count: 2,
    });
    expect(source.rejects).toEqual([{ line: 6, column: 'montant', value: 'x', reason: 'not-a-number' }]);
  });

  test('a file without header gets column names', async () => {
    const source = await bench.load('1;2024-01-31;12,5\n2;2024-02-01;3,0\n');
    expect(source.columns.map(({ name }) => name)).toEqual(['column_1', 'column_2', 'column_3']);
    expect(await bench.rows(source)).toEqual([
      [1, '2024-01-31', 12.5],
      [2, '2024-02-01', 3],
    ]);
    expect(source.repairs[0]).toMatchObject({ code: 'header-made-up', count: 3 });
  });

  test('years as headers stay headers', async () => {
    const source = await bench.load('region;2021;2022;2023\nNord;10;20;30\nSud;11;21;31\n');
    expect(source.columns.map(({ name }) => name)).toEqual(['region', '2021', '2022', '2023']);
    expect(source.rowsLoaded).toBe(2);
  });

  test('headers that differ only in case, or not at all, are made unique', async () => {
    const source = await bench.load('nom,Nom,nom,v\na,b,c,1\n');
    expect(source.columns.map(({ name }) => name)).toEqual(['nom', 'Nom_2', 'nom_3', 'v']);
    expect(source.repairs).toContainEqual({ code: 'header-made-unique', detail: 'Nom_2, nom_3', count: 2 });
  });

  test('a column without name and values is left out, one with values is kept', async () => {
    const source = await bench.load('a;b;;\n1;2;;x\n3;4;;\n');
    expect(types(source)).toEqual({ a: 'integer', b: 'integer', column_4: 'text' });
    expect(source.repairs.map(({ code }) => code)).toEqual(['header-made-up', 'empty-columns-left-out']);
    expect(await bench.rows(source)).toEqual([
      [1, 2, 'x'],
      [3, 4, null],
    ]);
  });

  test('row names without a header, as R writes them, do not shift the columns', async () => {
    const source = await bench.load('nom,n\n1,Paul,10\n2,Anne,20\n');
    expect(source.columns.map(({ name }) => name)).toEqual(['column_1', 'nom', 'n']);
    expect(await bench.rows(source)).toEqual([
      [1, 'Paul', 10],
      [2, 'Anne', 20],
    ]);
  });

  test('a delimiter too many at the end of every line changes nothing', async () => {
    const source = await bench.load('a;b\n1;2;\n3;4;\n');
    expect(await bench.rows(source)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('empty lines and lines of delimiters only are left out and counted', async () => {
    const source = await bench.load('a;b;c\n1;2;3\n\n;;\n4;5;6\n\n');
    expect(source).toMatchObject({ rowsRead: 2, rowsLoaded: 2, rejectCount: 0 });
    expect(source.repairs).toContainEqual({ code: 'empty-lines-left-out', detail: '', count: 3 });
  });

  test('short and long lines are left out with line and reason; the others stay', async () => {
    const source = await bench.load('a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n');
    expect(await bench.rows(source)).toEqual([
      [1, 2, 3],
      [10, 11, 12],
    ]);
    expect(source).toMatchObject({ rowsRead: 4, rowsLoaded: 2, rejectCount: 2 });
    expect(source.rejects).toEqual([
      { line: 3, column: null, value: '4,5', reason: 'missing-columns' },
      { line: 4, column: null, value: '6,7,8,9', reason: 'too-many-columns' },
    ]);
  });

  test('line numbers count the newlines inside quotes and the blank lines', async () => {
    const source = await bench.load('client;montant\n"A\nA";1\n\n"B\r\nB";2\nC;x\nD;4\n');
    expect(source.rejects).toEqual([{ line: 7, column: 'montant', value: 'x', reason: 'not-a-number' }]);
    expect((await bench.rows(source)).map((row) => row[1])).toEqual([1, 2, null, 4]);
  });

  test('a quote that never closes costs its own line', async () => {
    const source = await bench.load('a;b\n1;x\n2;"open\n3;y\n4;"z"\n5;w\n');
    expect(source.rejects).toEqual([{ line: 3, column: null, value: '2;"open', reason: 'unclosed-quote' }]);
    expect((await bench.rows(source)).map((row) => row[0])).toEqual([1, 3, 4, 5]);
  });

  test('quotes that are not doubled are kept as text', async () => {
    const source = await bench.load('a,b\n1,"écran 15" plat"\n2,"say ""hi"""\n3,5" x\n');
    expect((await bench.rows(source)).map((row) => row[1])).toEqual(['écran 15" plat', 'say "hi"', '5" x']);
  });

  test.each([
    ['old Mac', '\r'],
    ['Windows', '\r\n'],
  ])('%s newlines', async (_, newline) => {
    const source = await bench.load(['a,b', '1,x', '2,y', ''].join(newline));
    expect(await bench.rows(source)).toEqual([
      [1, 'x'],
      [2, 'y'],
    ]);
  });

  test('mixed newlines', async () => {
    const source = await bench.load('a,b\r\n1,x\n2,y\r\n3,z');
    expect(await bench.rows(source)).toEqual([
      [1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ]);
  });

  test('200 columns load', async () => {
    const header = Array.from({ length: 200 }, (_, index) => `k${index}`).join(',');
    const source = await bench.load(
      `${header}\n${Array.from({ length: 200 }, (_, index) => index).join(',')}\n`,
    );
    expect((await bench.rows(source))[0]?.slice(197)).toEqual([197, 198, 199]);
  });

  test('the table is named after the file, and differs from those in use', async () => {
    const name = 'Ventes été 2024.csv';
    expect((await bench.load('a,b\n1,2\n', { name })).table).toBe('ventes_ete_2024');
    expect((await bench.load('a,b\n1,2\n', { name })).table).toBe('ventes_ete_2024_2');
  });
});

test('a file named like a table of the warehouse, or like another file, gets a name of its own', async () => {
  const first = await bench.load('a,b\n1,2\n', { name: 'orders.csv' });
  const second = await bench.load('a,b\n3,4\n', { name: 'orders.csv' });
  expect([first.table, second.table]).toEqual(['orders_file', 'orders_file_2']);
  expect(await bench.rows(first)).toEqual([[1, 2]]);
});

describe('refusals', () => {
  test.each([
    ['an empty file', '', 'file/empty'],
    ['blanks only', ' \n\n', 'file/empty'],
    ['a header alone', 'nom;ville;montant\n', 'file/header-only'],
    ['NUL bytes', 'a\x00\x00\x01\x02\x00,b\n1,2', 'file/not-a-table'],
    [
      'prose',
      'Bonjour à toutes et à tous, voici le compte rendu de notre réunion.\nElle a duré deux heures et tout le monde a parlé.\nÀ bientôt pour la suite de cette aventure.\n',
      'file/not-a-table',
    ],
    ['1,001 columns', `${'c,'.repeat(1000)}c\n${'1,'.repeat(1000)}1\n`, 'file/too-many-columns'],
  ])('%s', async (_, text, code) => {
    await expect(bench.load(text)).rejects.toMatchObject({ code });
  });

  test('a cancelled load ends with AbortError and leaves no table', async () => {
    const signal = AbortSignal.abort();
    await expect(bench.load('a,b\n1,2\n', { name: 'cancelled.csv', signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(bench.engine.table(sql`select * from cancelled`)).rejects.toMatchObject({
      code: 'sql/unknown-name',
    });
  });

  test('a date role on a column without dates is refused with an example', async () => {
    const load = bench.load('client,quand\nA,hier\nB,demain\n', {
      choices: { roles: { quand: 'order_date' } },
    });
    await expect(load).rejects.toMatchObject({
      code: 'import/role-not-a-date',
      data: { column: 'quand', line: 2, value: 'hier' },
    });
  });

  test('an amount role on a column of words is refused with an example', async () => {
    const load = bench.load('client,prix\nA,cher\nB,pas cher\n', { choices: { roles: { prix: 'amount' } } });
    await expect(load).rejects.toMatchObject({
      code: 'import/role-not-a-number',
      data: { column: 'prix', line: 2, value: 'cher' },
    });
  });

  test('a date role makes dates of eight digits', async () => {
    const source = await bench.load('client,jour_j\nA,20240131\nB,20240201\n', {
      choices: { roles: { jour_j: 'order_date' } },
    });
    expect(source.columns[1]).toMatchObject({ type: 'date', role: 'order_date', confidence: 1 });
  });
});

test('hostile names and values are inert', async () => {
  await bench.engine.run(sql`create or replace table canary as select 1 as a`);
  const nasty = `"; drop table canary; --`;
  const source = await bench.load(
    `"${nasty.replaceAll('"', '""')}",' or 1=1,<img src=x onerror=alert(1)>,__proto__,constructor,unread\n` +
      `"${nasty.replaceAll('"', '""')}",'); drop table canary; --,"=cmd|' /C calc'!A0",x,y,1\n`,
    { name: `"; drop table canary; --.csv` },
  );
  expect(source.columns.map(({ name }) => name)).toEqual([
    nasty,
    "' or 1=1",
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
    'unread',
  ]);
  expect(await bench.rows(source)).toEqual([
    [nasty, "'); drop table canary; --", "=cmd|' /C calc'!A0", 'x', 'y', 1],
  ]);
  expect(await bench.engine.query(sql`select a from ${ident('canary')}`)).toEqual([{ a: 1 }]);
});

test('progress grows to 1', async () => {
  const shares: number[] = [];
  await bench.load('a,b\n1,2\n', { onprogress: (share) => shares.push(share) });
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test('line breaks within quotes may be of another kind than those between lines', async () => {
  for (const [newline, inner] of [
    ['\n', '\r\n'],
    ['\n', '\r'],
    ['\r\n', '\n'],
  ] as const) {
    const source = await bench.load(['a,b', `"x${inner}y",1`, 'z,2', ''].join(newline));
    expect(await bench.rows(source)).toEqual([
      [`x${inner}y`, 1],
      ['z', 2],
    ]);
  }
});
