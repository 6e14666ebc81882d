import { expect, test } from 'vitest';
import { kindOf, type PartKind } from '../../src/data/warehouse/part-kind.js';
import { guessRoles } from '../../src/data/roles/guess-roles.js';
import type { ColumnType } from '../../src/core/tables.js';

/** The kind of a file by its header; columns are texts unless their name says what they are. */
function kind(header: string, file = 'export.csv'): PartKind {
  const columns = header.split(',').map((name) => {
    const isDate = /date|_le$|^debut$|^fin$|_at$/.test(name);
    const isNumber =
      /montant|quantite|prix|cout|budget|nps|satisfaction|nb_|ca_|delai|attendu|percu|duree/.test(name);
    const type: ColumnType = isDate ? 'date' : isNumber ? 'number' : 'text';
    return { name, type, values: isDate ? ['2024-01-01'] : isNumber ? ['1.5', '2.5'] : ['a1', 'b2', 'a1'] };
  });
  const guesses = guessRoles(columns);
  const roles = Object.fromEntries(
    columns.flatMap(({ name }, index) => {
      const role = guesses[index]?.role;
      return role ? [[role, name]] : [];
    }),
  );
  return kindOf(
    roles,
    columns.map(({ name }) => name),
    file,
  );
}

const cases: readonly (readonly [PartKind, string, string])[] = [
  ['lines', 'order_id,product_id,quantite,prix_unitaire,montant', 'export.csv'],
  ['lines', 'no_facture,code_client,date,rayon,produit,montant_ht', 'export.csv'],
  ['orders', 'order_id,customer_id,date_commande,canal', 'export.csv'],
  ['orders', 'no_facture,code_client,date,montant_ht', 'export.csv'],
  ['customers', 'code_client,ville,date_creation,canal_acquisition', 'export.csv'],
  ['customers', 'client_id,nb_commandes,ca_total,derniere_commande', 'export.csv'],
  ['products', 'product_id,produit,categorie,prix_catalogue', 'export.csv'],
  ['prospects', 'prospect_id,source,age,region,converti', 'export.csv'],
  ['prospects', 'code_client,nom,email,region', 'fichier_prospects.csv'],
  ['prospects', 'prospect,email,region', 'export.csv'],
  ['customers', 'code_client,nom,email,prospect', 'clients.csv'],
  ['customers', 'code_client,nom,email,region', 'clients.csv'],
  ['interactions', 'code_client,date,canal,sens', 'export.csv'],
  ['interactions', 'interaction_id,customer_id,date,canal,sens,motif,duree_min,cout', 'export.csv'],
  ['interactions', 'code_client,date', 'export.csv'],
  ['interactions', 'code_client,date,canal,sens_appel', 'export.csv'],
  ['tickets', 'code_client,date,motif,delai_resolution_j,resolue', 'export.csv'],
  ['tickets', 'ticket_id,customer_id,order_id,product_id,ouvert_le,delai_resolution_h,motif', 'export.csv'],
  ['survey_answers', 'code_client,date,note_recommandation,nps', 'export.csv'],
  ['survey_answers', 'customer_id,dimension,attendu,percu,importance', 'export.csv'],
  ['campaigns', 'code_campagne,nom,canal,debut,fin,budget', 'export.csv'],
  ['campaign_contacts', 'campaign_id,customer_id,groupe,date_envoi,ouvert', 'export.csv'],
  ['costs', 'type_cout,periode,montant,canal', 'export.csv'],
  ['costs', 'poste,periode,budget', 'export.csv'],
  ['other', 'a,b', 'export.csv'],
];

test.each(cases)('%s: %s (%s)', (expected, header, file) => {
  expect(kind(header, file)).toBe(expected);
});

test('an order file with the day on which each order was closed is no list of complaints', () => {
  expect(kind('order_id,customer_id,date_commande,resolved_at')).toBe('orders');
});
