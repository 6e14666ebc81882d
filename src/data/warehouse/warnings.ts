import type { AmountBasis, WarehouseWarning } from '../../core/warehouse.js';
import type { Engine } from '../../engine/engine.js';
import { ident, join, sql } from '../../engine/sql.js';
import { currencySigns } from './currency-signs.js';
import type { Part } from './parts.js';
import { relation } from './relation.js';
import type { SalesPlan } from './sales-plan.js';

/** What the data say about their amounts, and what makes their sums doubtful. */
export interface MoneyFindings {
  /** Null when it is unknown, and when there are several: no sign stands for all. */
  readonly currency: string | null;
  readonly amounts: AmountBasis | null;
  readonly warnings: readonly WarehouseWarning[];
}

/** Several currencies in one sum, or amounts with the tax and without it: both are said, and neither is converted. */
export async function findMoney(
  engine: Engine,
  plan: SalesPlan,
  signal?: AbortSignal,
): Promise<MoneyFindings> {
  const headers = plan.lines.flatMap(({ columns }) => columns.amount ?? columns.unit_price ?? []);
  const bases = new Set(headers.map(amountBasis).filter((basis) => basis !== null));
  const currencies = await currenciesOf(engine, plan, signal);
  const warnings: WarehouseWarning[] = [];
  if (currencies.length > 1) warnings.push({ code: 'several-currencies', detail: currencies.join(', ') });
  if (bases.size > 1) warnings.push({ code: 'mixed-tax', detail: [...new Set(headers)].join(', ') });
  const { count, areApart } = plan.sharedOrders;
  if (count > 0)
    warnings.push({ code: areApart ? 'orders-told-apart' : 'orders-taken-for-one', detail: String(count) });
  const [only = null] = bases;
  const code = currencies.length === 1 ? currencies[0] : undefined;
  const currency = code !== undefined && /^[A-Z]{3}$/.test(code) ? code : plan.currency;
  return {
    currency: currencies.length > 1 ? null : currency,
    amounts: bases.size === 1 ? only : null,
    warnings,
  };
}

/** What a header says about the tax in its amounts; null when it says nothing. */
export function amountBasis(header: string): AmountBasis | null {
  const key = header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  if (/(^|_)(ttc|tvac|toutes_taxes|tax_incl(uded)?|incl_(tax|vat)|including_(tax|vat))(_|$)/.test(key))
    return 'with-tax';
  if (/(^|_)(ht|htva|hors_taxes?|tax_excl(uded)?|excl_(tax|vat)|excluding_(tax|vat))(_|$)/.test(key))
    return 'without-tax';
  return null;
}

/** The currencies of the files whose amounts are summed: their signs, and what a column of currencies says row by row. */
async function currenciesOf(engine: Engine, plan: SalesPlan, signal?: AbortSignal): Promise<string[]> {
  const parts: readonly Part[] = [...plan.lines, ...plan.orders];
  const selects = parts.flatMap((part) => {
    const column = part.columns.currency;
    return column
      ? [
          sql`(select distinct upper(trim(cast(${ident(column)} as varchar))) as "code"
            from ${relation(plan.schema, part)} where ${ident(column)} is not null limit 20)`,
        ]
      : [];
  });
  const told =
    selects.length > 0 ? await engine.query<{ code: string }>(join(selects, '\nunion all\n'), signal) : [];
  const signs = parts
    .filter(({ columns }) => !columns.currency)
    .flatMap(({ sources }) => sources.flatMap(currencySigns));
  const codes = told.map(({ code }) => codeOf(code)).filter((code) => code !== '');
  return [...new Set([...codes, ...signs])].toSorted();
}

/** The code of a currency that is written as its sign or its name. */
function codeOf(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '€': 'EUR',
    EURO: 'EUR',
    EUROS: 'EUR',
    $: 'USD',
    '£': 'GBP',
    DOLLAR: 'USD',
    DOLLARS: 'USD',
  };
  return names[text] ?? text;
}
