import { tableOf, type Column, type NamedTable } from '../../core/tables.js';
import type { SegmentResult } from './run.js';

/** The segment's weight, the size of its terms, and what it shares with other segments. */
export function segmentTables({ measures, terms, overlap }: SegmentResult): NamedTable[] {
  const m = measures;
  const weight = [
    { metric: 'customers', value: m.customers, share: shareOf(m.customers, m.all_customers) },
    { metric: 'buyers', value: m.buyers, share: shareOf(m.buyers, m.all_buyers) },
    { metric: 'orders', value: m.orders, share: shareOf(m.orders, m.all_orders) },
    { metric: 'revenue', value: m.revenue, share: shareOf(m.revenue, m.all_revenue) },
    { metric: 'average_basket', value: shareOf(m.revenue, m.orders), share: null },
    { metric: 'revenue_per_customer', value: shareOf(m.revenue, m.customers), share: null },
  ];
  const shared = overlap.map(({ segment, customers, shared: both }) => ({
    segment,
    customers,
    shared: both,
    share_of_this: shareOf(both, m.customers),
    share_of_other: shareOf(both, customers),
  }));
  return [
    tableOf('weight', weightColumns, weight),
    ...(terms.length > 0 ? [tableOf('terms', termColumns, terms)] : []),
    ...(overlap.length > 0 ? [tableOf('overlap', overlapColumns, shared)] : []),
  ];
}

/** A part of a whole; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

const weightColumns: readonly Column[] = [
  { name: 'metric', type: 'text' },
  { name: 'value', type: 'number' },
  { name: 'share', type: 'number', unit: 'share' },
];
const termColumns: readonly Column[] = [
  { name: 'term', type: 'integer' },
  { name: 'customers', type: 'integer', unit: 'count' },
  { name: 'left_after', type: 'integer', unit: 'count' },
];
const overlapColumns: readonly Column[] = [
  { name: 'segment', type: 'text' },
  { name: 'customers', type: 'integer', unit: 'count' },
  { name: 'shared', type: 'integer', unit: 'count' },
  { name: 'share_of_this', type: 'number', unit: 'share' },
  { name: 'share_of_other', type: 'number', unit: 'share' },
];
