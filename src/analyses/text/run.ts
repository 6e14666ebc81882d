import type { AnalysisContext } from '../analysis.js';
import { figuresIn, type Figure } from '../figures.js';
import type { Params } from './params.js';

/** The figures of other cells that the text names, as they are by now; one that is not there is left out. */
export interface TextResult {
  readonly figures?: Readonly<Record<string, Figure>>;
}

/** Looks up every figure that the text names. */
export function figuresOf(
  { markdown }: Params,
  figureOf: AnalysisContext['figureOf'],
): Readonly<Record<string, Figure>> {
  const found = figuresIn(markdown ?? '').flatMap((reference) => {
    const figure = figureOf?.(reference);
    return figure ? [[reference, figure] as const] : [];
  });
  return Object.fromEntries(found);
}
