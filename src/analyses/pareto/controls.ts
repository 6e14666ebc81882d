import type { Warehouse } from '../../core/warehouse.js';
import type { FormField } from '../../ui/params-form-field.js';
import type { ParetoParams } from './params.js';

/** Text fields that are not offered: customers and products have their own entry, and names are not groups. */
const notRanked = new Set(['customer_id', 'customer_name', 'product_id', 'product']);
const shares = ['topShare', 'targetShare'] as const;

/** The form's fields: what may be ranked and by which measure comes from the data. */
export function paretoFields(params: ParetoParams, warehouse: Warehouse): FormField[] {
  const isMapped = (column: string): boolean => warehouse.fields.some((field) => field.canonical === column);
  const dimensions = warehouse.fields.filter((field) => field.type === 'text' && !notRanked.has(field.name));
  const by = [
    ...(isMapped('customer_id') ? ['customer'] : []),
    ...(isMapped('product_id') || isMapped('product') ? ['product'] : []),
    ...dimensions.map((field) => field.name),
  ];
  // The sum of unit prices means nothing.
  const measures = warehouse.fields
    .filter(
      (field) => (field.type === 'number' || field.type === 'integer') && field.canonical !== 'unit_price',
    )
    .map((field) => field.name);
  const choice = (name: 'by' | 'measure', options: readonly string[]): FormField => ({
    ...{ name, nullable: false, kind: 'choice' },
    options: [...new Set([...options, params[name]])],
  });
  const percent = (name: string): FormField => ({
    ...{ name, nullable: false, kind: 'number' },
    ...{ min: 1, max: 99, step: 1 },
  });
  const isCustomer = params.by === 'customer' || params.by === 'customer_id';
  return [
    choice('by', by),
    choice('measure', measures),
    ...shares.map(percent),
    ...(isCustomer
      ? [{ name: 'population', nullable: false, kind: 'choice', options: ['buyers', 'all'] } as const]
      : []),
  ];
}

/** Shares as the whole percentages that people type. */
export function toForm(params: ParetoParams): Record<string, unknown> {
  const percentages = shares.map((name) => [name, Math.round(params[name] * 1e4) / 100]);
  return { ...params, ...Object.fromEntries(percentages) };
}

/** The form's change as params: percentages back to shares. */
export function fromForm(change: Readonly<Record<string, unknown>>): Partial<ParetoParams> {
  const entries = Object.entries(change).map(([name, value]) =>
    typeof value === 'number' ? [name, Math.round(value * 100) / 1e4] : [name, value],
  );
  return Object.fromEntries(entries) as Partial<ParetoParams>;
}
