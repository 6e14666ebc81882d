import type { DataEngine, TableName } from '../engine/engine.js';
import { ident, list, sql } from '../engine/sql.js';
import type { ColumnPlan } from './columns.js';
import type { Outcome } from './loading.js';
import type { Opened } from './open.js';
import type { Survey } from './survey.js';
import { tableSql, valueCounts } from './typed-table.js';
import { currencyIn, type Reading } from './values.js';
import type { ColumnFormat, Repair, Source } from './source.js';

type Described = Pick<
  Source,
  'table' | 'encoding' | 'delimiter' | 'repairs' | 'columns' | 'currency' | 'ambiguousDates'
>;

/** What the person is told about a loaded table: columns, repairs, currency, and dates that could be read two ways. */
export async function describeSource(
  engine: DataEngine,
  target: TableName,
  opened: Opened,
  { columns, found }: Outcome,
  signal?: AbortSignal,
): Promise<Described> {
  const { table, encoding, sample } = opened;
  const ambiguous = await ambiguousDates(engine, target, columns, signal);
  const repaired = columns.filter((column) => columnRepairs(column).length > 0).map(({ name }) => name);
  const counts = await valueCounts(engine, target, repaired, signal);
  return {
    table: target.table,
    encoding,
    delimiter: table.dialect.delimiter,
    repairs: [
      ...fileRepairs(opened, found),
      ...columns.flatMap((column) =>
        columnRepairs(column).map((code) => ({
          code,
          detail: column.name,
          count: counts.get(column.name) ?? 0,
        })),
      ),
    ],
    columns: columns.map(({ name, type, reading, samples, role, confidence }) => ({
      name,
      type,
      format: formatOf(reading),
      samples,
      role,
      confidence,
    })),
    currency: currencyOf(columns, sample.records),
    ambiguousDates: ambiguous,
  };
}

/** Columns whose day-first dates have no day above 12: month first would read them too. */
async function ambiguousDates(
  engine: DataEngine,
  target: TableName,
  columns: readonly ColumnPlan[],
  signal?: AbortSignal,
): Promise<string[]> {
  const dayFirst = columns.filter(
    ({ reading }) => reading.kind === 'date' && /^%d.%m/.test(reading.patterns[0] ?? ''),
  );
  if (dayFirst.length === 0) return [];
  const days = dayFirst.map(({ name }, index) => sql`max(day(${ident(name)})) as ${ident(`d${index}`)}`);
  const rows = await engine.query<Record<string, number | null>>(
    sql`select ${list(days)} from ${tableSql(target)}`,
    signal,
  );
  return dayFirst.flatMap(({ name }, index) => {
    const last = rows[0]?.[`d${index}`];
    return typeof last === 'number' && last <= 12 ? [name] : [];
  });
}

function fileRepairs({ table, encoding }: Opened, found: Survey): Repair[] {
  const repairs: Repair[] = [];
  if (encoding !== 'utf-8' && encoding !== 'utf-8-bom')
    repairs.push({ code: 'decoded', detail: encoding, count: 1 });
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
  if (found.emptyLines > 0)
    repairs.push({ code: 'empty-lines-left-out', detail: '', count: found.emptyLines });
  return repairs;
}

/** What was put right in a column; it counts for all its values. */
function columnRepairs({ reading, hasCurrencySigns }: ColumnPlan): Repair['code'][] {
  if (reading.kind === 'text') return reading.dropDecimals ? ['id-without-decimals'] : [];
  if (reading.kind !== 'number') return [];
  const repairs: Repair['code'][] = [];
  if (reading.decimal === ',' && !reading.integer) repairs.push('decimal-comma');
  if (reading.thousands !== '') repairs.push('thousands-mark');
  if (hasCurrencySigns) repairs.push('currency-sign');
  return repairs;
}

function formatOf(reading: Reading): ColumnFormat {
  if (reading.kind === 'number') {
    const { decimal, thousands } = reading;
    return thousands === '' ? { decimal } : { decimal, thousands };
  }
  if (reading.kind !== 'date') return {};
  const isIso = reading.patterns.every((pattern) => pattern.startsWith('%Y-%m-%d'));
  return { date: isIso ? 'iso' : reading.patterns.join(' | ') };
}

/** The currency of the values, else of a header, else of a column that names one currency only. */
function currencyOf(columns: readonly ColumnPlan[], sample: readonly (readonly string[])[]): string | null {
  const ofValues = columns.find(({ reading, currency }) => reading.kind === 'number' && currency)?.currency;
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
