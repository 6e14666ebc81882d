import type { Mark } from '../../../src/data/log/items.js';
import { compilePattern, layoutSource, type Layout } from '../../../src/data/log/layout.js';
import type { Example } from '../../../src/data/log/infer.js';
import type { IdeaNames } from '../../../src/data/log/proposal-names.js';

/** The words of a French reader. */
export const frenchNames: IdeaNames = {
  date: 'date',
  time: 'heure',
  customer: 'client',
  phone: 'telephone',
  email: 'email',
  reason: 'motif',
  duration: 'duree',
  agent: 'agent',
  verbatim: 'verbatim',
  reference: 'reference',
  number: 'nombre',
  text: 'texte',
};

/** A line with fields written as `‹name:value›`: `‹date:2024-03-05› - ok`. */
export function example(text: string): Example {
  const marks: Mark[] = [];
  let line = '';
  for (const piece of text.split(/(‹[^›]*›)/)) {
    const [, name = '', value = piece] = /^‹([^:]+):([^›]*)›$/.exec(piece) ?? [];
    if (name) marks.push({ from: line.length, to: line.length + value.length, name });
    line += value;
  }
  return { line, marks };
}

/** The fields that a layout finds in a line, and the rest; null when it does not match. */
export function read(layout: Layout | null, line: string): Record<string, string | undefined> | null {
  const found = layout ? compilePattern(layoutSource(layout)).exec(line) : null;
  return found ? { ...found.groups, rest: line.slice(found[0].length) } : null;
}
