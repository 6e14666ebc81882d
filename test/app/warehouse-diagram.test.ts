import { expect, test } from 'vitest';
import WarehouseDiagram from '../../src/app/data/WarehouseDiagram.svelte';
import type { WarehouseMap } from '../../src/app/data/warehouse-map.js';
import type { JoinReport } from '../../src/core/join-report.js';
import type { Locale } from '../../src/i18n/locale.js';
import { joinReport } from '../support/join-report.js';
import { renderView } from '../support/render.js';

const report = (rows: number, matchedRows: number): JoinReport => joinReport({ rows, matchedRows });
const mapOf = (join: JoinReport): WarehouseMap => ({
  tables: [
    { id: 'lignes', canonical: 'order_lines', files: ['a.csv', 'b.csv'], rows: 4000, keys: ['no_cde'] },
    { id: 'commandes', canonical: 'orders', files: ['commandes.csv'], rows: 1, keys: ['no', 'client'] },
    { id: 'customers', canonical: 'customers', files: [], rows: 0, keys: ['customer_id'] },
    { id: 'divers', canonical: null, files: ['<img>.csv'], rows: 2, keys: [] },
  ],
  links: [
    { from: 'lignes', to: 'commandes', report: join },
    { from: 'lignes', to: 'customers', report: null },
  ],
});
function draw(join: JoinReport, locale: Locale): { tables: string[]; joins: string[]; markup: string } {
  const markup = renderView(
    WarehouseDiagram,
    { map: mapOf(join), selected: join, onjoin: () => undefined, ontable: () => undefined },
    locale,
  );
  const buttons = [...markup.matchAll(/<button((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/button>/g)].map(
    ([, attributes = '', inside = '']) => ({
      isJoin: attributes.includes('data-join'),
      words: `${/aria-label="([^"]*)"/.exec(attributes)?.[1] ?? ''} | ${inside.replace(/<[^>]+>/g, ' ')}`
        .replace(/\s+/g, ' ')
        .trim(),
    }),
  );
  const words = (isJoin: boolean): string[] =>
    buttons.filter((button) => button.isJoin === isJoin).map((button) => button.words);
  return { tables: words(false), joins: words(true), markup };
}

test('every table is a button that tells its name, its rows, its file and its keys', () => {
  expect(draw(report(4000, 4000), 'fr').tables).toEqual([
    '| Lignes de commande order_lines · 4 000 lignes 2 fichiers clés : no_cde Voir ses colonnes',
    '| Commandes orders · 1 ligne commandes.csv clés : no, client Voir ses colonnes',
    '| Clients customers · aucune ligne tirée des autres tables clés : customer_id Voir ses colonnes',
    '| &lt;img>.csv 2 lignes sans clé Voir ses colonnes',
  ]);
});

test('every join is a button with its match, and 100 % is said only when every row matches', () => {
  expect(draw(report(4000, 4000), 'en').joins).toEqual([
    'Order lines → Orders: 100% of the rows find their match. See the details | 100%',
  ]);
  expect(draw(report(4000, 3999), 'en').joins[0]).toContain('| 99.9%');
  expect(draw(report(4000, 0), 'fr').joins[0]).toContain('| 0 %');
  expect(draw(report(0, 0), 'fr').joins[0]).toContain('| –');
});

test('the lines are one picture with a summary; the open join is pressed, a made table is dashed', () => {
  const { markup } = draw(report(4000, 3000), 'en');
  expect(markup).toContain('role="img" aria-label="Drawing of the warehouse. 4 tables, 1 join."');
  expect(markup).toMatch(/data-join="lignes-commandes"[^>]*/);
  expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1);
  expect(markup.match(/stroke-dasharray/g)).toHaveLength(1);
  expect(markup).toContain('poor');
});
