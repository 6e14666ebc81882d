import { expect, test } from 'vitest';
import * as v from 'valibot';
import { rfmParams } from '../../src/analyses/rfm/params.js';
import { runRfm } from '../../src/analyses/rfm/run.js';
import { rfmSql } from '../../src/analyses/rfm/sql.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { canCompare, loadOnlineRetail, readReference } from './online-retail.js';

interface Published {
  online_retail_2010_2011: {
    analysis_date: string;
    n: number;
    quantiles: Record<'R' | 'F' | 'M', number[]>;
    val_score_counts: Record<'r' | 'f' | 'm', Record<string, number>>;
  };
}

test.skipIf(!canCompare)(
  'value scores of UCI Online Retail are those of the published reference',
  async () => {
    const published = (JSON.parse(readReference('results/rfm_rank.json')) as Published)
      .online_retail_2010_2011;
    const map = JSON.parse(readReference('results/rfm_segment_map.json')) as {
      grid_R_F: Record<string, string>;
    };
    const expected = readReference('results/rfm_rank_online_retail_2010_2011.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([id = '', f, m, r, , , , rScore = '', fScore = '', mScore = '']) => ({
        customer_id: id,
        recency_days: Number(r),
        frequency: Number(f),
        monetary: Number(m),
        scores: rScore + fScore + mScore,
        segment: map.grid_R_F[rScore + fScore],
      }));

    const engine = await NodeEngine.start();
    const warehouse = await loadOnlineRetail(engine);
    const context = { dialect: engine.dialect, warehouse };
    const params = v.parse(rfmParams, { asOf: published.analysis_date });
    const customers = await engine.query<{
      customer_id: string;
      recency_days: number;
      frequency: number;
      monetary: number;
      rfm: string;
      segment: string;
    }>(rfmSql(params, context).table);
    const byId = <Row extends { customer_id: string }>(rows: Row[]): Row[] =>
      rows.toSorted((a, b) => (a.customer_id < b.customer_id ? -1 : 1));
    const found = byId(customers).map(({ customer_id, recency_days, frequency, monetary, rfm, segment }) => ({
      customer_id,
      recency_days,
      frequency,
      monetary: Math.round(monetary * 100) / 100,
      scores: rfm,
      segment,
    }));
    expect(found).toEqual(byId(expected));
    expect(found).toHaveLength(published.n);

    const result = await runRfm(engine, params, context, new AbortController().signal);
    const names = { recency: 'r', frequency: 'f', monetary: 'm' } as const;
    for (const { dimension, score, customers: count } of result.scores) {
      expect([dimension, score, count]).toEqual([
        dimension,
        score,
        published.val_score_counts[names[dimension]][score],
      ]);
    }
    for (const [dimension, letter] of [
      ['frequency', 'F'],
      ['monetary', 'M'],
    ] as const) {
      const cuts = result.scores.filter((row) => row.dimension === dimension).map((row) => row.to);
      published.quantiles[letter].forEach((quantile, index) => expect(cuts[index]).toBeCloseTo(quantile, 5));
    }
    const recency = result.scores.filter((row) => row.dimension === 'recency').map((row) => row.from);
    published.quantiles.R.toReversed().forEach((cut, index) => expect(recency[index]).toBeCloseTo(cut, 5));

    const counts = Object.fromEntries(result.segments.map((row) => [row.segment, row.customers]));
    const expectedCounts: Record<string, number> = {};
    for (const { segment = '' } of expected) expectedCounts[segment] = (expectedCounts[segment] ?? 0) + 1;
    expect(counts).toEqual(expectedCounts);
  },
);
