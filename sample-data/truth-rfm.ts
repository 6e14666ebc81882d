/** A customer with at least one concluded order: days since the last one, their number, and the net amount in cents. */
export interface Buyer {
  readonly customerId: string;
  readonly recencyDays: number;
  readonly frequency: number;
  readonly monetaryCents: number;
}

/** A buyer with the three scores, 5 = best. */
export interface ScoredBuyer extends Buyer {
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: Segment;
}

/** The ten cells of the partition, under the names of the app; every pair of scores belongs to exactly one. */
export type Segment =
  | 'champions'
  | 'loyal_customers'
  | 'potential_loyalists'
  | 'new_customers'
  | 'promising'
  | 'need_attention'
  | 'about_to_sleep'
  | 'at_risk'
  | 'cant_lose'
  | 'hibernating';

const BINS = 5;

/** Scores from the quantiles of all buyers: 1 + the number of cut points strictly below the value; recency is reversed. */
export function scoreBuyers(buyers: readonly Buyer[]): {
  cuts: Record<'r' | 'f' | 'm', number[]>;
  scored: ScoredBuyer[];
} {
  const recency = cutPoints(buyers.map((buyer) => buyer.recencyDays));
  const frequency = cutPoints(buyers.map((buyer) => buyer.frequency));
  const monetary = cutPoints(buyers.map((buyer) => buyer.monetaryCents));
  const scored = buyers.map((buyer) => {
    const r = BINS + 1 - score(buyer.recencyDays, recency);
    const f = score(buyer.frequency, frequency);
    return { ...buyer, r, f, m: score(buyer.monetaryCents, monetary), segment: segmentOf(r, f) };
  });
  return { cuts: { r: recency, f: frequency, m: monetary.map((cents) => cents / 100) }, scored };
}

/** Quantiles 1/5 to 4/5 by linear interpolation (type 7 of Hyndman & Fan 1996). */
export function cutPoints(values: readonly number[]): number[] {
  const ascending = [...values].sort((a, b) => a - b);
  return Array.from({ length: BINS - 1 }, (_, index) => {
    // The position is kept as a fraction of whole numbers, so that a cut that falls on a value equals it exactly.
    const position = (ascending.length - 1) * (index + 1);
    const below = ascending[Math.floor(position / BINS)] ?? NaN;
    const above = ascending[Math.ceil(position / BINS)] ?? NaN;
    return below + ((above - below) * (position % BINS)) / BINS;
  });
}

/** The ten-cell partition of recency × frequency. */
export function segmentOf(r: number, f: number): Segment {
  if (r <= 2) return f <= 2 ? 'hibernating' : f <= 4 ? 'at_risk' : 'cant_lose';
  if (r === 3 && f <= 2) return 'about_to_sleep';
  if (r === 3 && f === 3) return 'need_attention';
  if (r === 5 && f >= 4) return 'champions';
  if (f >= 4) return 'loyal_customers';
  if (f >= 2) return 'potential_loyalists';
  return r === 4 ? 'promising' : 'new_customers';
}

function score(value: number, cuts: readonly number[]): number {
  return 1 + cuts.filter((cut) => cut < value).length;
}
