import type { AppError } from '../core/errors.js';
import { placeOf, withPlace, type TextPlace } from '../engine/text-place.js';
import { tokenize } from '../engine/user-sql-tokens.js';
import type { Cell } from './document.js';
import { variablesWritten } from './inputs.js';
import { isSame, sqlOf } from './sql-names.js';

/** A failure of a SQL cell with its place in the text as it stands in the cell, where inputs are names and not values. */
export function inCellText(
  error: AppError,
  cell: Pick<Cell, 'kind' | 'params'>,
  cells: readonly Cell[],
): AppError {
  const text = sqlOf(cell);
  if (text === null) return error;
  if (error.code === 'cell/cycle') return atName(error, text);
  const place = placeOf(error);
  return place ? withPlace(error, text, beforeInputs(place, text, cells)) : error;
}

/** A cell that reads itself through others: the name by which it does. */
function atName(error: AppError, text: string): AppError {
  const token = tokenize(text).find(({ name }) => isSame(name, String(error.data['name'] ?? '')));
  return token ? withPlace(error, text, { from: token.start, to: token.end }) : error;
}

function beforeInputs(place: TextPlace, text: string, cells: readonly Cell[]): TextPlace {
  let { from, to } = place;
  for (const { start, end, written } of variablesWritten(text, cells)) {
    const shift = written.length - (end - start);
    const isInside = from >= start && from < start + written.length;
    if (isInside) return { from: start, to: end };
    if (from >= start + written.length) from -= shift;
    if (to >= start + written.length) to -= shift;
  }
  return { from, to };
}
