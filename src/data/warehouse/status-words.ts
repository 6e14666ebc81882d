import { headerKey } from '../roles/header.js';
import { spellingKey } from './spelling-key.js';

/** What a status says of its order: that it is a credit note, that it was undone, or that nothing was sold. */
export type StatusMeaning = 'credit' | 'refund' | 'cancel';

/** Words of a status that say nothing about a return. */
const neutral =
  /^(commande|order|facture|invoice|paiement|payment|statut|status|wc|checkout|produit|article|item|colis|entierement|integralement|totalement|fully|client|customer|par|by|le|la|l|du|de|the|est|is|was|has|been|et|and|en|closed|erreur|error|erreur de)$/;
const meanings: Readonly<Record<StatusMeaning, RegExp>> = {
  credit: /^(avoir|avoirs|credit note|credit memo|note de credit|facture d avoir)$/,
  refund:
    /^(rembours(e|ee|es|ees|ement)|refund(ed|s)?|retourn(e|ee|es|ees)|retours?|return(ed|s)?|chargeback)$/,
  cancel:
    /^(annul(e|ee|es|ees|ation)|cancel(l?ed|lation)?|void(ed)?|fail(ed|ure)|echou(e|ee)|echec|refus(e|ee|ed)|declin(e|ee|ed)|rejet(e|ee)|rejected|abandon(ne|nee|ned)|expir(e|ee|ed)|supprime(e)?|deleted|brouillons?|drafts?|devis|quotes?|quotations?|pro ?forma|perdue?|lost|uncaptured|incomplete)$/,
};
/** An attempt at paying that took no money. */
const unpaidAttempt =
  /^(erreur de paiement|payment error|not captured|non capture|requires (payment method|confirmation|action|capture)|incomplete expired)$/;
/** A quote that nobody accepted, and an opportunity that is open or lost. */
const unsoldQuote =
  /^(devis|quote|quotation)( (sent|envoye|emis|en attente|en cours|pending|open|ouvert|a valider|a signer|draft|brouillon))+$/;
const openOpportunity =
  /^(prospecting|prospection|qualification|needs analysis|value proposition|perception analysis|id decision makers|(proposal|proposition)( .*)?|(negotiation|negociation)( .*)?|appointmentscheduled|qualifiedtobuy|presentationscheduled|decisionmakerboughtin|contractsent|closedlost)$/;
/** What undoes an undoing: nothing is said of the sale. */
const notUndone = /^(annulation|cancellation) (refusee?|rejetee?|rejected|declined)$/;

/** Columns that say by a yes whether the order was cancelled. */
const cancelHeader = /^((is|est)_)?(annule|annulee|cancelled|canceled|annulation|cancellation)$/;
const yes = /^(oui|yes|o|y|x|vrai|true|1)$/;

/** What a status says about its order; null where it is none of these, or only in part. */
export function statusMeaning(status: string, header = ''): StatusMeaning | null {
  const text = spellingKey(status)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (cancelHeader.test(headerKey(header)) && yes.test(text)) return 'cancel';
  const whole = meaningOf(text);
  if (whole) return whole;
  if ([unpaidAttempt, unsoldQuote, openOpportunity].some((phrase) => phrase.test(text))) return 'cancel';
  if (notUndone.test(text)) return null;
  const found = text
    .split(' ')
    .filter((word) => !neutral.test(word))
    .map((word) => meaningOf(word));
  const [first] = found;
  const distinct = new Set(found);
  // Cancelled and then paid back: nothing was sold. The other way round it is the return that was cancelled.
  const isPaidBack = first === 'cancel' && distinct.size === 2 && distinct.has('refund');
  return first && (distinct.size === 1 || isPaidBack) ? first : null;
}

function meaningOf(word: string): StatusMeaning | null {
  for (const meaning of ['credit', 'refund', 'cancel'] as const) {
    if (meanings[meaning].test(word)) return meaning;
  }
  return null;
}
