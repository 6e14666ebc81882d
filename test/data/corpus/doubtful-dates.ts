import { column, kept, type Entry } from './entry.js';

/** A value behind 20,000 sound days: a sample of the file does not see it. */
function late(name: string, value: string): Entry {
  return column(name, [...days, value], 'date', [...days, null], {
    rejects: [[20_002, value, 'not-a-date']],
  });
}

const days = Array.from({ length: 20_000 }, (_, index) => `2024-01-${10 + (index % 20)}`);

/** Columns of several forms, days that do not exist, orders that nothing proves. */
export const doubtfulDates: readonly Entry[] = [
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
  late('"infinity" far behind is no day', 'infinity'),
  late('"epoch" far behind is no day', 'epoch'),
  column('a clock far behind is not dropped', [...days, '2024-01-31 08:26:00'], 'timestamp', [
    ...days.map((day) => `${day}T00:00:00`),
    '2024-01-31T08:26:00',
  ]),
  kept('months', ['01/2024', '02/2024']),
  kept('quarters', ['2024-T1', '2024-T2']),
  kept('weeks', ['2024-W05', '2024-W06']),
  column('years', ['2023', '2024'], 'integer', [2023, 2024], { header: 'année' }),
];
