import { studyClusters, type ClusterStudy, type ClusterWishes } from '../stats/cluster-study.js';

/** Numerics that take too long for the page's own thread. The columns given are consumed. */
export interface Numerics {
  studyClusters(
    columns: readonly Float64Array[],
    worth: Float64Array,
    wishes: ClusterWishes,
    signal?: AbortSignal,
  ): Promise<ClusterStudy>;
}

/** The same without a worker, for tests and scripts. */
export const numericsInPlace: Numerics = {
  studyClusters: async (columns, worth, wishes) => studyClusters(columns, worth, wishes),
};
