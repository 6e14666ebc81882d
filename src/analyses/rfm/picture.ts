import type { GridArea, GridCellLabel, GridScore } from '../../charts/segment-grid.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import type { DimensionName, RfmResult, ScoreRange, SegmentRow } from './run.js';
import { boxesFor, type SegmentId } from './segments.js';
import { texts } from './texts.js';
import type { UnevenScores } from './ties.js';

/** Related segments have related hues; every area also carries its name. */
const colors: Readonly<Record<SegmentId, string>> = {
  champions: '#0072b2',
  loyal_customers: '#56b4e9',
  potential_loyalists: '#009e73',
  new_customers: '#4fbf9f',
  promising: '#93d1bd',
  need_attention: '#d9b44a',
  about_to_sleep: '#e69f00',
  at_risk: '#d55e00',
  cant_lose: '#cc79a7',
  hibernating: '#8b95a7',
};

/** The coloured and named rectangles of the map. */
export function mapAreas(result: RfmResult, bins: number, i18n: I18n): GridArea[] {
  const shares = new Map(result.segments.map((row) => [row.segment, row.customer_share]));
  return boxesFor(bins).map(({ segment, r, f }) => ({
    id: segment,
    label: i18n.t(texts, `segment.${segment}`),
    note: i18n.share(shares.get(segment) ?? 0),
    color: colors[segment],
    columns: r,
    rows: f,
  }));
}

/** The scores of one axis with the values that got them. */
export function axisScores(result: RfmResult, dimension: DimensionName, i18n: I18n): GridScore[] {
  const range = ({ min, max }: ScoreRange): string => {
    if (min === null || max === null) return '–';
    return min === max ? i18n.number(min, 0) : `${i18n.number(min, 0)}–${i18n.number(max, 0)}`;
  };
  return result.scores
    .filter((row) => row.dimension === dimension)
    .map((row) => ({ score: row.score, range: range(row) }));
}

/** The number of customers in each cell. */
export function mapCells(result: RfmResult, i18n: I18n): GridCellLabel[] {
  return result.grid.map(({ r, f, customers }) => ({ column: r, row: f, label: i18n.number(customers, 0) }));
}

/** The segment of the headline: the champions, or the heaviest one where there are none. */
export function headlineSegment(result: RfmResult): SegmentRow | null {
  const present = result.segments.filter((row) => row.customers > 0);
  return (
    present.find((row) => row.segment === 'champions') ??
    present.toSorted((a, b) => b.revenue - a.revenue)[0] ??
    null
  );
}

/** One sentence on how ties bent the scores of a dimension. */
export function tieSentence({ dimension, empty, furthest }: UnevenScores, bins: number, i18n: I18n): string {
  const name = i18n.t(texts, `dimension.${dimension}`);
  const gone = { count: empty.length, scores: empty.join(', '), dimension: name };
  const reason = i18n.t(texts, 'ties.reason');
  const colon = i18n.locale === 'fr' ? ' : ' : ': ';
  if (!furthest) return i18n.t(texts, 'ties.emptyOnly', gone) + colon + reason;
  const values = {
    dimension: name,
    score: furthest.score,
    share: i18n.share(furthest.share),
    even: i18n.share(1 / bins, 0),
  };
  const parts = [
    i18n.t(texts, 'ties.furthest', values),
    ...(empty.length > 0 ? [i18n.t(texts, 'ties.empty', gone)] : []),
  ];
  return parts.join(', ') + colon + reason;
}
