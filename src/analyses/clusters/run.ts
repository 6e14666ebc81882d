import type { Fit } from '../../stats/cluster-study.js';
import type { Scaling } from '../../stats/points.js';
import type { Engine } from '../../engine/engine.js';
import { numericsInPlace } from '../../engine/numerics.js';
import type { AnalysisContext } from '../analysis.js';
import { labelsOf, type ClusterLabel } from './labels.js';
import type { ClustersParams } from './params.js';
import { asOfDate, clusterFigures, clustersSql, ownTable } from './sql.js';

/** One cluster. Numbered from 1 by the mean amount of its customers, the highest first. */
export interface ClusterRow {
  readonly cluster: number;
  readonly label: ClusterLabel;
  /** Its centre in scaled units, one number per feature. */
  readonly centre: readonly number[];
  readonly customers: number;
  readonly share: number;
  readonly revenue: number;
  readonly revenue_share: number | null;
  /** Means over its customers. */
  readonly recency_days: number | null;
  readonly frequency: number | null;
  readonly monetary: number | null;
  /** How surely it comes back in resamples, 0–1. */
  readonly stability: number;
}

export interface ClustersResult {
  readonly asOf: string | null;
  readonly customers: number;
  /** Customers whose returns outweigh their orders: they have no logarithm. */
  readonly belowZero: number;
  /** None where there are fewer than two different customers. */
  readonly clusters: readonly ClusterRow[];
  readonly scalings: readonly Scaling[];
  readonly fits: readonly Fit[];
  readonly bySilhouette: number | null;
  readonly byElbow: number | null;
  /** Customers on whom the silhouette was measured. */
  readonly measured: number;
}

interface Figures {
  readonly cluster: number;
  readonly customers: number;
  readonly revenue: number;
  readonly recency_days: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** Reads the customers' numbers, has the clusters found, and sums up each. */
export async function runClusters(
  engine: Engine,
  params: ClustersParams,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<ClustersResult> {
  const statements = clustersSql(params, context);
  const [counted] = await engine.query<{ customers: number; below_zero: number }>(
    statements.left_out,
    signal,
  );
  const columns = await engine.numbers(statements.features, signal);
  const money = columns.pop() ?? new Float64Array();
  // The numerics consume the columns.
  const customers = money.length;
  const wishes = {
    k: params.k,
    isScaled: params.scale === 'standard',
    seed: params.seed,
    restarts: params.restarts,
  };
  const numerics = context.numerics ?? numericsInPlace;
  const study = await numerics.studyClusters(columns, money, wishes, signal);
  const centres = study.centres.map((centre, index) => ({
    cluster: index + 1,
    centre,
    stability: study.stability[index] ?? 0,
  }));
  const { scalings } = study;
  const table = ownTable({ clusters: centres, scalings }, params, context);
  const rows = await engine.query<Figures>(clusterFigures(table, params, context), signal);
  const revenue = rows.reduce((sum, row) => sum + row.revenue, 0);
  const labels = labelsOf(rows);
  return {
    asOf: asOfDate(params, context),
    customers,
    belowZero: counted?.below_zero ?? 0,
    clusters: centres.map((one) => {
      const row = rows.find(({ cluster }) => cluster === one.cluster);
      return {
        ...one,
        label: labels.get(one.cluster) ?? 'average',
        customers: row?.customers ?? 0,
        share: (row?.customers ?? 0) / customers,
        revenue: row?.revenue ?? 0,
        revenue_share: revenue === 0 ? null : (row?.revenue ?? 0) / revenue,
        recency_days: row?.recency_days ?? null,
        frequency: row?.frequency ?? null,
        monetary: row?.monetary ?? null,
      };
    }),
    scalings,
    fits: study.fits,
    bySilhouette: study.bySilhouette,
    byElbow: study.byElbow,
    measured: study.measured,
  };
}
