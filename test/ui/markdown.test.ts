import { describe, expect, test } from 'vitest';
import Markdown from '../../src/ui/Markdown.svelte';
import { plainText, safeLink } from '../../src/ui/markdown.js';
import { renderView } from '../support/render.js';

/** The markup inside the component's own box, without the class names of its styles and without line breaks between tags. */
function html(source: string, headingOffset = 0): string {
  const body = renderView(Markdown, { source, headingOffset }, 'en');
  return body
    .replaceAll('=""', '')
    .replace(/ class="(?:svelte-\w+)?"/g, '')
    .replace(/ ?svelte-\w+ ?/g, '')
    .replace(/^<div class="markdown">|<\/div>$/g, '')
    .trim();
}

describe('the usual marks become elements', () => {
  test.each([
    ['a **b** *c* ~~d~~ `e`', '<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p>'],
    ['# Title', '<h1>Title</h1>'],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
    ['---', '<hr/>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['- a\n  - b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['```\nx < 1\n```', '<pre><code>x &lt; 1</code></pre>'],
    ['R&amp;D &#233; &unknown; \\*', '<p>R&amp;D é &amp;unknown; *</p>'],
  ])('%j', (source, markup) => {
    expect(html(source)).toBe(markup);
  });

  test('a task list shows what is done', () => {
    expect(html('- [x] a\n- [ ] b')).toBe(
      '<ul><li class="task"><input type="checkbox" disabled checked aria-label="Done"/>a</li>' +
        '<li class="task"><input type="checkbox" disabled aria-label="To do"/>b</li></ul>',
    );
  });

  test('a table keeps its alignment', () => {
    expect(html('| a | b |\n|---|--:|\n| 1 | **2** |').replace(/\s+/g, ' ')).toContain(
      '<tr><td>1</td><td class="right"><strong>2</strong></td></tr>',
    );
  });

  test('headings are moved down inside a cell, to level 6 at most', () => {
    expect(html('# a\n\n###### b', 2)).toBe('<h3>a</h3><h6>b</h6>');
  });
});

describe('nothing hostile becomes more than text', () => {
  test.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<a href="javascript:alert(1)">x</a>',
    '<svg onload=alert(1)>',
    '![<img src=x onerror=alert(1)>](javascript:alert(1))',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](//evil.example/)',
    '<javascript:alert(1)>',
    '`<img src=x onerror=alert(1)>`',
    '```<img src=x>\n<img src=x onerror=alert(1)>\n```',
    '| <img src=x onerror=alert(1)> |\n|---|\n| <b onclick=alert(1)>x |',
    '&lt;img src=x onerror=alert(1)&gt;',
    '[ref]: javascript:alert(1)\n\n[ref]',
  ])('%j', (source) => {
    const markup = html(source);
    const tags = [...markup.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)];
    const allowed = new Set(['p', 'code', 'pre', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td']);
    expect(tags.map(([, name]) => name).filter((name) => !allowed.has(String(name)))).toEqual([]);
    expect(tags.map(([, , attributes]) => attributes).join('')).not.toMatch(/href|src|on\w+=/);
  });

  test('a link to a page or a mail address may be followed, in a new tab and without a trace', () => {
    expect(html('[x](https://a.example/?q=1&r="2)')).toBe(
      '<p><a href="https://a.example/?q=1&amp;r=%222" target="_blank" rel="noopener noreferrer">x</a></p>',
    );
    expect(safeLink('mailto:a@b.example')).toBe('mailto:a@b.example');
    expect(safeLink('ftp://a.example')).toBeNull();
    expect(safeLink('/path')).toBeNull();
  });

  test('thousands of nested marks are shown, not followed', () => {
    expect(html('> '.repeat(5_000) + 'end')).toContain('end');
    expect(html('- '.repeat(400) + 'end')).toContain('end');
  });

  test('names of object properties are no character references', () => {
    expect(plainText('&constructor; &__proto__; &amp;')).toBe('&constructor; &__proto__; &');
  });
});
