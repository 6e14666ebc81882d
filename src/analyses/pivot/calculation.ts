import type { Field, Warehouse } from '../../core/warehouse.js';
import { nearName } from '../../engine/near-name.js';
import { fieldLabel } from '../../i18n/field-label.js';
import { locales } from '../../i18n/locale.js';
import { canAggregate, isNumber } from './fields.js';
import { formulaError, parseFormula, type Formula, type Operator } from './formula.js';
import type { ValueColumn } from './layout.js';
import type { Aggregate } from './params.js';

/** What is computed from the lines of a group. */
export interface Measure {
  readonly field: string;
  readonly agg: Aggregate;
  /** The field below the line of a ratio. */
  readonly per: string | null;
}

/** A formula whose names are found: a part is a measure, a value another value of the pivot, by their places. */
export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'part'; readonly place: number }
  | { readonly is: 'value'; readonly place: number }
  | { readonly is: 'negative'; readonly of: Expression }
  | {
      readonly is: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** A value that is made of other values, once those are there. */
export interface Calculated {
  readonly place: number;
  readonly expression: Expression;
}

export interface Calculation {
  /** For each value, what is computed from the lines; null for a formula. */
  readonly measures: readonly (Measure | null)[];
  /** Measures that only formulas use. */
  readonly parts: readonly Measure[];
  /** The formulas in rounds: each needs only measures and the rounds before it. */
  readonly rounds: readonly (readonly Calculated[])[];
}

/** Finds what the formulas of a pivot are made of; every mistake is said with its place. */
export function resolveCalculation(values: readonly ValueColumn[], warehouse: Warehouse): Calculation {
  const parts: Measure[] = [];
  const expressions = values.map(({ formula, column }): Expression | null =>
    formula === null
      ? null
      : found(parseFormula(formula, column.name), column.name, values, warehouse, parts),
  );
  return {
    measures: values.map(({ field, agg, per }, place) =>
      expressions[place] || field === null ? null : { field, agg, per },
    ),
    parts,
    rounds: inRounds(expressions, values),
  };
}

function found(
  formula: Formula,
  name: string,
  values: readonly ValueColumn[],
  warehouse: Warehouse,
  parts: Measure[],
): Expression {
  const part = (field: string, agg: Aggregate): Expression => {
    const place = parts.findIndex((known) => known.field === field && known.agg === agg);
    return { is: 'part', place: place >= 0 ? place : parts.push({ field, agg, per: null }) - 1 };
  };
  const resolve = (node: Formula): Expression => {
    switch (node.is) {
      case 'number':
        return node;
      case 'negative':
        return { is: 'negative', of: resolve(node.of) };
      case 'operation':
        return { ...node, left: resolve(node.left), right: resolve(node.right) };
      case 'name': {
        const place = placeOf(node.name, values);
        const other = values[place];
        if (other) {
          if (isNumber(other)) return { is: 'value', place };
          throw formulaError('text', { name, near: node.name, character: node.at });
        }
        const field = fieldNamed(node.name, warehouse);
        if (field && isNumber(field)) return part(field.name, 'sum');
        const known = [
          ...values.map((value) => value.column.name),
          ...warehouse.fields.map((one) => one.name),
        ];
        throw formulaError(field ? 'text' : 'unknown', {
          name,
          near: node.name,
          character: node.at,
          suggestion: field ? `distinct(${field.name})` : (nearName(node.name, known) ?? ''),
        });
      }
      case 'call': {
        const field = fieldNamed(node.field, warehouse);
        const data = { name, near: node.field, character: node.at };
        if (!field) {
          const suggestion =
            nearName(
              node.field,
              warehouse.fields.map((one) => one.name),
            ) ?? '';
          throw formulaError('unknown', { ...data, suggestion });
        }
        const isCount = node.agg === 'count' || node.agg === 'distinct';
        if (!isCount && !(canAggregate(field, node.agg) && isNumber(field))) {
          throw formulaError('text', { ...data, suggestion: `distinct(${field.name})` });
        }
        return part(field.name, node.agg);
      }
    }
  };
  return resolve(formula);
}

/** The value of that name; -1 when there is none. */
function placeOf(name: string, values: readonly ValueColumn[]): number {
  const exact = values.findIndex((value) => value.column.name === name);
  return exact >= 0 ? exact : values.findIndex((value) => plain(value.column.name) === plain(name));
}

/** A field by its name in the data, or by what it is called on the screen in either language. */
function fieldNamed(name: string, { fields }: Warehouse): Field | undefined {
  const wanted = plain(name);
  return (
    fields.find((field) => field.name === name) ??
    fields.find((field) => plain(field.name) === wanted) ??
    fields.find((field) => locales.some((locale) => plain(fieldLabel({ locale }, field.name)) === wanted))
  );
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Formulas in the order in which they can be computed; one that needs itself is a mistake, said as a path. */
function inRounds(
  expressions: readonly (Expression | null)[],
  values: readonly ValueColumn[],
): readonly (readonly Calculated[])[] {
  const rounds: Calculated[][] = [];
  const known = new Map<number, number>();
  const roundOf = (place: number, path: readonly number[]): number => {
    const expression = expressions[place];
    if (!expression) return 0;
    const before = known.get(place);
    if (before !== undefined) return before;
    if (path.includes(place)) {
      const circle = [...path.slice(path.indexOf(place)), place];
      const name = values[place]?.column.name ?? '';
      throw formulaError('cycle', { name, near: circle.map((one) => values[one]?.column.name).join(' → ') });
    }
    const needed = valuesIn(expression).map((other) => roundOf(other, [...path, place]));
    const round = 1 + Math.max(0, ...needed);
    known.set(place, round);
    (rounds[round - 1] ??= []).push({ place, expression });
    return round;
  };
  expressions.forEach((_, place) => roundOf(place, []));
  return rounds;
}

function valuesIn(expression: Expression): number[] {
  switch (expression.is) {
    case 'value':
      return [expression.place];
    case 'negative':
      return valuesIn(expression.of);
    case 'operation':
      return [...valuesIn(expression.left), ...valuesIn(expression.right)];
    default:
      return [];
  }
}
