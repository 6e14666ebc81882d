/** A file as a real company exports it, with planted defects, and what a sound import must make of it. */
export interface Twin {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: TwinTruth;
}

/** Reckoned in plain TypeScript while the file is written. Money in euros, to the cent; lines are counted from 1. */
export interface TwinTruth {
  readonly planted: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: {
    readonly read: number;
    readonly loaded: number;
    /** By the repair that takes them out. */
    readonly removed: Readonly<Record<string, number>>;
    readonly rejected: number;
  };
  /** `column` is null where the whole line is rejected. */
  readonly rejects: readonly TwinReject[];
  /** Repairs of the reading, and how many values, lines or columns each concerns. */
  readonly repairs: Readonly<Record<string, number>>;
  /** Repairs that are made when the tables are put together. */
  readonly warehouse_repairs: Readonly<Record<string, number>>;
  readonly ambiguous_dates: readonly string[];
  /** Sum of each column of amounts, as loaded. */
  readonly totals: Readonly<Record<string, number>>;
  /** Null where the file has no sales. */
  readonly sales: SalesTruth | null;
  /** What else the twin is about. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface TwinReject {
  readonly line: number;
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
}

/** Orders and customers are counted where an order is concluded: not all of it returned, and something paid. */
export interface SalesTruth {
  readonly revenue: number;
  readonly orders: number;
  readonly customers: number | null;
  readonly anonymous_rows: number | null;
  readonly first_date: string | null;
  readonly last_date: string | null;
}

/** One line that counts as sold or returned. An amount is null where it cannot be read. */
export interface Sold {
  readonly order: string;
  readonly customer: string | null;
  readonly day: string;
  readonly amountCents: number | null;
  readonly isReturn: boolean;
}

/** The sales of these lines. */
export function salesTruth(lines: readonly Sold[]): SalesTruth {
  const orders = new Map<string, Sold[]>();
  for (const line of lines) orders.set(line.order, [...(orders.get(line.order) ?? []), line]);
  const concluded = [...orders.values()].filter(
    (order) => order.some(({ isReturn }) => !isReturn) && sum(order) > 0,
  );
  const days = lines.map(({ day }) => day).sort();
  const known = concluded.flatMap(([first]) => (first?.customer ? [first.customer] : []));
  return {
    revenue: sum(lines) / 100,
    orders: concluded.length,
    customers: new Set(known).size,
    anonymous_rows: lines.filter(({ customer }) => customer === null).length,
    first_date: days[0] ?? null,
    last_date: days.at(-1) ?? null,
  };
}

/** Of the rows in a truth: none removed, none rejected, unless something else is said. */
export function rowCounts(
  loaded: number,
  removed: Readonly<Record<string, number>> = {},
  rejected = 0,
): TwinTruth['rows'] {
  const out = Object.values(removed).reduce((total, count) => total + count, 0);
  return { read: loaded + out + rejected, loaded, removed, rejected };
}

function sum(lines: readonly Sold[]): number {
  return lines.reduce((total, { amountCents }) => total + (amountCents ?? 0), 0);
}
