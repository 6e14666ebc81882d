import type { Warehouse } from '../../core/warehouse.js';
import type { Calculation, Expression } from './calculation.js';
import { fieldOf, isMoney } from './fields.js';
import type { ValueColumn } from './layout.js';

/** What a formula gives, for how its numbers are written. */
export type FormulaUnit = 'money' | 'share' | null;

/**
 * Whether formulas give money, a share or plain numbers, by the rules of units: money by customers is money, money by
 * money a share. With a factor such as 100 nothing is taken to be a share: the person writes percents already.
 */
export function unitsOf(
  { rounds, parts }: Calculation,
  values: readonly ValueColumn[],
  warehouse: Warehouse,
): Map<number, FormulaUnit> {
  const units = new Map<number, FormulaUnit>();
  const unitOf = (node: Expression): FormulaUnit => {
    switch (node.is) {
      case 'number':
        return null;
      case 'part': {
        const measure = parts[node.place];
        const isCount = measure?.agg === 'count' || measure?.agg === 'distinct';
        return measure && !isCount && isMoney(fieldOf(warehouse, measure.field)) ? 'money' : null;
      }
      case 'value': {
        const unit = values[node.place]?.unit;
        return units.get(node.place) ?? (unit === 'money' || unit === 'share' ? unit : null);
      }
      case 'negative':
        return unitOf(node.of);
      case 'operation': {
        const [left, right] = [unitOf(node.left), unitOf(node.right)];
        if (node.operator === '+' || node.operator === '-') return left ?? right;
        if (node.operator === '*') {
          if (left === 'money' && right === 'money') return null;
          return left === 'money' || right === 'money' ? 'money' : (left ?? right);
        }
        if (left === right) return left === null ? null : 'share';
        return right === 'money' ? null : left;
      }
    }
  };
  for (const { place, expression } of rounds.flat()) {
    const unit = unitOf(expression);
    units.set(place, unit === 'share' && hasFactor(expression) ? null : unit);
  }
  return units;
}

function hasFactor(node: Expression): boolean {
  if (node.is === 'number') return node.value !== 0 && node.value !== 1;
  if (node.is === 'negative') return hasFactor(node.of);
  return node.is === 'operation' && (hasFactor(node.left) || hasFactor(node.right));
}
