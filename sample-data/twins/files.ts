import { aggregatedTwin } from './aggregated.js';
import { caisseTwins } from './caisse.js';
import { ambiguousTwin, excelTwin } from './odd-dates.js';
import { emptyColumnTwin, headersTwin, quotesTwin, utf16Twin } from './odd-layouts.js';
import { preambleTwin } from './preamble.js';
import { regionsTwin } from './regions.js';
import { shopifyTwin } from './shopify.js';
import type { Twin } from './twin.js';
import { uciTwin } from './uci.js';

/** All twins that are kept beside the sample files: the same bytes on every machine. */
export function makeTwins(): Twin[] {
  return [
    ...caisseTwins(),
    shopifyTwin(),
    uciTwin(),
    excelTwin(),
    preambleTwin(),
    ambiguousTwin(),
    headersTwin(),
    utf16Twin(),
    quotesTwin(),
    emptyColumnTwin(),
    regionsTwin(),
    aggregatedTwin(),
  ];
}

/** Their truths by file name, as text. */
export function twinsTruth(twins: readonly Twin[]): string {
  const truths = Object.fromEntries(twins.map(({ name, truth }) => [name, truth]));
  return `${JSON.stringify(truths, null, 2)}\n`;
}
