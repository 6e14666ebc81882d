import type { GenericSchema } from 'valibot';
import type { Analysis } from './analysis.js';

/** One line per analysis, in menu order; each is loaded on first use. */
const loaders = {
  overview: () => import('./overview/index.js'),
  pareto: () => import('./pareto/index.js'),
  rfm: () => import('./rfm/index.js'),
  clusters: () => import('./clusters/index.js'),
  strategies: () => import('./strategies/index.js'),
  segment: () => import('./segment/index.js'),
  cohorts: () => import('./cohorts/index.js'),
  pivot: () => import('./pivot/index.js'),
  input: () => import('./input/index.js'),
  text: () => import('./text/index.js'),
  sql: () => import('./sql/index.js'),
} as const;

export type CellKind = keyof typeof loaders;
export const cellKinds = Object.keys(loaders) as readonly CellKind[];

/** True for a kind that this version knows; cells of other kinds are kept, not run. */
export function isCellKind(kind: string): kind is CellKind {
  return Object.hasOwn(loaders, kind);
}

type AnyAnalysis = Analysis<GenericSchema, unknown>;
/** What is loaded or on its way: importing it again would cost a turn of the event loop, in which the page is drawn. */
const loads = new Map<CellKind, Promise<AnyAnalysis>>();

/** The analysis of a kind. Its params are validated with its own schema before they reach it. */
export function loadAnalysis(kind: CellKind): Promise<AnyAnalysis> {
  const known = loads.get(kind);
  if (known) return known;
  // Each analysis checks its own types; the notebook handles them all as one.
  const load = loaders[kind]().then((module) => module.default as unknown as AnyAnalysis);
  loads.set(kind, load);
  // One that did not come is asked for again.
  load.catch(() => loads.delete(kind));
  return load;
}
