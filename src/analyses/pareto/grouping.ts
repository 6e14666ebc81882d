import { AppError } from '../../core/errors.js';
import type { Field } from '../../core/warehouse.js';
import type { AnalysisContext } from '../analysis.js';
import type { ParetoParams } from './params.js';

/** What is ranked: customers, or the values of a field of the order lines. */
export type Grouping = { readonly kind: 'customer' } | { readonly kind: 'field'; readonly field: string };

/** True when customers are ranked. */
export function isByCustomer(by: string): boolean {
  return by === 'customer' || by === 'customer_id';
}

/** Finds the ranked field; `product` means the product's identifier when there is one. */
export function groupingOf(params: ParetoParams, context: AnalysisContext): Grouping {
  const { fields } = context.warehouse;
  const isMapped = (column: string): boolean => fields.some((field) => field.canonical === column);
  if (isByCustomer(params.by)) {
    if (!isMapped('customer_id')) throw new AppError('analysis/missing-column', { needed: 'customer_id' });
    return { kind: 'customer' };
  }
  if (params.by === 'product' && isMapped('product_id')) return { kind: 'field', field: 'product_id' };
  return { kind: 'field', field: fieldNamed(params.by, context).name };
}

/** The field that is summed; it must hold numbers. */
export function measureOf(params: ParetoParams, context: AnalysisContext): Field {
  const field = fieldNamed(params.measure, context);
  if (field.type === 'number' || field.type === 'integer') return field;
  throw new AppError('analysis/missing-column', { needed: params.measure });
}

/** True for a field in the data's currency. */
export function isMoney(field: Field): boolean {
  return field.canonical === 'amount' || field.canonical === 'cost' || field.canonical === 'unit_price';
}

function fieldNamed(name: string, context: AnalysisContext): Field {
  const field = context.warehouse.fields.find((candidate) => candidate.name === name);
  if (!field) throw new AppError('analysis/missing-column', { needed: name });
  return field;
}
