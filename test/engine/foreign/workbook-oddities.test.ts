import { expect, test } from 'vitest';
import { readSheet } from '../../../src/engine/foreign/workbook.js';
import {
  bytesOf,
  changedPart,
  sheetOf,
  workbookBlob,
  workbookOf,
  zipOf,
} from '../../support/foreign-files.js';

const name = 'ventes.xlsx';
const read = async (blob: Blob) => {
  const { text, ...rest } = await readSheet({ name, blob }, null);
  return { ...rest, lines: (await text.text()).split('\n').slice(0, -1) };
};
const book = (rows: readonly (readonly unknown[])[], type: 'xlsx' | 'ods' = 'xlsx') =>
  workbookBlob(workbookOf({ S: sheetOf(rows) }), type);
const rows = [
  ['a', 'b'],
  [1, 2],
  [3, 4],
];
const sheetPart = 'xl/worksheets/sheet1.xml';

test('rows that are hidden are in the text and counted; hidden rows of nothing are not', async () => {
  const blob = await changedPart(book(rows), sheetPart, (text) =>
    text
      .replace('<row r="2"', '<row r="2" spans="1:2" hidden="1"')
      .replace('</sheetData>', '<row r="9" hidden="1"/></sheetData>'),
  );
  expect(await read(blob)).toMatchObject({ lines: ['a,b', '1,2', '3,4'], hiddenRows: 1, mergedCells: 0 });
});

test.each(['xlsx', 'xlsb', 'xls', 'ods'] as const)(
  'cells of a %s that are merged with those below are counted, titles over several columns are not',
  async (type) => {
    const sheet = sheetOf([
      ['Titre'],
      ['client', 'prix'],
      ['A', 1],
      [null, 2],
      ['B', 3],
      [null, null],
      [null, null],
    ]);
    sheet['!merges'] = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 1 } },
      { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } },
      { s: { r: 5, c: 0 }, e: { r: 6, c: 0 } },
    ];
    const found = await read(workbookBlob(workbookOf({ S: sheet }), type));
    expect(found).toMatchObject({ mergedCells: 1, hiddenRows: 0 });
    expect(found.lines.slice(0, 5)).toEqual(['Titre,', 'client,prix', 'A,1', ',2', 'B,3']);
  },
);

test('cells without a text at the far end of a row are no columns', async () => {
  const far = '<c r="XFD1" t="str"><f>""</f><v></v></c></row>';
  const blob = await changedPart(book(rows), sheetPart, (text) => text.replace('</row>', far));
  expect((await read(blob)).lines).toEqual(['a,b', '1,2', '3,4']);
  const full = far.replace('<v></v>', '<v>x</v>');
  await expect(
    read(await changedPart(book(rows), sheetPart, (text) => text.replace('</row>', full))),
  ).rejects.toMatchObject({ code: 'file/too-many-columns', data: { file: name, columns: 16_384 } });
});

test('tables of an OpenDocument sheet have the names that were given, and may be hidden', async () => {
  const hidden = `R&D "d'avant"`;
  const sheets = { [hidden]: sheetOf(rows), 'Ventes & <retours>': sheetOf(rows) };
  const style =
    '<style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const blob = await changedPart(workbookBlob(workbookOf(sheets), 'ods'), 'content.xml', (text) =>
    text
      .replace('<office:automatic-styles>', `<office:automatic-styles>${style}`)
      .replace('table:style-name="ta1"', 'table:style-name="ta9"'),
  );
  expect(await read(blob)).toMatchObject({
    name: 'Ventes & <retours>',
    sheets: [
      { name: hidden, isHidden: true },
      { name: 'Ventes & <retours>', isHidden: false },
    ],
  });
  expect((await readSheet({ name, blob }, hidden)).name).toBe(hidden);
});

test('a duration may be negative', async () => {
  const sheet = sheetOf([
    ['a', 'b'],
    ['x', 1],
    ['y', 1],
  ]);
  sheet['B2'] = { t: 'n', v: -1.25, z: '[h]:mm' };
  sheet['B3'] = { t: 'n', v: -1.25, z: 'dd/mm/yyyy' };
  expect((await read(workbookBlob(workbookOf({ S: sheet })))).lines.slice(1)).toEqual([
    'x,-30:00:00',
    'y,-1.25',
  ]);
});

test('a link over whole columns makes no cells', async () => {
  const links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="S!A1"/></hyperlinks>';
  const blob = await changedPart(book(rows), sheetPart, (text) =>
    text.replace('</sheetData>', `</sheetData>${links}`),
  );
  expect(await read(blob)).toMatchObject({ lines: ['a,b', '1,2', '3,4'], cells: 6 });
});

test('a text that many cells share is refused when it would come to more than a gigabyte', async () => {
  const shared = `<si><t>${'x'.repeat(32_767)}</t></si>`;
  const cells = (count: number) => '<c t="s"><v>0</v></c>'.repeat(count);
  const sharing = async (count: number) => {
    const own = Array.from({ length: count }, (_, row) => `<row r="${row + 1}">${cells(500)}</row>`).join('');
    const sheet = await changedPart(book(rows), sheetPart, (text) =>
      text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${own}</sheetData>`),
    );
    const named = await changedPart(sheet, '[Content_Types].xml', (text) =>
      text.replace(
        '</Types>',
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
      ),
    );
    return changedPart(named, 'xl/sharedStrings.xml', () => `<sst count="1" uniqueCount="1">${shared}</sst>`);
  };
  const { lines, cells: filled } = await read(await sharing(2));
  expect([lines[0]?.length, filled]).toEqual([500 * 32_768 - 1, 1000]);
  await expect(read(await sharing(70))).rejects.toMatchObject({
    code: 'file/inflates-too-much',
    data: { file: name },
  });
});

test('letters of workbooks before Excel 97 are those of Windows', async () => {
  const bytes = await bytesOf(
    workbookBlob(
      workbookOf({
        S: sheetOf([
          ['nom', 'prix'],
          ['Zo~|', 1],
        ]),
      }),
      'biff5',
    ),
  );
  const text = Buffer.from(bytes).toString('latin1').replace('Zo~|', 'Zo\xeb\x80');
  expect((await read(new Blob([Buffer.from(text, 'latin1')]))).lines).toEqual(['nom,prix', 'Zoë€,1']);
});

test('cells of an OpenDocument sheet have a value also where no text is written for it', async () => {
  const cell = (attributes: string, rest = '/>') =>
    `<table:table-cell office:value-type=${attributes}${rest}`;
  const row = [
    cell('"float" office:value="5" table:number-columns-repeated="2"'),
    cell('"date" office:date-value="2024-03-01"'),
    cell('"string" office:string-value="a &lt;b> &amp; c" table:number-columns-repeated="2"'),
    cell(`'string' office:string-value='d "e"'`, '></table:table-cell>'),
    '<table:table-cell table:number-columns-repeated="2"/>',
    cell('"boolean" office:boolean-value="true"', '>\n</table:table-cell>'),
  ].join('');
  const blob = await changedPart(book(rows, 'ods'), 'content.xml', (text) =>
    text.replace('<table:table-row>', `<table:table-row>${row}</table:table-row><table:table-row>`),
  );
  expect((await read(blob)).lines[0]).toBe('5,5,2024-03-01,a <b> & c,a <b> & c,"d ""e""",,,true');
});

test.each([
  ['a mark in an attribute', 'table:name=">" table:number-columns-repeated="16384"', '"1048576"'],
  ['single quotes', "table:number-columns-repeated='16384'", "'1048576'"],
  ['numbers as JavaScript writes them', 'table:number-columns-repeated="16384"', '"1e6"'],
])('repeats are counted as they are unfolded: %s', async (_, columns, times) => {
  const bomb = `<table:table-row table:number-rows-repeated=${times}><table:table-cell office:value-type="float" office:value="1" ${columns}><text:p>1</text:p></table:table-cell></table:table-row>`;
  const blob = await changedPart(book(rows, 'ods'), 'content.xml', (text) =>
    text.replace('<table:table-row>', `${bomb}<table:table-row>`),
  );
  await expect(read(blob)).rejects.toMatchObject({ code: 'file/inflates-too-much', data: { file: name } });
});

test('a locked OpenDocument sheet says that it has a password, a text document that it is one', async () => {
  const manifest =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const type = 'application/vnd.oasis.opendocument.';
  const locked = await zipOf({
    mimetype: `${type}spreadsheet`,
    'content.xml': Uint8Array.of(7, 200, 1),
    'META-INF/manifest.xml': manifest,
  });
  await expect(read(locked)).rejects.toMatchObject({ code: 'file/protected', data: { file: name } });
  const document = await zipOf({
    mimetype: `${type}text`,
    'content.xml': '<office:document-content/>',
    'META-INF/manifest.xml': '<manifest:manifest/>',
  });
  await expect(read(document)).rejects.toMatchObject({
    code: 'file/not-a-table',
    data: { file: name, kind: 'document' },
  });
});
