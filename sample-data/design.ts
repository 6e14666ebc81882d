/** What is planted in the data on purpose. `truth.json` repeats it next to what came out. */
export const design = {
  firstDate: '2023-01-01',
  lastDate: '2025-12-31',
  /** Share of customers who had signed up before the first order of the files: their first purchase is not in them. */
  preexistingShare: 0.46,
  /** Share of the later customers who signed up and did not buy on that day. */
  lookersShare: 0.06,
  proShare: 0.04,
  /** Standard deviation of the logarithm of how often customers buy, within one habit. */
  heterogeneity: 0.65,
  returnShare: 0.015,
  /** Orders of a calendar month against the average month, January first. */
  seasonality: [0.8, 0.975, 0.975, 0.975, 0.975, 0.975, 0.975, 0.75, 0.975, 0.975, 1.25, 1.4],
  /** November 2023: a promotion brings five times the usual sign-ups, and few of them stay. */
  promotion: { month: 10, size: 5, yearlySurvival: 0.25 },
  /** Third quarter of 2025 (months 30–32): one region × channel × category loses most of its order lines. */
  drop: {
    firstMonth: 30,
    months: 3,
    region: 'Hauts-de-France',
    channel: 'Site web',
    category: 'Cuisine',
    lostShare: 0.85,
  },
} as const;

/** How often customers buy; the mix is what makes a few of them carry most of the revenue. */
export const habits = [
  { weight: 0.14, ordersPerYear: 15, cardShare: 0.8 },
  { weight: 0.22, ordersPerYear: 2.2, cardShare: 0.5 },
  { weight: 0.64, ordersPerYear: 0.5, cardShare: 0.25 },
] as const;

/** Companies order often, and up to four times as many pieces. */
export const proHabit = { ordersPerYear: 7, cardShare: 0.3 } as const;

/** How customers came, and the share of them who are still active a year later. */
export const sources = [
  { name: 'Parrainage', weight: 0.15, yearlySurvival: 0.9 },
  { name: 'Magasin', weight: 0.35, yearlySurvival: 0.8 },
  { name: 'Salon', weight: 0.1, yearlySurvival: 0.72 },
  { name: 'Pub web', weight: 0.28, yearlySurvival: 0.6 },
  { name: 'Fichier loué', weight: 0.12, yearlySurvival: 0.5 },
] as const;

/** The thirteen regions of metropolitan France; the retailer is at home in the north. */
export const regions = [
  { name: 'Hauts-de-France', weight: 0.34 },
  { name: 'Île-de-France', weight: 0.16 },
  { name: 'Auvergne-Rhône-Alpes', weight: 0.09 },
  { name: 'Grand Est', weight: 0.08 },
  { name: 'Normandie', weight: 0.07 },
  { name: 'Nouvelle-Aquitaine', weight: 0.05 },
  { name: 'Occitanie', weight: 0.05 },
  { name: "Provence-Alpes-Côte d'Azur", weight: 0.05 },
  { name: 'Pays de la Loire', weight: 0.04 },
  { name: 'Bretagne', weight: 0.03 },
  { name: 'Bourgogne-Franche-Comté', weight: 0.02 },
  { name: 'Centre-Val de Loire', weight: 0.015 },
  { name: 'Corse', weight: 0.005 },
] as const;

/** Something chosen in proportion to its weight. */
interface Weighted {
  readonly name: string;
  readonly weight: number;
}

/** Sales channels, at home (the region of the drop) and elsewhere. */
export const channels: Record<'home' | 'elsewhere', readonly Weighted[]> = {
  home: [
    { name: 'Site web', weight: 0.62 },
    { name: 'Magasin', weight: 0.26 },
    { name: 'Téléphone', weight: 0.07 },
    { name: 'Salon', weight: 0.05 },
  ],
  elsewhere: [
    { name: 'Site web', weight: 0.48 },
    { name: 'Magasin', weight: 0.34 },
    { name: 'Téléphone', weight: 0.11 },
    { name: 'Salon', weight: 0.07 },
  ],
};

/** Share of order lines by category, in the region and channel of the drop and elsewhere. */
export const categories: Record<'atCause' | 'elsewhere', readonly Weighted[]> = {
  atCause: [
    { name: 'Cuisine', weight: 0.58 },
    { name: 'Décoration', weight: 0.12 },
    { name: 'Linge de maison', weight: 0.1 },
    { name: 'Jardin', weight: 0.08 },
    { name: 'Plein air', weight: 0.06 },
    { name: 'Papeterie', weight: 0.06 },
  ],
  elsewhere: [
    { name: 'Cuisine', weight: 0.24 },
    { name: 'Décoration', weight: 0.23 },
    { name: 'Linge de maison', weight: 0.17 },
    { name: 'Jardin', weight: 0.14 },
    { name: 'Plein air', weight: 0.11 },
    { name: 'Papeterie', weight: 0.11 },
  ],
};
