import { isoDay, LAST_DAY } from './calendar.js';
import { SAMPLE_CUSTOMERS } from './files.js';
import { Random } from './random.js';

/** One call as it was, whatever its line looks like. */
export interface Call {
  /** `2025-03-04` and `09:12`. */
  readonly day: string;
  readonly time: string;
  /** The caller is known by customer id or by telephone, never by both. */
  readonly customerId: string | null;
  readonly phone: string | null;
  readonly reason: string;
  readonly durationSeconds: number;
  readonly agent: string;
  readonly verbatim: string;
  /** 0–5: the telephone system that wrote the line. */
  readonly layout: number;
}

export const HOTLINE_CALLS = 300;

/** Calls to the hotline in the last year of the sample, in the order of time, and the log: one line each, in six layouts. */
export function hotlineLog(seed: string, count = HOTLINE_CALLS): { calls: Call[]; text: string } {
  const random = new Random(seed, 'hotline');
  const moments = Array.from({ length: count }, () => ({
    day: random.between(LAST_DAY - 364, LAST_DAY),
    minute: random.between(8 * 60, 19 * 60 - 1),
  })).sort((a, b) => a.day - b.day || a.minute - b.minute);
  const calls = moments.map(({ day, minute }) => makeCall(random, day, minute));
  return { calls, text: calls.map((call) => `${writers[call.layout]?.(call) ?? ''}\n`).join('') };
}

function makeCall(random: Random, day: number, minute: number): Call {
  const layout = random.weighted(layoutWeights).layout;
  const isByPhone = [1, 2, 5].includes(layout);
  const reason = random.weighted(reasons);
  return {
    day: isoDay(day),
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    customerId: isByPhone ? null : `C${String(random.between(1, SAMPLE_CUSTOMERS)).padStart(5, '0')}`,
    phone: isByPhone
      ? `0${random.pick(['6', '7'])}${String(random.between(0, 99_999_999)).padStart(8, '0')}`
      : null,
    reason: reason.name,
    durationSeconds: random.between(45, 900),
    agent: random.pick(agents),
    verbatim: `${random.pick(openings)}${random.pick(reason.words)}${random.pick(closings)}`,
    layout,
  };
}

const layoutWeights = [0.22, 0.2, 0.17, 0.15, 0.14, 0.12].map((weight, layout) => ({ weight, layout }));

const agents = ['Julie', 'Karim', 'Sophie', 'Mehdi', 'Anne-Laure', 'Thomas'];

const reasons = [
  {
    name: 'Retard de livraison',
    weight: 0.3,
    words: [
      'la commande n’est toujours pas arrivée',
      'le colis devait arriver lundi, rien',
      'le suivi indique « expédié » depuis 12 jours',
    ],
  },
  {
    name: 'Facturation',
    weight: 0.2,
    words: [
      'deux prélèvements pour la même facture',
      'la remise de 10 % n’a pas été appliquée',
      'il manque la TVA sur la facture, c’est gênant',
    ],
  },
  {
    name: 'Produit abîmé',
    weight: 0.2,
    words: [
      'le vase est arrivé cassé',
      'la lampe a une rayure : 3 cm au moins',
      'un pied de table est fendu',
    ],
  },
  {
    name: 'Retour',
    weight: 0.18,
    words: [
      'souhaite renvoyer la nappe',
      'demande l’adresse pour un retour',
      'veut un échange, taille 140 x 200',
    ],
  },
  {
    name: 'Carte fidélité',
    weight: 0.12,
    words: ['les points de décembre manquent', 'carte perdue, en veut une autre', 'code refusé en caisse'],
  },
];

const openings = ['', '', 'Bonjour, ', 'Client mécontent : ', 'Deuxième appel - ', 'Appelle du magasin, '];
const closings = ['.', '.', ', rappeler demain.', ' (urgent)', '. Remercie.', ' ?'];

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

type Writer = (call: Call) => string;
const writers: readonly Writer[] = [
  ({ day, time, agent, customerId, reason, durationSeconds, verbatim }) =>
    `${day} ${time}:00 [${agent}] ${customerId} - ${reason} - ${Math.floor(durationSeconds / 60)} min ${durationSeconds % 60} s - ${verbatim}`,
  ({ day, time, phone, reason, durationSeconds, agent, verbatim }) =>
    `${french(day, '/')} ${time} | ${pairs(phone)} | ${reason} | ${clock(durationSeconds)} | ${agent} | ${verbatim}`,
  ({ day, time, phone, reason, durationSeconds, agent, verbatim }) =>
    `date=${day} heure=${time} tel=${phone} motif="${reason}" duree=${durationSeconds}s agent=${agent.toLowerCase()} msg="${verbatim}"`,
  ({ day, time, customerId, agent, durationSeconds, reason, verbatim }) =>
    `[${french(day, '/')} ${time}] ${customerId} (${agent}, ${durationSeconds} s) ${reason} : ${verbatim}`,
  ({ day, time, customerId, reason, durationSeconds, agent, verbatim }) =>
    `Appel du ${written(day)} à ${time.replace(/^0/, '').replace(':', 'h')}, client ${customerId}, motif : ${reason.toLowerCase()}, durée ${Math.ceil(durationSeconds / 60)} min, agent ${agent}. Verbatim : ${verbatim}`,
  ({ day, time, phone, reason, durationSeconds, agent, verbatim }) =>
    `${french(day, '.')} ${time.replace(':', 'h')} +33 ${pairs(phone).slice(1)} > ${agent} / ${reason} / ${Math.floor(durationSeconds / 60)}'${two(durationSeconds % 60)} > ${verbatim}`,
];

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function french(day: string, mark: string): string {
  return day.split('-').reverse().join(mark);
}

function written(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}

function pairs(phone: string | null): string {
  return (phone ?? '').replace(/(\d\d)(?=\d)/g, '$1 ');
}

function clock(seconds: number): string {
  return `00:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
