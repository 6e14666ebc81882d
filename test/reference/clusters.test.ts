import { expect, test } from 'vitest';
import * as v from 'valibot';
import { clustersParams } from '../../src/analyses/clusters/params.js';
import { runClusters } from '../../src/analyses/clusters/run.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { canCompare, loadOnlineRetail, readReference } from './online-retail.js';

interface Published {
  online_retail_2010_2011: {
    n: number;
    mean: number[];
    std: number[];
    k: Record<
      string,
      { inertia_best?: number; silhouette?: number; sizes_by_centroid_M_ascending?: number[] }
    >;
  };
}

test.skipIf(!canCompare)(
  'inertia and silhouette on UCI Online Retail are those of scikit-learn',
  async () => {
    const published = (JSON.parse(readReference('results/kmeans_rfm.json')) as Published)
      .online_retail_2010_2011;
    const engine = await NodeEngine.start();
    const context = { dialect: engine.dialect, warehouse: await loadOnlineRetail(engine) };
    const params = v.parse(clustersParams, { asOf: '2011-12-10' });
    const result = await runClusters(engine, params, context, new AbortController().signal);
    expect(result.customers).toBe(published.n);
    result.scalings.forEach(({ mean, deviation }, index) => {
      expect(mean).toBeCloseTo(published.mean[index] ?? 0, 6);
      expect(deviation).toBeCloseTo(published.std[index] ?? 0, 6);
    });
    expect(result.fits.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { k, inertia, silhouette } of result.fits.filter((fit) => fit.k <= 8)) {
      const reference = published.k[k];
      expect(inertia).toBeLessThanOrEqual((reference?.inertia_best ?? 0) * 1.001);
      expect(Math.abs(silhouette - (reference?.silhouette ?? 0))).toBeLessThanOrEqual(0.005);
    }
    expect(result.clusters.map(({ customers }) => customers)).toEqual(
      published.k['2']?.sizes_by_centroid_M_ascending?.toReversed(),
    );
  },
);
