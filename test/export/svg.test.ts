import { expect, test } from 'vitest';
import { toSvgFile } from '../../src/export/svg.js';

const meta = {
  title: 'Sales & <returns>',
  source: 'Source : « Ventes »',
  date: 'données au 9 décembre 2011',
};

/** As a browser writes `outerHTML`: entities of HTML, raw `<` and `>` in attribute values, Svelte's markers. */
const chart =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" width="600" height="300" role="img" ' +
  'aria-label="A < B > C &amp; &quot;D&quot;" class="svelte-abc123" data-chart=""><!--[--><title>Old</title><desc>d</desc>' +
  '<rect class="bar svelte-abc123" data-key="a" x="0" y="0" width="10" height="20" fill="#0072b2" onclick="alert(1)"></rect>' +
  '<text x="1" y="2">1&nbsp;234&nbsp;€ class="x" \u0007</text><!--]--></svg>';

test('a saved chart stands alone: header, title, white ground, the drawing, a caption below it', () => {
  expect(toSvgFile(chart, meta)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="A &lt; B &gt; C &amp; &quot;D&quot;" ' +
      'viewBox="0 0 600 326" width="600" height="326"><title>Sales &amp; &lt;returns&gt;</title>' +
      '<rect x="0" y="0" width="600" height="326" fill="#ffffff"/><desc>d</desc>' +
      '<rect x="0" y="0" width="10" height="20" fill="#0072b2"></rect>' +
      '<text x="1" y="2">1&#160;234&#160;€ class="x" </text>' +
      '<text x="10" y="316" font-size="11" fill="#5a6478">Source : « Ventes » · données au 9 décembre 2011</text></svg>\n',
  );
});

test('a saved chart is well-formed XML: tags balance, values hold no markup, entities are those of XML', () => {
  const xml = toSvgFile(chart, meta).replace(/^<\?xml [^>]*\?>\n/, '');
  const tokens = xml.matchAll(/<(\/?)([\w:-]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>|[^<>]+/g);
  const open: string[] = [];
  let read = 0;
  for (const [token, end, name, , empty] of tokens) {
    read += token.length;
    if (name && end) expect(open.pop()).toBe(name);
    else if (name && !empty) open.push(name);
  }
  expect(read).toBe(xml.length);
  expect(open).toEqual([]);
  expect(xml.replace(/&(amp|lt|gt|quot|#39|#160);/g, '')).not.toContain('&');
});

test('a long caption wraps inside the drawing, and an empty one takes no room', () => {
  const long = toSvgFile(chart, { ...meta, source: 'mot '.repeat(60).trim() });
  expect(long.match(/<text [^>]*font-size="11"/g)).toHaveLength(3);
  expect(long).toContain('viewBox="0 0 600 358"');
  const bare = toSvgFile(chart, { title: 't', source: '', date: '' });
  expect(bare).toContain('viewBox="0 0 600 300"');
});

test('a viewBox that does not start at zero keeps its corner', () => {
  const moved = chart.replace('viewBox="0 0 600 300"', 'viewBox="-20 -10 600 300"');
  expect(toSvgFile(moved, meta)).toContain('<rect x="-20" y="-10" width="600" height="326" fill="#ffffff"/>');
});
