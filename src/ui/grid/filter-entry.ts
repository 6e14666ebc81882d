import type { Locale } from '../../i18n/locale.js';
import type { Condition, GridColumn } from './row-source.js';

export type ConditionName = Condition['is'];

/** What is wrong with an entry; the key of its text. */
export type EntryFault = 'badNumber' | 'badDate' | 'badText' | 'badOrder';

/** Conditions that make sense for a column, the usual one first. */
export function conditionsFor({ type, words }: GridColumn): readonly ConditionName[] {
  if (words || type === 'boolean') return ['equal', 'empty', 'filled'];
  if (type === 'text') return ['containing', 'equal', 'empty', 'filled'];
  return type === 'integer' || type === 'number'
    ? ['equal', 'above', 'below', 'between', 'empty', 'filled']
    : ['between', 'equal', 'above', 'below', 'empty', 'filled'];
}

/** The condition that was entered, or what is wrong with it. */
export function enteredCondition(
  column: GridColumn,
  is: ConditionName,
  entries: readonly [first: string, second: string],
  locale: Locale,
): Condition | EntryFault {
  const [first, second] = entries;
  if (is === 'empty' || is === 'filled') return { is };
  if (is === 'containing') return first === '' ? 'badText' : { is, text: first };
  const from = typed(column, first, locale);
  if (from === null) return faultOf(column);
  if (is !== 'between') return { is, value: from };
  const to = typed(column, second, locale);
  if (to === null || typeof from === 'boolean' || typeof to === 'boolean') return faultOf(column);
  return from > to ? 'badOrder' : { is, from, to };
}

function typed({ type }: GridColumn, entered: string, locale: Locale): string | number | boolean | null {
  if (type === 'text') return entered;
  if (type === 'boolean') return entered === 'true';
  if (type === 'date' || type === 'timestamp') return /^\d{4,6}-\d\d-\d\d$/.test(entered) ? entered : null;
  const plain = entered.replace(/\s/g, '');
  const number = locale === 'fr' ? plain.replace(',', '.') : plain.replaceAll(',', '');
  return number === '' || !Number.isFinite(Number(number)) ? null : Number(number);
}

function faultOf({ type }: GridColumn): EntryFault {
  if (type === 'date' || type === 'timestamp') return 'badDate';
  return type === 'text' ? 'badText' : 'badNumber';
}
