import * as Comlink from 'comlink';
import type { ClusterStudy, ClusterWishes } from '../stats/cluster-study.js';
import type { Numerics } from './numerics.js';
import type { NumericsWork } from './numerics.worker.js';
import workerUrl from './numerics.worker.ts?worker&url';
import { WorkerClient } from './worker-client.js';

/** Numerics in a worker of their own, which is killed when nobody waits for them any more. */
export class WorkerNumerics implements Numerics {
  readonly #client = new WorkerClient<NumericsWork>({
    url: new URL(workerUrl, document.baseURI).href,
    limits: { idle: 5_000, call: 300_000 },
    lost: 'engine/lost',
    late: 'engine/timeout',
  });

  studyClusters(
    columns: readonly Float64Array[],
    worth: Float64Array,
    wishes: ClusterWishes,
    signal?: AbortSignal,
  ): Promise<ClusterStudy> {
    const handed = [...columns, worth].map((column) => column.buffer as ArrayBuffer);
    return this.#client.call(
      (work) => work.studyClusters(Comlink.transfer([...columns], handed), worth, { ...wishes }),
      signal,
    );
  }
}
