import type { Random } from './random.js';

const firstNames = (
  'Camille Léa Manon Chloé Inès Sarah Julie Emma Louise Jeanne Alice Zoé Clara Lucie Élise Hélène Nathalie Sophie ' +
  'Isabelle Catherine Fatima Aïcha Nadia Yasmine Thi-Mai Louis Hugo Jules Gabriel Arthur Raphaël Lucas Théo Nathan ' +
  'Paul Antoine Nicolas François Jérôme Stéphane Olivier Thierry Gérard Benoît Karim Mehdi Youssef Mamadou Tuan André'
).split(' ');

const lastNames = (
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David ' +
  'Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefebvre Faure Mercier ' +
  'Blanc Guérin Boyer Garnier Chevalier Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel ' +
  'Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard ' +
  'Benali Diallo Nguyen Traoré Haddad Costa Da-Silva Kowalski Delattre Vandamme Caron Delannoy'
).split(' ');

const companyKinds = [
  'Hôtel',
  'Restaurant',
  'Atelier',
  'Agence',
  'Cabinet',
  'Gîte',
  'Boutique',
  'Salon de thé',
];
const companyNames = (
  'des Tilleuls,du Beffroi,de la Gare,des Remparts,du Port,des Arts,du Moulin,de la Source,des Halles,du Marché,' +
  'de la Citadelle,des Dunes,du Parc,des Lilas,de la Place,du Canal,des Quatre Vents,de la Forêt'
).split(',');

/** A made-up name and an address in the `.example` domain, which nobody can own (RFC 2606). */
export function makeName(
  random: Random,
  isPro: boolean,
  customerId: string,
): { name: string; email: string } {
  const name = isPro
    ? `${random.pick(companyKinds)} ${random.pick(companyNames)}`
    : `${random.pick(firstNames)} ${random.pick(lastNames).replace('-', ' ')}`;
  const domain = isPro
    ? 'entreprise.example'
    : random.pick(['courriel.example', 'boite.example', 'messagerie.example']);
  return { name, email: `${plain(name)}.${customerId.toLowerCase()}@${domain}` };
}

/** Lower case without accents, words joined by dots. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(/[ -]/g, '.');
}
