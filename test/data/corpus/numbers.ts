import { column, kept, type Entry } from './entry.js';

const comma = (count: number) => ({ 'decimal-comma': count }) as const;
const grouped = (count: number) => ({ 'decimal-comma': count, 'thousands-mark': count }) as const;
const priced = (count: number) => ({ 'decimal-comma': count, 'currency-sign': count }) as const;

/** A value behind 20,000 sound ones: a sample of the file does not see it. */
function late(name: string, value: string, becomes: number | null, rejected: boolean): Entry {
  const sound = Array.from({ length: 20_000 }, (_, index) => index + 0.5);
  return column(
    name,
    [...sound.map(String), value],
    'number',
    [...sound, becomes],
    rejected ? { rejects: [[20_002, value, 'not-a-number']] } : {},
  );
}

/** Numbers and amounts in every usual form. */
export const numbers: readonly Entry[] = [
  column('whole numbers', ['1', '-2', '30', '0'], 'integer', [1, -2, 30, 0]),
  column('decimal points', ['1.5', '2', '.25', '-0.75'], 'number', [1.5, 2, 0.25, -0.75]),
  column('decimal commas', ['12,50', '3', '-0,75', ',5'], 'number', [12.5, 3, -0.75, 0.5], {
    repairs: comma(4),
  }),
  column('a comma and no decimals behind it', ['12,', '3,5'], 'number', [12, 3.5], { repairs: comma(2) }),
  column('thousands by blanks', ['1 234,50', '12 345,00'], 'number', [1234.5, 12345], {
    repairs: grouped(2),
  }),
  column('thousands by no-break spaces', ['1\u00a0234,50', '12\u00a0345,00'], 'number', [1234.5, 12345], {
    repairs: grouped(2),
  }),
  column(
    'thousands by narrow no-break spaces',
    ['1\u202f234,50', '1\u202f234\u202f567,00'],
    'number',
    [1234.5, 1234567],
    {
      repairs: grouped(2),
    },
  ),
  column(
    'thousands by all kinds of spaces',
    ['1 234,50', '1\u00a0234,50', '1\u202f234,50', '1\u2009234,50'],
    'number',
    [1234.5, 1234.5, 1234.5, 1234.5],
    { repairs: grouped(4) },
  ),
  column('thousands by apostrophes', ["1'234.50", "12'345.00"], 'number', [1234.5, 12345], {
    repairs: { 'thousands-mark': 2 },
  }),
  column('thousands by typographic apostrophes', ['1’234.50', '12’345.00'], 'number', [1234.5, 12345], {
    repairs: { 'thousands-mark': 2 },
  }),
  column('thousands by points', ['1.234,50', '1.234.567,89'], 'number', [1234.5, 1234567.89], {
    repairs: grouped(2),
  }),
  column('thousands by commas', ['1,234.50', '1,234,567.89'], 'number', [1234.5, 1234567.89], {
    repairs: { 'thousands-mark': 2 },
  }),
  column('whole thousands by blanks', ['1 234', '12 345'], 'integer', [1234, 12345], {
    repairs: { 'thousands-mark': 2 },
  }),
  column('whole millions by points', ['1.234.567', '12.345.678'], 'integer', [1234567, 12345678], {
    repairs: { 'thousands-mark': 2 },
  }),
  column('whole thousands by commas in a file of commas', ['1,234', '12,345'], 'integer', [1234, 12345], {
    separator: ',',
    repairs: { 'thousands-mark': 2 },
  }),
  column(
    'three decimals in a file of semicolons',
    ['1,234', '12,345', '0,5'],
    'number',
    [1.234, 12.345, 0.5],
    {
      repairs: comma(3),
    },
  ),
  {
    name: 'three digits behind a point are thousands where another column has decimal commas',
    content: 'nombre;montant\n1.234;12,50\n2.500;3,00\n',
    columns: ['nombre integer', 'montant number'],
    rows: [
      [1234, 12.5],
      [2500, 3],
    ],
    repairs: { 'decimal-comma': 2, 'thousands-mark': 2 },
  },
  column('€ behind', ['12,50 €', '3,00 €'], 'number', [12.5, 3], { repairs: priced(2), currency: 'EUR' }),
  column('€ behind without a space', ['12,50€', '3,00€'], 'number', [12.5, 3], {
    repairs: priced(2),
    currency: 'EUR',
  }),
  column(
    '€ behind a no-break space and thousands',
    ['1\u202f234,50\u00a0€', '2\u202f000,00\u202f€'],
    'number',
    [1234.5, 2000],
    {
      repairs: { ...grouped(2), 'currency-sign': 2 },
      currency: 'EUR',
    },
  ),
  column('€ before', ['€ 12,50', '€3,00'], 'number', [12.5, 3], { repairs: priced(2), currency: 'EUR' }),
  column('EUR behind and before', ['12,50 EUR', 'EUR 3,00'], 'number', [12.5, 3], {
    repairs: priced(2),
    currency: 'EUR',
  }),
  column('euros as a word', ['12,50 euros', '1,00 euro'], 'number', [12.5, 1], {
    repairs: priced(2),
    currency: 'EUR',
  }),
  column('dollars', ['$1,234.50', '$2,012.00'], 'number', [1234.5, 2012], {
    separator: ',',
    repairs: { 'thousands-mark': 2, 'currency-sign': 2 },
    currency: 'USD',
  }),
  column('Swiss francs', ["CHF 1'234.50", "CHF 2'012.00"], 'number', [1234.5, 2012], {
    repairs: { 'thousands-mark': 2, 'currency-sign': 2 },
    currency: 'CHF',
  }),
  column('parentheses for minus', ['12,50', '(12,50)', '3,00'], 'number', [12.5, -12.5, 3], {
    repairs: { 'decimal-comma': 3, 'negative-form': 1 },
  }),
  column('minus behind', ['12,50', '12,50-', '3,00-'], 'number', [12.5, -12.5, -3], {
    repairs: { 'decimal-comma': 3, 'negative-form': 2 },
  }),
  column('the minus of Unicode', ['12,50', '−12,50', '−3,00'], 'number', [12.5, -12.5, -3], {
    repairs: { 'decimal-comma': 3, 'negative-form': 2 },
  }),
  column('a dash for minus', ['12,50', '–12,50', '3,00'], 'number', [12.5, -12.5, 3], {
    repairs: { 'decimal-comma': 3, 'negative-form': 1 },
  }),
  column('a blank behind the minus', ['12,50', '- 12,50', '3,00'], 'number', [12.5, -12.5, 3], {
    repairs: { 'decimal-comma': 3, 'negative-form': 1 },
  }),
  column('a minus before is usual', ['12,50', '-12,50'], 'number', [12.5, -12.5], { repairs: comma(2) }),
  column('a minus and a currency', ['-12,50 €', '(3,00 €)', '-€4,00'], 'number', [-12.5, -3, -4], {
    repairs: { ...priced(3), 'negative-form': 1 },
    currency: 'EUR',
  }),
  column('plus signs on decimals', ['+12,50', '-3,00', '+4,25'], 'number', [12.5, -3, 4.25], {
    repairs: comma(3),
  }),
  column('percentages become shares', ['10 %', '2,5%', '100\u00a0%'], 'number', [0.1, 0.025, 1], {
    repairs: comma(3),
  }),
  column('scientific notation', ['1.5e-3', '2.25', '1e+2'], 'number', [0.0015, 2.25, 100]),
  column(
    'scientific notation with a decimal comma',
    ['1,5E+03', '2,25', '1,2E-02'],
    'number',
    [1500, 2.25, 0.012],
    {
      repairs: comma(3),
    },
  ),
  column('blanks around numbers', [' 12 ', '3 ', '\u00a04'], 'integer', [12, 3, 4]),
  column(
    'more decimals than a double holds',
    ['0,1234567890123456789', '2,5'],
    'number',
    [0.12345678901234568, 2.5],
    {
      repairs: comma(2),
    },
  ),
  column('15 digits are a number', ['123456789012345', '2'], 'integer', [123456789012345, 2]),
  column(
    'words for "no value"',
    ['1,5', 'NA', 'n/a', '-', '#N/A', 'null', '2,5'],
    'number',
    [1.5, null, null, null, null, null, 2.5],
    {
      repairs: comma(2),
    },
  ),
  column(
    "Excel's errors in French",
    ['1,5', '#VALEUR!', '#NOM?', '#DIV/0!', '#REF!', '#NOMBRE!', '#NUL!'],
    'number',
    [1.5, null, null, null, null, null, null],
    {
      repairs: comma(1),
    },
  ),
  column(
    '"not told" in French',
    ['1,5', 'N.C.', 'NC', 'n.d.', 's.o.', '2,5'],
    'number',
    [1.5, null, null, null, null, 2.5],
    {
      repairs: comma(2),
    },
  ),
  column('a word among amounts', ['12,50', 'douze', '1 000,00'], 'number', [12.5, null, 1000], {
    header: 'montant',
    rejects: [[3, 'douze', 'not-a-number']],
    repairs: { 'decimal-comma': 2, 'thousands-mark': 2 },
  }),
  column(
    'a decimal point among decimal commas',
    ['12,50', '12.50', '1 000,00', '7,25'],
    'number',
    [12.5, null, 1000, 7.25],
    {
      header: 'montant',
      rejects: [[3, '12.50', 'not-a-number']],
      repairs: { 'decimal-comma': 3, 'thousands-mark': 3 },
    },
  ),
  column('two minus signs are no number', ['12,50', '--3,00', '4,00'], 'number', [12.5, null, 4], {
    header: 'montant',
    rejects: [[3, '--3,00', 'not-a-number']],
    repairs: comma(2),
  }),
  column('digits in wrong groups are no number', ['1 234', '12 34', '5 678'], 'integer', [1234, null, 5678], {
    header: 'quantité',
    rejects: [[3, '12 34', 'not-a-number']],
    repairs: { 'thousands-mark': 2 },
  }),
  late('infinity far behind is no amount', 'inf', null, true),
  late('"nan" far behind is an empty value', 'nan', null, false),
  late('an underscore far behind is no number', '1_000.5', null, true),
  late('a hexadecimal number far behind is no amount', '0x1F', null, true),
  column('true and false', ['true', 'FALSE', 'True'], 'boolean', [true, false, true]),
  column('vrai and faux, as a French Excel writes them', ['VRAI', 'FAUX', 'vrai'], 'boolean', [
    true,
    false,
    true,
  ]),
  kept('oui and non are words', ['oui', 'non', 'oui']),
  column('0 and 1 are numbers', ['0', '1', '1'], 'integer', [0, 1, 1]),
];

/** Digits that are no numbers: nothing of them may be lost. */
export const codes: readonly Entry[] = [
  kept('leading zeros', ['00123', '4567', '00890']),
  kept('leading zeros and letters', ['0012A', '4567', '00890']),
  kept('16 digits and more', ['1234567890123456', '9007199254740993']),
  kept('the digits of a telephone', ['0612345678', '0712345678']),
  kept('telephones in pairs of digits', ['06 12 34 56 78', '07 12 34 56 78']),
  kept('telephones with points', ['06.12.34.56.78', '07.12.34.56.78']),
  kept('telephones of the world', ['+33 6 12 34 56 78', '+33612345678', '+41 22 123 45 67']),
  kept('codes of letters and digits', ['71053', '85123A', '22752']),
  kept('hexadecimal numbers', ['0x1F', '0x20']),
  kept('versions', ['1.2.3', '10.4.1']),
  kept('sizes', ['12 kg', '3,5 kg']),
  kept('durations', ['2h30', '1h05']),
  kept('times', ['08:26', '23:59']),
  kept('fractions', ['1/2', '3/4']),
  kept('ranges', ['10-20', '20-30']),
  kept('telephone below its name', ['612345678', '687654321'], { header: 'téléphone' }),
  kept('postcodes below their name', ['75001', '13002'], { header: 'code postal' }),
  kept('SIREN in groups of three digits', ['123 456 789', '987 654 321'], { header: 'SIREN' }),
  kept('EAN below its name', ['3017620422003', '3228857000166'], { header: 'EAN' }),
  column('customer numbers that went through a float', ['17850.0', '13047.0'], 'text', ['17850', '13047'], {
    header: 'CustomerID',
    separator: ',',
    repairs: { 'id-without-decimals': 2 },
  }),
  column(
    'customer numbers that went through a float, some missing',
    ['17850.0', '', '13047.0'],
    'text',
    ['17850', null, '13047'],
    {
      header: 'CustomerID',
      separator: ',',
      repairs: { 'id-without-decimals': 2 },
    },
  ),
  kept('customer numbers of which only some end in .0', ['17850.0', '13047'], { header: 'CustomerID' }),
  column('quantities that went through a float', ['2.0', '13.0'], 'number', [2, 13], { header: 'Quantity' }),
  column('blanks around keys', [' C001', 'C002 ', 'C001'], 'text', ['C001', 'C002', 'C001'], {
    header: 'Code client',
  }),
];
