import { spellingKey } from './spelling-key.js';

/**
 * The regions of France as they have been called since 2016, with the abbreviations in use (those of INSEE, of the post
 * and of the regions themselves) and the names of the regions that they are made of.
 */
const regions: Readonly<Record<string, readonly string[]>> = {
  'Auvergne-Rhône-Alpes': ['ARA', 'AURA', 'Auvergne Rhône Alpes', 'Auvergne', 'Rhône-Alpes'],
  'Bourgogne-Franche-Comté': ['BFC', 'Bourgogne Franche Comté', 'Bourgogne', 'Franche-Comté'],
  Bretagne: ['BRE', 'BZH', 'Brittany'],
  'Centre-Val de Loire': ['CVL', 'Centre Val de Loire', 'Centre'],
  Corse: ['COR', 'Corsica'],
  'Grand Est': [
    'GES',
    'Grand-Est',
    'Alsace',
    'Lorraine',
    'Champagne-Ardenne',
    'Alsace-Champagne-Ardenne-Lorraine',
    'ACAL',
  ],
  'Hauts-de-France': [
    'HDF',
    'Haut de France',
    'Hauts de Fr',
    'Nord-Pas-de-Calais',
    'Picardie',
    'Nord-Pas-de-Calais-Picardie',
    'NPDC',
    'NPDCP',
  ],
  'Île-de-France': ['IDF', 'Ile de France', 'Région parisienne'],
  Normandie: ['NOR', 'Basse-Normandie', 'Haute-Normandie', 'Normandy'],
  'Nouvelle-Aquitaine': [
    'NAQ',
    'NA',
    'Aquitaine',
    'Limousin',
    'Poitou-Charentes',
    'Aquitaine-Limousin-Poitou-Charentes',
    'ALPC',
  ],
  Occitanie: ['OCC', 'Languedoc-Roussillon', 'Midi-Pyrénées', 'Languedoc-Roussillon-Midi-Pyrénées', 'LRMP'],
  'Pays de la Loire': ['PDL', 'PDLL', 'Pays-de-la-Loire', 'Pays de Loire'],
  "Provence-Alpes-Côte d'Azur": ['PAC', 'PACA', 'Provence Alpes Côte d Azur', 'Région Sud'],
  Guadeloupe: ['GUA', 'GLP'],
  Martinique: ['MTQ'],
  Guyane: ['GUF', 'Guyane française'],
  'La Réunion': ['REU', 'LRE', 'Réunion'],
  Mayotte: ['MAY', 'MYT'],
};

const officialNames = new Map(
  Object.entries(regions).flatMap(([name, others]) =>
    [name, ...others].map((spelling) => [spellingKey(spelling), name] as const),
  ),
);

/** All names of the regions: of today, of before 2016, and short ones. */
export const frenchRegionNames: readonly string[] = Object.entries(regions).flatMap(([name, others]) => [
  name,
  ...others,
]);

/** The region that a text names, by whatever of its names; null when it names none. */
export function frenchRegion(text: string): string | null {
  return officialNames.get(spellingKey(text)) ?? null;
}
