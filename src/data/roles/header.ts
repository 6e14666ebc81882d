import { readByGrammar } from './header-grammar.js';
import { roleSynonyms } from './role-synonyms.js';

type RoleName = keyof typeof roleSynonyms;

/** A role that a header may mean, and how surely (1: an exact synonym). */
export interface HeaderMatch {
  readonly role: RoleName;
  readonly score: number;
}

/** The comparable form of a header: `N° facture` → `no_facture`, `Prix unitaire (€)` → `prix_unitaire`, `InvoiceNo` → `invoice_no`. */
export function headerKey(header: string): string {
  return keyOf(header.split('/').findLast((part) => part.trim() !== '') ?? header);
}

/** The roles that a header may mean, best first. */
export function matchHeader(header: string): HeaderMatch[] {
  return readHeader(header).matches;
}

/** True when a header is understood and has no role, so that its values must not give it one. */
export function isOtherHeader(header: string): boolean {
  return readHeader(header).isOther;
}

const codeWords =
  /(^|_)(id|ids|code|cod|cd|no|num|numero|ref|reference|matricule|zip|cp|postcode|postal|siret|siren|ean|gtin|upc|sku|tel|telephone|phone|mobile|iban|uuid|key)(_|$)/;

/** True when a header says that its values identify something, so that no digit of them may be lost. */
export function isCodeHeader(header: string): boolean {
  return codeWords.test(headerKey(header));
}

interface HeaderReading {
  readonly matches: HeaderMatch[];
  readonly isOther: boolean;
}

const exact = new Map<string, HeaderMatch[]>();
const joined = new Map<string, HeaderMatch[]>();
const bySynonym: { role: RoleName; words: ReadonlySet<string> }[] = [];
for (const [name, text] of Object.entries(roleSynonyms)) {
  const role = name as RoleName;
  text
    .split(/\s+/)
    .filter(Boolean)
    .forEach((synonym, rank) => {
      // Earlier synonyms are more telling: they win when two columns claim one role.
      add(exact, synonym, { role, score: 1 - Math.min(rank, 60) / 10_000 });
      add(joined, synonym.replaceAll('_', ''), { role, score: 0.96 });
      bySynonym.push({ role, words: new Set(synonym.split('_')) });
    });
}

function add(map: Map<string, HeaderMatch[]>, key: string, match: HeaderMatch): void {
  const found = map.get(key);
  if (found) found.push(match);
  else map.set(key, [match]);
}

const stopWords = new Set(
  'de du des la le les l d a the of en eur euro euros utc billing default address'.split(' '),
);
/** In front of a slash they say whose name or number follows: not the customer's. */
const foreignPath =
  /^(vendeur|sales_?person|owner|fournisseur|supplier|vendor|company|societe|user|create_uid)/;

/** When an order was paid or won dates it only where nothing says when it was made. */
const payments = /(^|_)(paid|paiement|reglement|payment|close|closed|cloture)(_|$)/;
const paidLater = ({ role, score }: HeaderMatch): HeaderMatch => ({
  role,
  score: role === 'order_date' ? score * 0.7 : score,
});
/** Groups and variants of anything: only their values tell whether it is a test. */
const anyGroup = /^(group|groupe|variant|variante|cell|cellule|treatment|traitement)$/;
const vague = (match: HeaderMatch): HeaderMatch =>
  match.role === 'test_group' ? { ...match, score: match.score * 0.5 } : match;
/** Whole questions of surveys. */
const questions: readonly (readonly [RegExp, HeaderMatch])[] = [
  [/recommand|recommend|weiterempf|recomend|consiglier/, { role: 'nps', score: 0.8 }],
  [/satisf|zufrieden|soddisf/, { role: 'satisfaction', score: 0.8 }],
  [
    /(^|_)(note|notez|noteriez|rate|rating|bewerte\w*|puntua\w*|valut\w*)(_|$)/,
    { role: 'satisfaction', score: 0.75 },
  ],
  [
    /(^|_)(accept\w*|agree|consent\w*|einverstanden|acept\w*|accetta\w*)(_|$)/,
    { role: 'consent', score: 0.8 },
  ],
];
/** Letters of a header that are looked at: more is prose. */
const longest = 200;
/** Half a name tells nobody apart; the vocabulary has it among the names. */
const firstNames = /^(prenom|first_?name|given_name|vorname)$/;

/** Header after header of a file is asked about several times. */
const readings = new Map<string, HeaderReading>();
const mostReadings = 2000;

function readHeader(header: string): HeaderReading {
  const known = readings.get(header);
  if (known) return known;
  const last = headerKey(header);
  const whole = keyOf(header);
  // `Lignes de la commande/Article` means its last part; `Country/Region` and `Vendeur/Nom` mean both.
  const parts =
    last === whole ? [read(last)] : foreignPath.test(whole) ? [read(whole)] : [read(last), read(whole)];
  const best = new Map<RoleName, number>();
  for (const { matches } of parts)
    for (const { role, score } of matches) best.set(role, Math.max(score, best.get(role) ?? 0));
  const matches = [...best].map(([role, score]) => ({ role, score })).sort((a, b) => b.score - a.score);
  const reading = { matches, isOther: matches.length === 0 && parts.some(({ isOther }) => isOther) };
  if (readings.size >= mostReadings) readings.clear();
  readings.set(header, reading);
  return reading;
}

function read(key: string): HeaderReading {
  if (key === '') return { matches: [], isOther: false };
  const words = key
    .replace(/^(?:no|number)_of_/, 'nb_')
    .split('_')
    // At the end `le` is a date: `Clôturée le`.
    .filter((word, at, all) => !stopWords.has(word) || (word === 'le' && at > 0 && at === all.length - 1));
  if (firstNames.test(words.join('_'))) return { matches: [], isOther: true };
  const literal = [
    ...(exact.get(key) ?? []),
    ...(exact.get(words.join('_')) ?? []).map(({ role, score }) => ({ role, score: score * 0.97 })),
    ...(joined.get(words.join('')) ?? []),
  ];
  const named = anyGroup.test(key) ? literal.map(vague) : literal;
  const dated = payments.test(key) ? named.map(paidLater) : named;
  const grammar = readByGrammar(words.length > 0 ? words : key.split('_'));
  if (literal.length === 0 && grammar.isOther) return { matches: [], isOther: true };
  const overlap = words.length > 1 ? byOverlap(words) : [];
  const asked =
    words.length > 3 ? questions.filter(([pattern]) => pattern.test(key)).map(([, match]) => match) : [];
  return { matches: [...dated, ...grammar.matches, ...overlap, ...asked], isOther: false };
}

/** Share of words in common with a synonym: from .5 at 60 % to .9. */
function byOverlap(words: readonly string[]): HeaderMatch[] {
  return bySynonym.flatMap(({ role, words: other }) => {
    const common = words.filter((word) => other.has(word)).length;
    const share = common / (words.length + other.size - common);
    return share < 0.6 ? [] : [{ role, score: 0.5 + (share - 0.6) }];
  });
}

function keyOf(text: string): string {
  return (
    text
      .slice(0, longest)
      // `[order_id]`, as SQL Server writes names.
      .replace(/^\s*\[([^\]]*)\]\s*$/, '$1')
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      .replace(/\b(?:inc|incl|excl?|hors|sans|zzgl|inkl)[ ._]+(?:tax|vat|taxes|tva|mwst)\b/gi, ' ')
      .replace(/n[°º]|#|№/gi, ' no ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .replaceAll('ß', 'ss')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      // `P.U.`, `D.O.B.`
      .replace(/(?<![a-z0-9])[a-z](?:_[a-z](?![a-z0-9]))+/g, (letters) => letters.replaceAll('_', ''))
  );
}
