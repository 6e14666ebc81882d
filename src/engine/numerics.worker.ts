import * as Comlink from 'comlink';
import { studyClusters, type ClusterStudy, type ClusterWishes } from '../stats/cluster-study.js';
import { answer, type Answer } from './answer.js';

const work = {
  studyClusters: (
    columns: readonly Float64Array[],
    worth: Float64Array,
    wishes: ClusterWishes,
  ): Promise<Answer<ClusterStudy>> => answer(() => studyClusters(columns, worth, wishes)),
};

/** What the page may ask of the worker for numerics. */
export type NumericsWork = typeof work;

Comlink.expose(work);
