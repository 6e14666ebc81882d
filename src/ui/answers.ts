/** A piece of a Markdown text: shown as it is, or an answer that the reader asks for. */
export interface TextPiece {
  readonly isAnswer: boolean;
  readonly source: string;
}

const opening = /^ {0,3}:::+\s*(?:answer|r[ée]ponse)\s*$/i;
const closing = /^ {0,3}:::+\s*$/;
const codeFence = /^ {0,3}(```+|~~~+)/;

/**
 * Cuts a Markdown text at its answers, which stand between a line `:::answer` (or `:::réponse`) and a line `:::`; one
 * that is never closed goes to the end. Other programs show the two lines as they stand. Inside fenced code both are code.
 */
export function textPieces(source: string): TextPiece[] {
  let piece = { isAnswer: false, lines: [] as string[] };
  const pieces = [piece];
  const begin = (isAnswer: boolean): void => {
    piece = { isAnswer, lines: [] };
    pieces.push(piece);
  };
  let fence: string | null = null;
  for (const line of source.split('\n')) {
    const mark = codeFence.exec(line)?.[1];
    if (fence === null && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    if (fence === null && !piece.isAnswer && opening.test(line)) begin(true);
    else if (fence === null && piece.isAnswer && closing.test(line)) begin(false);
    else piece.lines.push(line);
  }
  return pieces
    .map(({ isAnswer, lines }) => ({ isAnswer, source: lines.join('\n') }))
    .filter(({ isAnswer, source }) => isAnswer || source.trim() !== '');
}
