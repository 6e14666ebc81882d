import { expect, test } from 'vitest';
import Markdown from '../../src/ui/Markdown.svelte';
import { textPieces } from '../../src/ui/answers.js';
import { renderView } from '../support/render.js';

const pieces = (source: string): string[] =>
  textPieces(source).map((piece) => `${piece.isAnswer ? '?' : ''}${piece.source}`);

test('an answer stands between its two lines, in either language', () => {
  expect(pieces('Who?\n:::answer\nThe **best** fifth\n:::\nNext')).toEqual([
    'Who?',
    '?The **best** fifth',
    'Next',
  ]);
  expect(pieces('::: réponse\n20 %\n:::')).toEqual(['?20 %']);
  expect(pieces(':::Reponse\n20 %\r\n:::\r\n')).toEqual(['?20 %\r']);
});

test('an answer that is never closed goes to the end, and two stay apart', () => {
  expect(pieces('a\n:::answer\nb\n\nc')).toEqual(['a', '?b\n\nc']);
  expect(pieces(':::answer\na\n:::\n:::answer\nb\n:::')).toEqual(['?a', '?b']);
});

test('fenced code and other words after the colons are text', () => {
  const code = '```\n:::answer\nx\n:::\n```';
  expect(pieces(code)).toEqual([code]);
  expect(pieces(':::note\nx\n:::')).toEqual([':::note\nx\n:::']);
  expect(pieces(':::answer\n```\n:::\n```\n:::\nend')).toEqual(['?```\n:::\n```', 'end']);
});

test('an answer is hidden behind its button until the reader asks', () => {
  const markup = renderView(Markdown, { source: 'Who?\n\n:::answer\nThe **best**\n:::' }, 'fr');
  expect(markup).toMatch(/<details class="answer[^"]*"><summary[^>]*>Afficher la réponse<\/summary>/);
  expect(markup).toMatch(/<strong>best<\/strong>/);
  expect(markup).not.toContain(':::');
});
