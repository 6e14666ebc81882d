import { AppError } from '../../core/errors.js';

/** Cells with content that a sheet of repeats may unfold to. */
const mostCells = 20_000_000;

/**
 * OpenDocument writes equal cells and rows once, with a count. Refuses a document whose counts would unfold to more
 * cells than any table that can be read has; empty cells cost nothing.
 */
export function refuseRepeats(content: Uint8Array, file: string): void {
  const text = new TextDecoder().decode(content);
  let [cells, inRow, rowTimes] = [0, 0, 1];
  for (const [tag, closing, kind] of text.matchAll(/<(\/?)(?:\w+:)?(table-row|table-cell)\b[^<>]*>/g)) {
    if (kind === 'table-row') {
      cells += inRow * rowTimes;
      inRow = 0;
      rowTimes = closing ? 1 : times(tag, 'rows');
      if (cells > mostCells) throw new AppError('file/inflates-too-much', { file });
    } else if (!closing && !tag.endsWith('/>')) {
      inRow += times(tag, 'columns');
    }
  }
}

function times(tag: string, of: 'rows' | 'columns'): number {
  const count = new RegExp(`number-${of}-repeated\\s*=\\s*["'](\\d{1,12})["']`).exec(tag)?.[1];
  return count === undefined ? 1 : Number(count);
}
