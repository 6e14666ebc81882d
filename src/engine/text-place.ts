import { AppError } from '../core/errors.js';

/** A part of a text, counted as JavaScript counts. */
export interface TextPlace {
  readonly from: number;
  readonly to: number;
}

/** The failure with its place in a text, for the editor (`from`, `to`) and for the person (`line`, `character`, from 1). */
export function withPlace(error: AppError, text: string, place: TextPlace): AppError {
  const from = Math.min(place.from, text.length);
  const before = text.slice(0, from).split('\n');
  const data = {
    ...error.data,
    from,
    to: Math.min(Math.max(place.to, from), text.length),
    line: before.length,
    character: [...(before.at(-1) ?? '')].length + 1,
  };
  return new AppError(error.code, data, { cause: error.cause ?? error });
}

/** The place that a failure tells, when it tells one. */
export function placeOf({ data: { from, to } }: AppError): TextPlace | null {
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null;
}

/**
 * Where the engine's drawing (`LINE 3: …` over a `^`) points to in a text, when it shows the line `index` of it. Null when
 * nothing is drawn.
 */
export function pointedAt(words: string, lines: readonly string[], index: number): number | null {
  const drawing = /^(LINE \d+: )(.*)\n( *)\^/m.exec(words);
  const line = lines[index];
  if (!drawing || line === undefined) return null;
  const [, label = '', shown = '', indent = ''] = drawing;
  const start = lines.slice(0, index).reduce((length, one) => length + one.length + 1, 0);
  const at = drawnCharacter(shown, indent.length - label.length);
  if (line.trimEnd() === shown.trimEnd()) return start + at;
  // Of a long line the engine shows a piece between dots.
  const dots = shown.startsWith('...') ? 3 : 0;
  const found = line.indexOf(shown.slice(dots).replace(/\.\.\.$/, ''));
  return found < 0 ? start : start + found + at - dots;
}

/** The character over a `^`: the engine leaves two columns for wide ones. */
function drawnCharacter(shown: string, column: number): number {
  let drawn = 0;
  let at = 0;
  for (const sign of shown) {
    if (drawn >= column) break;
    drawn += /\p{M}|\u200d/u.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
    at += sign.length;
  }
  return at;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
