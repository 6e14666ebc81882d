import { column, kept, type Entry } from './entry.js';

/** Dates in every usual form; each column has a day above 12, or says so. */
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
  column(
    'ISO among days first',
    ['31/01/2024', '2024-02-01', '13/03/2024'],
    'date',
    ['2024-01-31', '2024-02-01', '2024-03-13'],
    {
      header: 'date',
      repairs: { 'mixed-dates': 1 },
    },
  ),
  column(
    'three marks in one column',
    ['31/01/2024', '13-02-2024', '15.03.2024', '16/03/2024'],
    'date',
    ['2024-01-31', '2024-02-13', '2024-03-15', '2024-03-16'],
    {
      header: 'date',
      repairs: { 'mixed-dates': 2 },
    },
  ),
  column(
    'years of two and of four digits in one column',
    ['31/01/2024', '13/02/24', '28/02/2024'],
    'date',
    ['2024-01-31', '2024-02-13', '2024-02-28'],
    {
      header: 'date',
      repairs: { 'mixed-dates': 1, 'two-digit-years': 1 },
    },
  ),
  column(
    'days of Excel among written ones',
    ['31/01/2024', '45352', '28/02/2024'],
    'date',
    ['2024-01-31', '2024-03-01', '2024-02-28'],
    {
      header: 'date',
      repairs: { 'mixed-dates': 1, 'excel-dates': 1 },
    },
  ),
  column(
    'a day that the calendar does not have',
    ['31/01/2024', '31/02/2024', '28/02/2024'],
    'date',
    ['2024-01-31', null, '2024-02-28'],
    {
      header: 'date_commande',
      rejects: [[3, '31/02/2024', 'not-a-date']],
    },
  ),
  column('29 February of a year that has none', ['29/02/2024', '29/02/2023'], 'date', ['2024-02-29', null], {
    header: 'date_commande',
    rejects: [[3, '29/02/2023', 'not-a-date']],
  }),
  column(
    'day 0 of month 0',
    ['31/01/2024', '00/00/0000', '28/02/2024'],
    'date',
    ['2024-01-31', null, '2024-02-28'],
    {
      header: 'date_commande',
      rejects: [[3, '00/00/0000', 'not-a-date']],
    },
  ),
  column(
    'the empty date of MySQL',
    ['2024-01-31', '0000-00-00', '2024-02-28'],
    'date',
    ['2024-01-31', null, '2024-02-28'],
    {
      header: 'date_commande',
      rejects: [[3, '0000-00-00', 'not-a-date']],
    },
  ),
  column(
    'an hour that no clock shows',
    ['31/01/2024 08:26', '31/01/2024 25:00', '28/02/2024 09:00'],
    'timestamp',
    ['2024-01-31T08:26:00', null, '2024-02-28T09:00:00'],
    {
      header: 'date_commande',
      rejects: [[3, '31/01/2024 25:00', 'not-a-date']],
    },
  ),
  column(
    'a word among dates',
    ['31/01/2024', 'hier', '28/02/2024'],
    'date',
    ['2024-01-31', null, '2024-02-28'],
    {
      header: 'date_commande',
      rejects: [[3, 'hier', 'not-a-date']],
    },
  ),
  column(
    'words for "no date"',
    ['31/01/2024', 'N/A', '-', '', '28/02/2024'],
    'date',
    ['2024-01-31', null, null, null, '2024-02-28'],
    { header: 'date_commande' },
  ),
  column(
    'a 31 above month 13 proves neither order',
    ['13/31/2024', '28/02/2024', '15/03/2024'],
    'date',
    [null, '2024-02-28', '2024-03-15'],
    {
      header: 'date_commande',
      rejects: [[2, '13/31/2024', 'not-a-date']],
    },
  ),
  column(
    'one value of the other order among proven ones',
    ['31/01/2024', '13/02/2024', '02/13/2024', '01/03/2024'],
    'date',
    ['2024-01-31', '2024-02-13', null, '2024-03-01'],
    {
      header: 'date_commande',
      rejects: [[4, '02/13/2024', 'not-a-date']],
    },
  ),
  column(
    'no day above 12: day first, and the person is asked',
    ['03/02/2024', '05/06/2024'],
    'date',
    ['2024-02-03', '2024-06-05'],
    { ambiguous: ['v'] },
  ),
  column(
    'no day above 12, with a clock',
    ['03/02/2024 08:00', '05/06/2024 09:00'],
    'timestamp',
    ['2024-02-03T08:00:00', '2024-06-05T09:00:00'],
    { ambiguous: ['v'] },
  ),
  column(
    'first and second number always equal: both orders say the same',
    ['03/03/2024', '05/05/2024'],
    'date',
    ['2024-03-03', '2024-05-05'],
  ),
  {
    name: 'a column without proof follows one that has it',
    content: 'order_date,ship_date\n1/31/2024,2/3/2024\n2/13/2024,2/5/2024\n',
    columns: ['order_date date', 'ship_date date'],
    rows: [
      ['2024-01-31', '2024-02-03'],
      ['2024-02-13', '2024-02-05'],
    ],
    ambiguous: ['ship_date'],
  },
  column('the first and the last day that people write', ['1900-01-01', '9999-12-31'], 'date', [
    '1900-01-01',
    '9999-12-31',
  ]),
  kept('months', ['01/2024', '02/2024']),
  kept('quarters', ['2024-T1', '2024-T2']),
  kept('weeks', ['2024-W05', '2024-W06']),
  column('years', ['2023', '2024'], 'integer', [2023, 2024], { header: 'année' }),
];
