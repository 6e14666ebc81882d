import { column, kept, type Entry } from '../corpus/entry.js';

/** Days and clocks as databases, services and people write them. */
export const clocks: readonly Entry[] = [
  column(
    '.NET: seven digits of a second',
    ['2024-12-31T23:59:59.1230000Z', '2025-01-01T00:00:00.0000000Z'],
    'timestamp',
    ['2024-12-31T23:59:59.123', '2025-01-01T00:00:00'],
  ),
  column(
    'browsers: a narrow space before PM',
    ['12/31/2024, 11:59:59\u202fPM', '1/2/2025, 8:05:00\u202fAM'],
    'timestamp',
    ['2024-12-31T23:59:59', '2025-01-02T08:05:00'],
  ),
  column(
    'e-mail: weekday, day, name of the month, offset',
    ['Tue, 31 Dec 2024 23:59:59 +0100', 'Wed, 1 Jan 2025 08:00:00 +0100'],
    'timestamp',
    ['2024-12-31T23:59:59', '2025-01-01T08:00:00'],
  ),
  column(
    'Oracle: months in capitals, two digits of the year',
    ['31-DEC-24', '01-JAN-25'],
    'date',
    ['2024-12-31', '2025-01-01'],
    {
      repairs: { 'two-digit-years': 2 },
    },
  ),
  column(
    'Salesforce: offset without a colon',
    ['2024-12-31T23:59:59.000+0000', '2025-01-01T08:00:00.000+0000'],
    'timestamp',
    ['2024-12-31T23:59:59', '2025-01-01T08:00:00'],
  ),
  column(
    'PostgreSQL: an offset of hours only',
    ['2024-12-31 23:59:59.123456+01', '2024-07-01 08:00:00+02'],
    'timestamp',
    ['2024-12-31T23:59:59.123', '2024-07-01T08:00:00'],
  ),
  column('BigQuery: UTC behind', ['2024-12-31 23:59:59.5 UTC', '2025-01-01 08:00:00 UTC'], 'timestamp', [
    '2024-12-31T23:59:59.500',
    '2025-01-01T08:00:00',
  ]),
  column(
    'a French market place: UTC and the hours behind',
    ['31 déc. 2024 23:59:59 UTC+1', '1 juil. 2024 08:00:00 UTC+2'],
    'timestamp',
    ['2024-12-31T23:59:59', '2024-07-01T08:00:00'],
  ),
  column(
    'a French sentence',
    ['lundi 5 février 2024 à 14:05', 'mardi 31 décembre 2024 à 08:30'],
    'timestamp',
    ['2024-02-05T14:05:00', '2024-12-31T08:30:00'],
  ),
  column('a French hour without minutes', ['31/12/2024 14h', '01/02/2024 08h30'], 'timestamp', [
    '2024-12-31T14:00:00',
    '2024-02-01T08:30:00',
  ]),
  column('a dash between day and clock', ['31/12/2024 - 14:05', '01/02/2024 - 08:30'], 'timestamp', [
    '2024-12-31T14:05:00',
    '2024-02-01T08:30:00',
  ]),
  column('Italy and Finland: points in the clock', ['31.12.2024 14.05', '1.2.2024 8.30'], 'timestamp', [
    '2024-12-31T14:05:00',
    '2024-02-01T08:30:00',
  ]),
  column(
    'hour 24 is listed',
    ['31/12/2024 23:00:00', '31/12/2024 24:00:00', '01/01/2025 01:00:00'],
    'timestamp',
    ['2024-12-31T23:00:00', null, '2025-01-01T01:00:00'],
    { header: 'date_commande', rejects: [[3, '31/12/2024 24:00:00', 'not-a-date']] },
  ),
  column(
    '31 November is listed',
    ['30/11/2024', '31/11/2024', '01/12/2024'],
    'date',
    ['2024-11-30', null, '2024-12-01'],
    {
      header: 'Date de vente',
      rejects: [[3, '31/11/2024', 'not-a-date']],
    },
  ),
  column(
    'day, month and year in eight digits',
    ['31122024', '01022024', '15032024'],
    'date',
    ['2024-12-31', '2024-02-01', '2024-03-15'],
    { header: 'date_commande' },
  ),
  column(
    'the empty day of databases is listed',
    ['2024-12-31 10:00:00', '0001-01-01 00:00:00', '2025-01-02 11:00:00'],
    'timestamp',
    ['2024-12-31T10:00:00', null, '2025-01-02T11:00:00'],
    { header: 'created_at', rejects: [[3, '0001-01-01 00:00:00', 'not-a-date']] },
  ),
  column(
    'invisible marks around days',
    ['\u200e31/12/2024', '01/02/2024\u200e', '\ufeff15/03/2024'],
    'date',
    ['2024-12-31', '2024-02-01', '2024-03-15'],
  ),
  column(
    'words for "no date" in databases',
    ['2024-12-31', '\\N', 'NULL', '(null)', '2025-01-02'],
    'date',
    ['2024-12-31', null, null, null, '2025-01-02'],
    { header: 'date_commande' },
  ),
  column(
    'seconds since 1970 with decimals',
    ['1706689560.123', '1733097599.5'],
    'timestamp',
    ['2024-01-31T08:26:00.123', '2024-12-01T23:59:59.500'],
    { header: 'created_at' },
  ),
  kept('weeks without a dash', ['2024W05', '2024W06']),
  kept('half years and quarters', ['S1 2024', 'T4 2023']),
  kept('days without a year, as spreadsheets shorten them', ['31-déc', '01-févr']),
  kept('durations', ['00:12:34', '1:02:03', '26:15:00']),
  kept('numbers of files that look like days', ['12-05-2024', '13-06-2024'], { header: 'Numéro de dossier' }),
];
