import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inferPattern } from '../../../src/data/log/infer.js';
import type { Mark } from '../../../src/data/log/items.js';
import { compilePattern, layoutSource } from '../../../src/data/log/layout.js';
import { matchLog } from '../../../src/data/log/match-log.js';
import { checkPattern } from '../../../src/data/log/pattern-check.js';
import { proposeLayouts } from '../../../src/data/log/propose.js';
import { frenchNames } from './support.js';

const values = fc.constantFrom(
  '2024-03-05',
  '14h22',
  '0612345678',
  'C00123',
  '4 min 20 s',
  '12,50',
  'a@b.example',
);
const words = fc.constantFrom('client', 'Julie', 'retard de livraison', 'été', 'O’Neil', 'rendez-vous');
const marks = fc.constantFrom(
  ' ',
  ' - ',
  ' | ',
  ': ',
  '="',
  '" ',
  ', ',
  '[',
  '] ',
  '\t',
  '(',
  ')',
  ' / ',
  ' > ',
  '\\d+',
  '.*',
);
const piece = fc
  .oneof(values, words, marks, fc.string({ maxLength: 6 }))
  .map((text) => text.replace(/[\r\n]/g, ' '));
const line = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));

/** A line in which some pieces are marked; marks may lie anywhere, also within a word. */
const marked = fc
  .array(fc.record({ text: piece, isMarked: fc.boolean() }), { minLength: 1, maxLength: 10 })
  .map((pieces) => {
    let text = '';
    const found: Mark[] = [];
    for (const each of pieces) {
      const from = text.length;
      text += each.text;
      if (each.isMarked && each.text.trim() !== '')
        found.push({ from, to: text.length, name: `f${found.length}` });
    }
    return { line: text, marks: found };
  });

test('whatever is marked in whatever line: the pattern finds it there and is safe, or there is none', () => {
  let found = 0;
  fc.assert(
    fc.property(marked, fc.array(line, { maxLength: 4 }), (example, evidence) => {
      const layout = inferPattern([example], evidence);
      if (!layout) return;
      found += 1;
      const source = layoutSource(layout);
      const groups = compilePattern(source).exec(example.line)?.groups ?? {};
      for (const { from, to, name } of example.marks)
        expect(groups[name]?.trim()).toBe(example.line.slice(from, to).trim());
      expect(checkPattern(source)).toMatchObject({ ok: true });
    }),
    { numRuns: 600, seed: 18 },
  );
  expect(found).toBeGreaterThan(100);
});

test('whatever the lines: each proposal is safe, and the table has each line once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
      const layouts = proposeLayouts([...lines, ...lines], frenchNames);
      const patterns = layouts.map((layout) => {
        const check = checkPattern(layoutSource(layout));
        if (!check.ok) throw new Error(`${check.fault}: ${layoutSource(layout)}`);
        return { source: layoutSource(layout), longestLine: check.longestLine };
      });
      const text = new Blob([lines.map((each) => `${each}\n`).join('')]);
      const match = await matchLog(text, patterns, { file: 'x.log', isWriting: true });
      expect(match.lines + match.emptyLines).toBe(lines.length);
      expect(match.matched.reduce((sum, count) => sum + count, 0) + match.unmatchedCount).toBe(match.lines);
      expect((await match.csv?.text())?.split('\n').length).toBe(lines.length + 2);
    }),
    { numRuns: 150, seed: 18 },
  );
});
