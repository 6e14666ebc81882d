import type { GenericSchema } from 'valibot';
import type { Analysis } from './analysis.js';

/** One line per analysis, in menu order; each is loaded on first use. */
const loaders = {
  overview: () => import('./overview/index.js'),
  pareto: () => import('./pareto/index.js'),
  rfm: () => import('./rfm/index.js'),
  cohorts: () => import('./cohorts/index.js'),
  pivot: () => import('./pivot/index.js'),
  text: () => import('./text/index.js'),
  sql: () => import('./sql/index.js'),
} as const;

export type CellKind = keyof typeof loaders;
export const cellKinds = Object.keys(loaders) as readonly CellKind[];

/** True for a kind that this version knows; cells of other kinds are kept, not run. */
export function isCellKind(kind: string): kind is CellKind {
  return Object.hasOwn(loaders, kind);
}

/** The analysis of a kind. Its params are validated with its own schema before they reach it. */
export async function loadAnalysis(kind: CellKind): Promise<Analysis<GenericSchema, unknown>> {
  const module = await loaders[kind]();
  // Each analysis checks its own types; the notebook handles them all as one.
  return module.default as unknown as Analysis<GenericSchema, unknown>;
}
