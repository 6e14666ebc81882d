import { clientsCsv, commandesCsv, lignesCsv, produitsCsv } from './csv.js';
import { categories, channels, design, habits, proHabit, regions, sources } from './design.js';
import { tellStory } from './story.js';

/** The seed and size of the committed files. */
export const SAMPLE_SEED = 'corvelle-18';
export const SAMPLE_CUSTOMERS = 1_800;

/** The text of the five sample files, by name. */
export function sampleFiles(seed: string, customerCount: number): Record<string, string> {
  const { shop, truth, attempt } = tellStory(seed, customerCount);
  const planned = {
    seed,
    attempt,
    customers: customerCount,
    ...design,
    habits,
    proHabit,
    sources,
    regions,
    channels,
    categories,
  };
  return {
    'clients.csv': [...clientsCsv(shop)].join(''),
    'produits.csv': [...produitsCsv(shop)].join(''),
    'commandes.csv': [...commandesCsv(shop)].join(''),
    'lignes.csv': [...lignesCsv(shop)].join(''),
    'truth.json': toJson({ design: planned, ...truth }),
  };
}

/** Indented, with lists of numbers on one line. */
function toJson(value: unknown): string {
  const indented = JSON.stringify(value, null, 2);
  return `${indented.replaceAll(/\[[\s\d.,-]+\]/g, (list) => list.replaceAll(/\s+/g, ' '))}\n`;
}
