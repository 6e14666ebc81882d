import { Random } from '../random.js';
import { utf8 } from './encode.js';
import { comma, dayFirst } from './forms.js';
import { makeLines } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, salesTruth, type Twin } from './twin.js';

/** Spellings that people and systems have for four regions; the first is the proper one. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  'Hauts-de-France': ['Hauts-de-France', 'HDF', 'Hauts de France', 'hauts-de-france ', 'HAUTS-DE-FRANCE'],
  'Île-de-France': ['Île-de-France', 'IDF', 'Ile de France', 'ILE-DE-FRANCE'],
  'Auvergne-Rhône-Alpes': ['Auvergne-Rhône-Alpes', 'ARA', 'Auvergne Rhône Alpes'],
  "Provence-Alpes-Côte d'Azur": ["Provence-Alpes-Côte d'Azur", 'PACA', 'Provence Alpes Cote d’Azur'],
};

/** One region under many names: sums per region are wrong until the spellings are brought together. */
export function regionsTwin(): Twin {
  const name = 'regions_sales.csv';
  const random = new Random(name, 'spellings');
  const sheet = new Sheet(';', '\n');
  const lines = makeLines(name, 60, 170);
  const cents = new Map<string, number>();
  const written = new Set<string>();
  let other = 0;
  sheet.row(['Commande', 'Date', 'Client', 'Région', 'Montant']);
  for (const line of lines) {
    const region = random.pick(spellings[line.region] ?? [line.region]);
    written.add(region);
    other += Number(region !== line.region);
    cents.set(line.region, (cents.get(line.region) ?? 0) + line.amountCents);
    sheet.row([line.order, dayFirst(line.day), line.customer, region, comma(line.amountCents)]);
  }
  const sums = [...cents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([region, sum]) => [region, sum / 100]);
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      planted: 'regions as names, codes, without hyphens or accents, in capitals, with a blank behind',
      encoding: 'utf-8',
      delimiter: ';',
      rows: rowCounts(lines.length),
      rejects: [],
      repairs: { 'decimal-comma': lines.length },
      warehouse_repairs: {
        'returns-marked': lines.filter(({ isReturn }) => isReturn).length,
        'regions-merged': other,
      },
      ambiguous_dates: [],
      totals: { Montant: salesTruth(lines).revenue },
      sales: salesTruth(lines),
      extra: { spellings: written.size, revenue_by_region: Object.fromEntries(sums) },
    },
  };
}
