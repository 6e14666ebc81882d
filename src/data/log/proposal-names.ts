import { slug, uniqueName } from '../../core/ids.js';
import { forms } from './forms.js';
import type { Layout, Part } from './layout.js';

/** What a field of a log can be about. The reader's words for them come from outside. */
export const fieldIdeas = [
  'date',
  'time',
  'customer',
  'phone',
  'email',
  'reason',
  'duration',
  'agent',
  'verbatim',
  'reference',
  'number',
  'text',
] as const;
export type FieldIdea = (typeof fieldIdeas)[number];
/** The names that columns get, by what they are about. */
export type IdeaNames = Readonly<Record<FieldIdea, string>>;

/** Gives every part that changes from line to line a name, from the words before it, else from what it holds. */
export function namedLayout(layout: Layout, lines: readonly RegExpExecArray[], names: IdeaNames): Layout {
  const taken: string[] = [names.verbatim];
  const ideas = new Set<FieldIdea>();
  let group = 0;
  return layout.map((part, index): Part => {
    if (part.kind === 'literal') return part;
    group += 1;
    const before = layout[index - 1];
    const hint = before?.kind === 'literal' ? hintIn(before.text) : null;
    const idea =
      (hint && ideaOf(hint.word)) ??
      (hint?.isKey
        ? null
        : guess(
            part,
            ideas,
            lines.map((found) => (found[group] ?? '').trim()),
          ));
    if (idea) ideas.add(idea);
    const word = idea ? names[idea] : fieldName(hint?.word ?? '', names.text);
    const isVerbatim = idea === 'verbatim' && !taken.slice(1).includes(word);
    const name = isVerbatim ? word : uniqueName(word, taken);
    taken.push(name);
    return { ...part, name };
  });
}

/** A text as the name of a field: letters, digits and `_`, as groups of regular expressions need it. */
export function fieldName(text: string, fallback: string): string {
  const name = text
    .trim()
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  if (name === '') return fallback;
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}

/** The word that a literal ends with, and whether a mark says that it names what follows. */
function hintIn(literal: string): { word: string; isKey: boolean } | null {
  const end = literal.slice(-60);
  // The name of the field may have words behind it that every line has.
  const key = /(\p{L}[\p{L}\p{N}_'’.-]{0,30})\s*([:=])[\s"(«[]*(?:[\p{L}'’]+\s+){0,3}$/u.exec(end);
  const found = key ?? /(\p{L}[\p{L}\p{N}_'’.-]{0,30})()[\s"(«[]*$/u.exec(end);
  return found ? { word: found[1] ?? '', isKey: found[2] !== '' } : null;
}

const words: Readonly<Record<string, FieldIdea>> = Object.fromEntries(
  Object.entries({
    date: 'date le du on day jour timestamp ts datetime horodatage',
    time: 'heure time at hour h',
    customer: 'client cli customer cust compte account id_client customer_id dossier_client abonne',
    phone: 'tel telephone phone numero mobile portable appelant caller from gsm',
    email: 'email mail courriel e_mail',
    reason: 'motif objet raison reason subject sujet cause topic',
    duration: 'duree duration dur length temps',
    agent: 'agent conseiller conseillere operateur operatrice operator par by teleconseiller user advisor',
    verbatim: 'verbatim message msg texte text transcription transcript commentaire comment',
    reference: 'ticket ref reference commande order dossier case numero_commande facture',
  }).flatMap(([idea, list]) => list.split(' ').map((word) => [word, idea as FieldIdea])),
);

function ideaOf(word: string): FieldIdea | null {
  const key = slug(word, '');
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}

const byKind = {
  timestamp: 'date',
  date: 'date',
  time: 'time',
  duration: 'duration',
  phone: 'phone',
  email: 'email',
  number: 'number',
  word: 'text',
} as const;

/** What a field without a word before it holds: first names are agents, texts that come back are reasons. */
function guess(part: Part, ideas: ReadonlySet<FieldIdea>, values: readonly string[]): FieldIdea {
  if (part.kind === 'value') {
    const { kind } = forms[part.forms[0] ?? 'word'];
    const hasMoment = values.length > 0 && (ideas.has('time') || ideas.has('date'));
    if (kind === 'time' && hasMoment && values.some((value) => value.startsWith('00:'))) return 'duration';
    if (kind === 'id')
      return values.every((value) => /^(?:C|CL|CLI|CUST)[-_]?\d/.test(value)) ? 'customer' : 'reference';
    return byKind[kind];
  }
  const filled = values.filter((value) => value !== '');
  const distinct = new Set(filled).size;
  if (filled.length < 4 || distinct > filled.length * 0.6) return 'text';
  const isNames = filled.every((value) =>
    /^\p{Lu}\p{Ll}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u.test(value),
  );
  if (isNames && !ideas.has('agent') && distinct > 1) return 'agent';
  return ideas.has('reason') ? 'text' : 'reason';
}
