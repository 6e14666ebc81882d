import { ownValue } from '../core/own-value.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { ident, list, sql } from '../engine/sql.js';
import type { ColumnPlan } from './columns.js';
import type { Outcome } from './loading.js';
import type { Opened } from './open.js';
import type { Survey } from './text/survey.js';
import { tableSql, valueCounts } from './typed-table.js';
import { currencyIn } from './values/currencies.js';
import type { Reading } from './values/values.js';
import type { AmbiguousDates, ColumnFormat, ReadingChoices, Repair, RepairCode, Source } from './source.js';

type Described = Pick<
  Source,
  'table' | 'encoding' | 'delimiter' | 'repairs' | 'columns' | 'currency' | 'ambiguousDates'
>;

/** What the person is told about a loaded table: columns, repairs, currency, and dates that could be read two ways. */
export async function describeSource(
  engine: DataEngine,
  target: TableName,
  opened: Opened,
  { columns, found, totals }: Outcome,
  choices: ReadingChoices,
  signal?: AbortSignal,
): Promise<Described> {
  const { table, encoding, sample } = opened;
  const ambiguous = await ambiguousDates(engine, target, columns, choices, signal);
  const repaired = columns.filter((column) => columnRepairs(column).length > 0).map(({ name }) => name);
  const counts = await valueCounts(engine, target, repaired, signal);
  return {
    table: target.table,
    encoding,
    delimiter: table.dialect.delimiter,
    repairs: [
      ...fileRepairs(opened, found, totals),
      ...columns.flatMap((column) =>
        columnRepairs(column).map((code) => ({
          code,
          detail: column.name,
          count: column.oddForms[code] ?? counts.get(column.name) ?? 0,
        })),
      ),
    ],
    columns: columns.map(({ name, type, reading, currencies, samples, role, confidence }) => ({
      name,
      type,
      format: formatOf(reading, currencies),
      samples,
      role,
      confidence,
    })),
    currency: currencyOf(columns, sample.records),
    ambiguousDates: ambiguous,
  };
}

/** Columns that no value and no person has settled: no day is above 12, so that month first would read them too. */
async function ambiguousDates(
  engine: DataEngine,
  target: TableName,
  columns: readonly ColumnPlan[],
  choices: ReadingChoices,
  signal?: AbortSignal,
): Promise<AmbiguousDates[]> {
  const open = columns.filter(({ name, reading }) => isOrdered(reading) && !ownValue(choices.readAs, name));
  if (open.length === 0) return [];
  const counts = open.flatMap(({ name }, index) => [
    sql`max(day(${ident(name)})) as ${ident(`d${index}`)}`,
    sql`max(month(${ident(name)})) as ${ident(`m${index}`)}`,
    sql`count(${ident(name)}) as ${ident(`n${index}`)}`,
    sql`cast(coalesce(bool_and(day(${ident(name)}) = month(${ident(name)})), true) as integer) as ${ident(`e${index}`)}`,
  ]);
  const [row = {}] = await engine.query<Record<string, number | null>>(
    sql`select ${list(counts)} from ${tableSql(target)}`,
    signal,
  );
  return open.flatMap(({ name, reading, samples }, index) => {
    const values = row[`n${index}`] ?? 0;
    const isSame = row[`e${index}`] === 1;
    const isOpen = values > 0 && !isSame && (row[`d${index}`] ?? 31) <= 12 && (row[`m${index}`] ?? 31) <= 12;
    const isMonthFirst =
      reading.kind === 'date' && reading.patterns.some((pattern) => /^%m.%d/.test(pattern));
    const proposal = isMonthFirst ? ('month-first' as const) : ('day-first' as const);
    return isOpen ? [{ column: name, values, example: exampleOf(samples), proposal }] : [];
  });
}

/** A value in which the order of day and month makes a difference. */
function exampleOf(samples: readonly string[]): string {
  const differs = samples.find((sample) => {
    const [first, second] = sample.match(/\d+/g) ?? [];
    return Number(first) !== Number(second);
  });
  return differs ?? samples[0] ?? '';
}

/** Dates written with numbers for day and month, the year last. */
function isOrdered(reading: Reading): boolean {
  return (
    reading.kind === 'date' &&
    reading.patterns.length > 0 &&
    reading.patterns.every((pattern) => /^%[dm][-/.]%[dm]/.test(pattern))
  );
}

function fileRepairs({ table, encoding, brokenBytes }: Opened, found: Survey, totals: number): Repair[] {
  const repairs: Repair[] = [];
  if (encoding !== 'utf-8' && encoding !== 'utf-8-bom')
    repairs.push({ code: 'decoded', detail: encoding, count: 1 });
  if (brokenBytes > 0) repairs.push({ code: 'broken-bytes-replaced', detail: '\ufffd', count: brokenBytes });
  repairs.push(...table.dialect.repairs);
  const kept = table.dialect.unnamed.filter((index) => !found.emptyColumns.includes(index));
  if (kept.length > 0)
    repairs.push({
      code: 'header-made-up',
      detail: kept.map((index) => table.dialect.names[index]).join(', '),
      count: kept.length,
    });
  const left = found.emptyColumns.length;
  if (left > 0) repairs.push({ code: 'empty-columns-left-out', detail: '', count: left });
  const counted = [
    ['empty-lines-left-out', found.leftOut.empty],
    ['short-lines-filled', found.short],
    ['repeated-headers-left-out', found.leftOut['repeated-header']],
    ['total-lines-left-out', totals],
  ] as const;
  return [
    ...repairs,
    ...counted.flatMap(([code, count]) => (count > 0 ? [{ code, detail: '', count }] : [])),
  ];
}

/** What was put right in a column: for all its values, where `oddForms` does not say for how many. */
function columnRepairs({ reading, currencies, oddForms }: ColumnPlan): RepairCode[] {
  switch (reading.kind) {
    case 'boolean':
      return [];
    case 'text':
      return [
        ...(reading.dropDecimals ? ['id-without-decimals' as const] : []),
        ...(reading.hasMarks ? ['text-marks-removed' as const] : []),
        ...(reading.hasNulls ? ['null-words-emptied' as const] : []),
      ];
    case 'number': {
      const made: readonly (readonly [RepairCode, boolean])[] = [
        ['decimal-comma', reading.decimal === ',' && !reading.integer],
        ['thousands-mark', reading.thousands !== ''],
        ['currency-sign', currencies.length > 0],
        ['several-currencies', oddForms['several-currencies'] !== undefined],
        ['negative-form', oddForms['negative-form'] !== undefined],
      ];
      return made.flatMap(([code, isMade]) => (isMade ? [code] : []));
    }
    case 'date': {
      const { patterns, numbers } = reading;
      const made: readonly (readonly [RepairCode, boolean])[] = [
        ['excel-dates', numbers === 'excel'],
        ['two-digit-years', patterns.some((pattern) => pattern.includes('%y'))],
        ['mixed-dates', oddForms['mixed-dates'] !== undefined],
      ];
      return made.flatMap(([code, isMade]) => (isMade ? [code] : []));
    }
  }
}

function formatOf(reading: Reading, currencies: readonly string[]): ColumnFormat {
  if (reading.kind === 'number') {
    const { decimal, thousands } = reading;
    return {
      decimal,
      ...(thousands === '' ? {} : { thousands }),
      ...(currencies.length > 1 ? { currencies } : {}),
    };
  }
  if (reading.kind !== 'date') return {};
  const { patterns, numbers } = reading;
  const isIso = numbers === 'none' && patterns.every((pattern) => pattern.startsWith('%Y-%m-%d'));
  return { date: isIso ? 'iso' : [...patterns, ...(numbers === 'none' ? [] : [numbers])].join(' | ') };
}

/** The currency of the values, else of a header, else of a column that names one currency only. */
function currencyOf(columns: readonly ColumnPlan[], sample: readonly (readonly string[])[]): string | null {
  const [ofValues] = columns.flatMap(({ reading, currencies }) =>
    reading.kind === 'number' ? currencies : [],
  );
  if (ofValues) return ofValues;
  for (const { name, reading } of columns) {
    const ofHeader = reading.kind === 'number' ? currencyIn(name.replaceAll('_', ' ')) : null;
    if (ofHeader) return ofHeader;
  }
  const named = columns.find(({ role }) => role === 'currency');
  const codes = new Set(named ? sample.map((row) => row[named.index] ?? '').filter(Boolean) : []);
  const only = codes.size === 1 ? [...codes][0] : undefined;
  return only && /^[A-Z]{3}$/.test(only) ? only : null;
}
