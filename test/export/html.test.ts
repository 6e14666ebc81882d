import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Report, ReportCell } from '../../src/export/report.js';
import { writeReport } from '../../src/export/html.js';
import { parseIsland } from '../../src/viewer/island.js';

const hostile = '<img src=x onerror=alert(1)>';

const cell: ReportCell = {
  id: 'a1',
  kind: 'pareto',
  name: 'clients_pareto',
  step: 'segment',
  title: 'Concentration',
  params: { topShare: 0.2 },
  result: { items: 3 },
  tables: [
    {
      name: 'summary',
      title: 'Résumé',
      labels: { metric: 'Indicateur', share: 'Part' },
      columns: [
        { name: 'metric', type: 'text' },
        { name: 'share', type: 'number', unit: 'share' },
        { name: 'day', type: 'date' },
      ],
      rows: [['top', 0.742, '2011-12-09']],
    },
  ],
  sql: { curve: 'select 1 where a < b and c > d' },
  markup: '<p>74&nbsp;%</p><svg xmlns="http://www.w3.org/2000/svg"></svg>',
};
const report: Report = {
  title: 'Ventes 2011',
  locale: 'fr',
  currency: 'EUR',
  asOf: '2011-12-09',
  created: '2026-03-01',
  cells: [cell],
  stylesheet: 'body { color: red }',
  script: 'console.log(1)',
};

test('the policy is the first meta, allows nothing but the one script, and its hash is right', async () => {
  const html = await writeReport({ ...report, script: 'const a = "</script><!--\u2028";\r\nb("\0é")' });
  const head = html.slice(html.indexOf('<head>') + '<head>'.length).trimStart();
  const policy = /^<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(head)?.[1] ?? '';
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(script).toContain('const a = "<\\/script>\\x3c!--');
  const hash = createHash('sha256').update(script, 'utf8').digest('base64');
  expect(policy).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; " +
      `form-action 'none'; script-src 'sha256-${hash}'`,
  );
  expect(html.match(/<script/g)).toHaveLength(2);
});

test('an escaped script still says the same', async () => {
  const html = await writeReport({ ...report, script: '["</script>", "<!--", `</SCRIPT>`, "\0"].join()' });
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  expect((0, eval)(script)).toBe('</script>,<!--,</SCRIPT>,\0');
});

test('the carried data cannot leave its element and reads back the same', async () => {
  const texts = ['</script><script>alert(1)</script>', '<!--<script>', 'a & b', '\u2028\u2029', '\'"`'];
  const html = await writeReport({ ...report, cells: [{ ...cell, result: texts }] });
  const json =
    /<script type="application\/json" id="clientele-report">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(parseIsland(json)).toEqual({
    locale: 'fr',
    currency: 'EUR',
    cells: [{ id: 'a1', kind: 'pareto', params: { topShare: 0.2 }, result: texts }],
  });
});

test('a cell without a carried result is printed but not in the data', async () => {
  const html = await writeReport({ ...report, cells: [{ ...cell, result: null }] });
  expect(html).toContain('<p>74&nbsp;%</p>');
  expect(html).toContain('"cells":[]');
});

test('a cell whose picture stays at home says why', async () => {
  const html = await writeReport({ ...report, cells: [{ ...cell, result: null, markup: '', tables: [] }] });
  expect(html).toContain('<p>Ce résultat contient une ligne par personne\u00a0: il n’est pas partagé.</p>');
});

test('hostile names appear as text in every place', async () => {
  const html = await writeReport({
    ...report,
    title: hostile,
    sources: [hostile, '{names}'],
    cells: [
      {
        ...cell,
        id: `"${hostile}`,
        kind: `"${hostile}`,
        name: `"${hostile}`,
        title: hostile,
        markup: '',
        tables: [{ name: hostile, columns: [{ name: hostile, type: 'text' }], rows: [[hostile]] }],
        sql: { [hostile]: hostile },
      },
    ],
  });
  expect(html).not.toContain('<img');
  expect(html.split('&lt;img src=x onerror=alert(1)&gt;').length).toBeGreaterThan(12);
  expect(html).not.toMatch(/data-name="[^"]*"[^ >]/);
  expect(html).toContain('{names}');
});

test('a column named like a method of objects keeps its name', async () => {
  const table = {
    name: 't',
    labels: {},
    columns: [{ name: 'constructor', type: 'text' as const }],
    rows: [],
  };
  const html = await writeReport({ ...report, cells: [{ ...cell, tables: [table] }] });
  expect(html).toContain('<th scope="col">constructor</th>');
});

test('nothing in the file points to the network', async () => {
  const html = await writeReport(report);
  expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
    /https?:|\/\/\w|@import|url\(/,
  );
  expect(html).not.toMatch(/\s(src|srcset|action)=/);
  const links = Array.from(html.matchAll(/href="([^"]*)"/g), (match) => match[1]);
  expect(links).toEqual(['#step-segment', '#cell-1']);
});

test('without script the page is complete: title, date, contents, drawing, table, SQL', async () => {
  const html = await writeReport({ ...report, sources: ['ventes.csv'] });
  const visible = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '\n');
  const lines = visible.split('\n').map((line) => line.trim());
  expect(lines.filter(Boolean)).toEqual([
    'Ventes 2011',
    'Ventes 2011',
    'Données au 9 décembre 2011',
    'Page produite le 1er mars 2026 avec Clientele',
    'Fichier\u00a0: ventes.csv',
    'Sommaire',
    'Segmenter',
    'Concentration',
    'Segmenter',
    'Concentration',
    '74&nbsp;%',
    'Tableau\u00a0: Résumé',
    'Résumé – 1 ligne',
    'Indicateur',
    'Part',
    'day',
    'top',
    '74,2\u00a0%',
    '09/12/2011',
    'Requête SQL',
    'curve',
    'select 1 where a &lt; b and c &gt; d',
    'Cette page se lit hors connexion et ne contacte aucun serveur. Elle contient les résultats affichés, pas le fichier de données.',
  ]);
});

test('cells stand in the order of the five steps, each under its step, in both languages', async () => {
  const cells = [
    { ...cell, id: 'x', step: 'evaluate' as const, title: 'Cohortes' },
    { ...cell, id: 'y', step: 'identify' as const, title: 'Vue' },
  ];
  const html = await writeReport({ ...report, locale: 'en', cells });
  expect(html).toContain('<html lang="en">');
  const order = ['step-identify">Identify', 'data-cell="y"', 'step-evaluate">Evaluate', 'data-cell="x"'];
  const places = order.map((text) => html.indexOf(text, html.indexOf('<main>')));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(0);
});

test('a long table carries 500 rows and says how many there are', async () => {
  const rows = Array.from({ length: 4338 }, (_, index) => [index]);
  const table = { name: 'long', columns: [{ name: 'n', type: 'integer' as const }], rows };
  const html = await writeReport({ ...report, cells: [{ ...cell, tables: [table] }] });
  expect(html.match(/<tr><td/g)).toHaveLength(500);
  expect(html).toContain('Les 500 premières lignes sur 4\u202f338.');
});

test('a notebook without results says so', async () => {
  const html = await writeReport({ ...report, cells: [], asOf: null });
  expect(html).toContain('Ce carnet ne contient encore aucun résultat.');
  expect(html).not.toContain('<nav');
});

test('a cell whose numbers are limited says to what', async () => {
  const html = await writeReport({
    ...report,
    cells: [{ ...cell, limits: ['On: <b>Champions</b>', 'Channel is web'] }],
  });
  expect(html).toContain('<p class="limits">On: &lt;b&gt;Champions&lt;/b&gt; · Channel is web</p>');
  expect(await writeReport(report)).not.toContain('class="limits"');
});
