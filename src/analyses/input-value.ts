import * as v from 'valibot';
import type { Value } from '../core/tables.js';

export const inputTypes = ['number', 'slider', 'date', 'choice', 'text'] as const;

const text = v.pipe(v.string(), v.maxLength(500));

/** The settings of an input cell: what can be entered, and what is. */
export const inputParams = v.object({
  type: v.optional(v.picklist(inputTypes), 'slider'),
  value: v.optional(v.nullable(v.union([v.number(), text])), null),
  /** Bounds and step of a number or slider. */
  min: v.optional(v.number(), 0),
  max: v.optional(v.number(), 100),
  step: v.optional(v.pipe(v.number(), v.minValue(0)), 1),
  /** What a choice offers. */
  options: v.optional(v.pipe(v.array(text), v.maxLength(200)), []),
});

export type InputParams = v.InferOutput<typeof inputParams>;

/** The value of an input as its type allows it: numbers within their bounds, a choice among its options. Null when empty. */
export function inputValue(params: InputParams): Value {
  const { type, value, min, max, options } = params;
  switch (type) {
    case 'number':
    case 'slider': {
      const number = typeof value === 'number' ? value : Number.NaN;
      if (!Number.isFinite(number)) return type === 'slider' ? min : null;
      return Math.min(Math.max(number, min), Math.max(min, max));
    }
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : null;
    case 'choice':
      return typeof value === 'string' && options.includes(value) ? value : (options[0] ?? null);
    case 'text':
      return value === null ? null : String(value);
  }
}

/** The value of an input cell by its settings as they stand in a document; null when they are no settings of one. */
export function valueOfInput(params: Readonly<Record<string, unknown>>): Value {
  const parsed = v.safeParse(inputParams, params);
  return parsed.success ? inputValue(parsed.output) : null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
