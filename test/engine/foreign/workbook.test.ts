import { CFB, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readSheet } from '../../../src/engine/foreign/workbook.js';
import { bytesOf, changedPart, sheetOf, workbookBlob, workbookOf } from '../../support/foreign-files.js';

const name = 'ventes.xlsx';
const read = async (blob: Blob, sheet: string | null = null) => {
  const { text, ...rest } = await readSheet({ name, blob }, sheet);
  return { ...rest, lines: (await text.text()).split('\n') };
};

test.each(['xlsx', 'xlsb', 'xls', 'ods'] as const)(
  'the cells of a %s come as text that loses nothing',
  async (type) => {
    const sheet = sheetOf([
      ['ref', 'note', 'prix', 'actif'],
      ['00123', 'a "b", c', 0.1 + 0.2, true],
      ['x', ' bord ', -1e-7, false],
      ['y', 'é€œ', 12345678901234, null],
    ]);
    const { lines, cells } = await read(workbookBlob(workbookOf({ Ventes: sheet }), type));
    expect(lines).toEqual([
      'ref,note,prix,actif',
      '00123,"a ""b"", c",0.30000000000000004,true',
      'x," bord ",-1e-7,false',
      'y,é€œ,12345678901234,',
      '',
    ]);
    expect(cells).toBe(15);
  },
);

const dated = () => {
  const sheet = sheetOf([['jour', 'moment', 'heure', 'duree', 'nombre']]);
  utils.sheet_add_aoa(
    sheet,
    [
      [
        { t: 'n', v: 45352, z: 'dd/mm/yyyy' },
        { t: 'n', v: 45352.4375, z: 'dd/mm/yyyy hh:mm' },
        { t: 'n', v: 0.4375, z: 'hh:mm' },
        { t: 'n', v: 1.5, z: '[h]:mm' },
        { t: 'n', v: 45352, z: '# ##0,00 "jours"' },
      ],
      [
        { t: 'n', v: 1, z: 'd-mmm-yy' },
        { t: 'n', v: 45352, z: 'yyyy-mm-dd h:mm:ss' },
        { t: 'n', v: 0.999999, z: 'h:mm AM/PM' },
        { t: 'n', v: 0, z: '[mm]:ss' },
        { t: 'n', v: 1000, z: '00000' },
      ],
    ],
    { origin: 'A2' },
  );
  return sheet;
};

test.each(['xlsx', 'xlsb', 'xls'] as const)(
  'dates of a %s are ISO, times stay on their clock',
  async (type) => {
    const { lines } = await read(workbookBlob(workbookOf({ Ventes: dated() }), type));
    expect(lines.slice(1, 3)).toEqual([
      '2024-03-01,2024-03-01 10:30:00,10:30:00,36:00:00,45352',
      '1900-01-01,2024-03-01 00:00:00,23:59:59,00:00:00,01000',
    ]);
  },
);

test('the date system of old Macs is respected', async () => {
  const sheet = sheetOf([
    ['a', 'b'],
    ['x', 1],
  ]);
  sheet['B2'] = { t: 'n', v: 43890, z: 'dd/mm/yyyy' };
  const { lines } = await read(workbookBlob(workbookOf({ Ventes: sheet }, { date1904: true })));
  expect(lines[1]).toBe('x,2024-03-01');
});

test('formulas count by their stored value, errors show as Excel writes them', async () => {
  const sheet = sheetOf([
    ['a', 'b'],
    [1, 2],
  ]);
  sheet['A2'] = { t: 'n', v: 7, f: '3+4' };
  sheet['B2'] = { t: 'e', v: 0x2a };
  expect((await read(workbookBlob(workbookOf({ F: sheet })))).lines[1]).toBe('7,#N/A');
});

test('lines of the text are rows of the sheet: empty rows stay, line breaks in cells are quoted', async () => {
  const sheet = utils.aoa_to_sheet([['Titre'], [], ['a', 'b'], ['1\n2', 'x'], [], ['3', 'y']]);
  const { lines } = await read(workbookBlob(workbookOf({ S: sheet })));
  expect(lines).toEqual(['Titre,', '', 'a,b', '"1', '2",x', '', '3,y', '']);
});

test('the first visible sheet that holds a table is chosen; the others are listed', async () => {
  const book = workbookOf(
    {
      Archive: sheetOf([
        ['a', 'b'],
        [1, 2],
      ]),
      Lisez_moi: sheetOf([['Bonjour'], ['Voici nos ventes']]),
      Vide: sheetOf([[]]),
      Ventes: sheetOf([['Ventes 2024'], ['ref', 'prix'], ['r1', 3]]),
      Clients: sheetOf([
        ['id', 'nom'],
        [1, 'Ada'],
      ]),
    },
    { hidden: ['Archive'] },
  );
  const blob = workbookBlob(book);
  const chosen = await read(blob);
  expect(chosen.name).toBe('Ventes');
  expect(chosen.sheets).toEqual([
    { name: 'Archive', isHidden: true },
    ...['Lisez_moi', 'Vide', 'Ventes', 'Clients'].map((sheet) => ({ name: sheet, isHidden: false })),
  ]);
  expect((await read(blob, 'Clients')).lines).toEqual(['id,nom', '1,Ada', '']);
  expect((await read(blob, 'Archive')).lines).toEqual(['a,b', '1,2', '']);
});

test('a workbook without anything to read says so', async () => {
  const blob = workbookBlob(workbookOf({ Vide: sheetOf([[]]) }));
  await expect(read(blob)).rejects.toMatchObject({ code: 'file/not-a-table', data: { kind: 'workbook' } });
});

/** The parts of a workbook, one of them changed. */
const changed = (part: string, change: (text: string) => string, type: 'xlsx' | 'ods' = 'xlsx') => {
  const rows = [
    ['a', 'b'],
    [1, 2],
    [3, 4],
  ];
  return changedPart(workbookBlob(workbookOf({ S: sheetOf(rows) }), type), part, change);
};
const sheetPart = 'xl/worksheets/sheet1.xml';

test('a dimension that lies changes nothing', async () => {
  for (const dimension of ['A1', 'A1:XFD1048576']) {
    const blob = await changed(sheetPart, (text) => text.replace(/ref="A1:B3"/, `ref="${dimension}"`));
    expect((await read(blob)).lines).toEqual(['a,b', '1,2', '3,4', '']);
  }
});

test('dates that strict workbooks write as text stay as they are, and so does text about such cells', async () => {
  const cells =
    '<row r="4"><c r="A4" t="d"><v>2024-03-31T02:30:00</v></c><c r="B4" t="inlineStr"><is><t>c t="d"</t></is></c></row>';
  const blob = await changed(sheetPart, (text) => text.replace('</sheetData>', `${cells}</sheetData>`));
  expect((await read(blob)).lines[3]).toBe('2024-03-31T02:30:00,"c t=""d"""');
});

test('a document type in a sheet is refused', async () => {
  const doctype = '<!-- x --><!DOCTYPE x [<!ENTITY a "aaaa">]>';
  const blob = await changed(sheetPart, (text) => text.replace('?>', `?>${doctype}`));
  await expect(read(blob)).rejects.toMatchObject({ code: 'file/damaged', data: { file: name } });
});

test('cells beyond what a sheet can hold end in an error, not in a hang', async () => {
  for (const [row, cell] of [
    ['4294967294', 'A4294967294'],
    ['4', 'AAAAAA4'],
  ]) {
    const extra = `<row r="${row}"><c r="${cell}"><v>1</v></c></row></sheetData>`;
    const blob = await changed(sheetPart, (text) => text.replace('</sheetData>', extra));
    await expect(read(blob)).rejects.toMatchObject({ data: { file: name } });
  }
});

test('one cell at the far end of a sheet costs empty lines only', async () => {
  const extra = '<row r="1048576"><c r="A1048576"><v>9</v></c></row></sheetData>';
  const blob = await changed(sheetPart, (text) => text.replace('</sheetData>', extra));
  const { lines, cells } = await read(blob);
  expect(lines).toHaveLength(1_048_577);
  expect(lines.at(-2)).toBe('9,');
  expect(cells).toBe(7);
});

test('dates, times and repeats of an OpenDocument sheet', async () => {
  const cell = (type: string, value: string, more = '') =>
    `<table:table-cell office:value-type="${type}" ${value}${more}><text:p>x</text:p></table:table-cell>`;
  const row = [
    cell('date', 'office:date-value="2024-03-31T02:30:00"'),
    cell('date', 'office:date-value="2024-03-31"'),
    cell('time', 'office:time-value="PT10H30M00S"'),
    cell('currency', 'office:value="1234.5"', ' office:currency="EUR"'),
    cell('float', 'office:value="7"', ' table:number-columns-repeated="2"'),
  ].join('');
  const empty =
    '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>';
  const blob = await changed(
    'content.xml',
    (text) =>
      text.replace('<table:table-row>', `<table:table-row>${row}</table:table-row>${empty}<table:table-row>`),
    'ods',
  );
  const { lines } = await read(blob);
  expect(lines.slice(0, 4)).toEqual([
    '2024-03-31 02:30:00,2024-03-31,10:30:00,1234.5,7,7',
    '',
    '',
    'a,b,,,,',
  ]);
});

test('repeats that would unfold without end are refused before they do', async () => {
  const bomb =
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>';
  const blob = await changed(
    'content.xml',
    (text) => text.replace('<table:table-row>', `${bomb}<table:table-row>`),
    'ods',
  );
  await expect(read(blob)).rejects.toMatchObject({ code: 'file/inflates-too-much', data: { file: name } });
});

test('an old text document is no workbook', async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/WordDocument', new Uint8Array(64));
  const blob = new Blob([new Uint8Array(CFB.write(container, { type: 'array' }) as number[])]);
  await expect(read(blob)).rejects.toMatchObject({ code: 'file/not-a-table', data: { kind: 'document' } });
});

test('a workbook with a password says that it has one', async () => {
  // What Excel writes: an OLE container around the encrypted package.
  const container = CFB.utils.cfb_new();
  for (const path of ['/EncryptionInfo', '/EncryptedPackage'])
    CFB.utils.cfb_add(container, path, new Uint8Array(64));
  const blob = new Blob([new Uint8Array(CFB.write(container, { type: 'array' }) as number[])]);
  await expect(read(blob)).rejects.toMatchObject({ code: 'file/protected', data: { file: name } });
});

test('a workbook that is cut short or locked is refused with its name', async () => {
  const bytes = await bytesOf(
    workbookBlob(
      workbookOf({
        S: sheetOf([
          ['a', 'b'],
          [1, 2],
        ]),
      }),
    ),
  );
  await expect(read(new Blob([bytes.subarray(0, bytes.length - 100)]))).rejects.toMatchObject({
    code: 'file/damaged',
    data: { file: name },
  });
  const ole = await bytesOf(
    workbookBlob(
      workbookOf({
        S: sheetOf([
          ['a', 'b'],
          [1, 2],
        ]),
      }),
      'xls',
    ),
  );
  await expect(read(new Blob([ole.subarray(0, 600)]))).rejects.toMatchObject({ code: 'file/damaged' });
});
