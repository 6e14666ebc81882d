import { column, type Entry } from './entry.js';

/** Dates in every usual form; each column has a day above 12. */
export const dates: readonly Entry[] = [
  column('ISO', ['2024-01-31', '2024-12-01'], 'date', ['2024-01-31', '2024-12-01']),
  column('ISO without zeros', ['2024-1-31', '2024-12-1'], 'date', ['2024-01-31', '2024-12-01']),
  column('ISO with a clock', ['2024-01-31 08:26:00', '2024-12-01 23:59:59'], 'timestamp', [
    '2024-01-31T08:26:00',
    '2024-12-01T23:59:59',
  ]),
  column('ISO with T and minutes', ['2024-01-31T08:26', '2024-12-01T23:59'], 'timestamp', [
    '2024-01-31T08:26:00',
    '2024-12-01T23:59:00',
  ]),
  column('ISO with T and Z', ['2024-01-31T08:26:00Z', '2024-12-01T23:59:59Z'], 'timestamp', [
    '2024-01-31T08:26:00',
    '2024-12-01T23:59:59',
  ]),
  column('ISO with thousandths', ['2024-01-31T08:26:00.123Z', '2024-12-01T23:59:59.999Z'], 'timestamp', [
    '2024-01-31T08:26:00.123',
    '2024-12-01T23:59:59.999',
  ]),
  column(
    'offsets keep the clock on the wall',
    ['2024-01-31T08:26:00+01:00', '2024-07-01T10:00:00+02:00'],
    'timestamp',
    ['2024-01-31T08:26:00', '2024-07-01T10:00:00'],
  ),
  column(
    'offsets behind a blank, as shops write them',
    ['2024-01-31 08:26:00 +0100', '2024-07-01 10:00:00 +0200'],
    'timestamp',
    ['2024-01-31T08:26:00', '2024-07-01T10:00:00'],
  ),
  column('day first', ['31/01/2024', '01/02/2024'], 'date', ['2024-01-31', '2024-02-01']),
  column('day first without zeros', ['31/1/2024', '1/2/2024'], 'date', ['2024-01-31', '2024-02-01']),
  column('dashes', ['31-01-2024', '01-02-2024'], 'date', ['2024-01-31', '2024-02-01']),
  column('points', ['31.01.2024', '01.02.2024'], 'date', ['2024-01-31', '2024-02-01']),
  column('year first with slashes', ['2024/01/31', '2024/2/1'], 'date', ['2024-01-31', '2024-02-01']),
  column('day first with hours', ['31/01/2024 08:26', '1/2/2024 9:05'], 'timestamp', [
    '2024-01-31T08:26:00',
    '2024-02-01T09:05:00',
  ]),
  column('day first with seconds', ['31/01/2024 08:26:07', '01/02/2024 00:00:00'], 'timestamp', [
    '2024-01-31T08:26:07',
    '2024-02-01T00:00:00',
  ]),
  column('French hours', ['31/01/2024 08h26', '01/02/2024 19h05'], 'timestamp', [
    '2024-01-31T08:26:00',
    '2024-02-01T19:05:00',
  ]),
  column('with and without a clock in one column', ['31/01/2024', '01/02/2024 10:30'], 'timestamp', [
    '2024-01-31T00:00:00',
    '2024-02-01T10:30:00',
  ]),
  column('month first, proven by a 31', ['1/31/2024', '2/1/2024'], 'date', ['2024-01-31', '2024-02-01']),
  column(
    'month first as Online Retail has it',
    ['12/1/2010 8:26', '12/13/2010 14:05'],
    'timestamp',
    ['2010-12-01T08:26:00', '2010-12-13T14:05:00'],
    { separator: ',' },
  ),
  column('a clock of twelve hours', ['1/31/2024 1:05 PM', '2/1/2024 12:00 AM'], 'timestamp', [
    '2024-01-31T13:05:00',
    '2024-02-01T00:00:00',
  ]),
  column('years of two digits', ['31/01/24', '13/02/98'], 'date', ['2024-01-31', '1998-02-13'], {
    repairs: { 'two-digit-years': 2 },
  }),
  column('nobody is born in the future', ['15/06/45', '23/11/88'], 'date', ['1945-06-15', '1988-11-23'], {
    header: 'date_naissance',
    repairs: { 'two-digit-years': 2 },
  }),
  column('French months', ['3 mars 2024', '1er août 2024', '25 décembre 2023'], 'date', [
    '2024-03-03',
    '2024-08-01',
    '2023-12-25',
  ]),
  column(
    'French months, shortened',
    ['3 janv. 2024', '12 févr. 2024', '1 juil. 2024', '25 déc. 2023'],
    'date',
    ['2024-01-03', '2024-02-12', '2024-07-01', '2023-12-25'],
  ),
  column(
    'French months with dashes, as Excel shows them',
    ['03-mars-24', '12-févr-24', '25-déc-23'],
    'date',
    ['2024-03-03', '2024-02-12', '2023-12-25'],
    {
      repairs: { 'two-digit-years': 3 },
    },
  ),
  column('French weekdays', ['dimanche 3 mars 2024', 'lundi 12 août 2024'], 'date', [
    '2024-03-03',
    '2024-08-12',
  ]),
  column('English months', ['Mar 3, 2024', 'December 25, 2023'], 'date', ['2024-03-03', '2023-12-25']),
  column('English months with dashes', ['3-Mar-2024', '25-Dec-2023'], 'date', ['2024-03-03', '2023-12-25']),
  column(
    'eight digits below a name of dates',
    ['20240131', '20241201'],
    'date',
    ['2024-01-31', '2024-12-01'],
    { header: 'date_commande' },
  ),
  column('eight digits below another name', ['20240131', '20241201'], 'integer', [20240131, 20241201], {
    header: 'volume',
  }),
  column(
    'days of Excel below a name of dates',
    ['45322', '45352', '45657'],
    'date',
    ['2024-01-31', '2024-03-01', '2024-12-31'],
    {
      header: 'date_commande',
      repairs: { 'excel-dates': 3 },
    },
  ),
  column(
    'days of Excel with hours',
    ['45322,5', '45352,25'],
    'timestamp',
    ['2024-01-31T12:00:00', '2024-03-01T06:00:00'],
    {
      header: 'date_commande',
      repairs: { 'excel-dates': 2 },
    },
  ),
  column(
    'the numbers of Excel below another name',
    ['45322', '45352', '45657'],
    'integer',
    [45322, 45352, 45657],
    { header: 'volume' },
  ),
  column(
    'seconds since 1970 below a name of dates',
    ['1706689560', '1733097599'],
    'timestamp',
    ['2024-01-31T08:26:00', '2024-12-01T23:59:59'],
    { header: 'created_at' },
  ),
  column(
    'thousandths since 1970 below a name of dates',
    ['1706689560000', '1733097599000'],
    'timestamp',
    ['2024-01-31T08:26:00', '2024-12-01T23:59:59'],
    { header: 'timestamp' },
  ),
];
