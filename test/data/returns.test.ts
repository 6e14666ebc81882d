import { beforeAll, describe, expect, test } from 'vitest';
import { statusMeaning } from '../../src/data/warehouse/status-words.js';
import { csv, WarehouseBench } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

test('a status says that an order was paid back, is a credit note, or was never concluded', () => {
  for (const text of [
    'Remboursé',
    'refunded',
    'wc-refunded',
    'Commande retournée',
    'RETOUR',
    'Returned by customer',
  ])
    expect([text, statusMeaning(text)]).toEqual([text, 'refund']);
  for (const text of ['Avoir', 'credit note', "Facture d'avoir"])
    expect([text, statusMeaning(text)]).toEqual([text, 'credit']);
  for (const text of [
    'Annulé',
    'annulée',
    'cancelled',
    'Canceled',
    'voided',
    'Failed',
    'Paiement refusé',
    'Erreur de paiement',
    'wc-cancelled',
    'Brouillon',
    'checkout-draft',
    'Devis envoyé',
    'devis en attente',
    'Devis refusé',
    'Payment failed',
    'Paiement échoué',
    'not captured',
    'expiré',
    'Closed Lost',
    'Proposal/Price Quote',
    'Annulé et remboursé',
  ])
    expect([text, statusMeaning(text)]).toEqual([text, 'cancel']);
  for (const text of [
    'paid',
    'Livré',
    'partially_refunded',
    'Partiellement remboursé',
    'non annulé',
    "Demande d'annulation",
    'retour en cours',
    'En attente',
    'pending',
    'Impayé',
    'unpaid',
    'expédié',
    'on-hold',
    'Devis accepté',
    'Closed Won',
    'remboursement annulé',
    'Annulation refusée',
    '1',
  ])
    expect([text, statusMeaning(text)]).toEqual([text, null]);
  // A column that asks whether the order was cancelled.
  expect(['1', 'oui', '0', 'non'].map((text) => statusMeaning(text, 'Annulé'))).toEqual([
    'cancel',
    'cancel',
    null,
    null,
  ]);
});

describe('status words', () => {
  const file = csv(
    'order_id;client_id;date;statut;quantite;montant',
    'F1;A;2024-01-01;Payé;1;10',
    'F2;A;2024-01-02;Remboursé;2;20',
    'F3;B;2024-01-03;Annulé;1;40',
    'F4;B;2024-01-04;Payé;1;5',
    'F5;C;2024-01-05;Annulé;1;7',
    'F6;A;2024-01-06;Retour;-1;-3',
  );

  test('what was refunded is a return of nothing, what was cancelled is no sale, a negative amount counts as it is', async () => {
    const { facts, repairs, warehouse } = await bench.build({ 'v.csv': file });
    expect(
      await bench.rows('select order_id, amount, quantity, is_return, is_cancelled from sales order by 1'),
    ).toEqual([
      { order_id: 'F1', amount: 10, quantity: 1, is_return: false, is_cancelled: false },
      { order_id: 'F2', amount: 0, quantity: 0, is_return: true, is_cancelled: false },
      { order_id: 'F3', amount: 0, quantity: 0, is_return: false, is_cancelled: true },
      { order_id: 'F4', amount: 5, quantity: 1, is_return: false, is_cancelled: false },
      { order_id: 'F5', amount: 0, quantity: 0, is_return: false, is_cancelled: true },
      { order_id: 'F6', amount: -3, quantity: -1, is_return: true, is_cancelled: false },
    ]);
    // Concluded: F1 of A and F4 of B. C has nothing but a cancelled order.
    expect(facts).toMatchObject({ orders: 2, customers: 2, revenue: 12 });
    expect(await bench.rows('select order_id from orders where is_concluded order by 1')).toEqual([
      { order_id: 'F1' },
      { order_id: 'F4' },
    ]);
    expect(repairs).toHaveLength(1);
    expect(repairs[0]).toMatchObject({ code: 'returns-marked', count: 4 });
    expect(repairs[0]?.detail.split(', ').toSorted()).toEqual(['Annulé', 'Remboursé', 'Retour']);
    expect(warehouse.fields.map(({ name }) => name)).toContain('is_cancelled');
  });

  test('undone, every line is a sale as it stands', async () => {
    const { facts, repairs } = await bench.build({ 'v.csv': file }, { undone: ['returns-marked'] });
    expect(facts).toMatchObject({ revenue: 79, customers: 3 });
    expect(repairs).toEqual([]);
    expect(await bench.rows('select count(*) as n from sales where is_return')).toEqual([{ n: 0 }]);
  });

  test('the status of the order file holds for its lines', async () => {
    await bench.build({
      'commandes.csv': csv(
        'order_id,customer_id,date_commande,statut',
        'F1,C1,2024-01-05,Livré',
        'F2,C1,2024-01-06,Annulé',
      ),
      'lignes.csv': csv('order_id,product_id,quantite,montant', 'F1,P1,1,10', 'F2,P1,1,20', 'F2,P2,1,30'),
    });
    expect(await bench.rows('select order_id, amount, is_concluded from orders order by 1')).toEqual([
      { order_id: 'F1', amount: 10, is_concluded: true },
      { order_id: 'F2', amount: 0, is_concluded: false },
    ]);
  });
});

describe('statuses that are codes', () => {
  test('a status of whole numbers is no return', async () => {
    const { facts, repairs } = await bench.build(
      {
        'v.csv': csv(
          'order_id,customer_id,order_date,order_status,amount',
          'F1,A,2024-01-01,1,10',
          'F2,A,2024-01-02,0,20',
          'F3,B,2024-01-03,2,5',
        ),
      },
      { roles: { 'v.csv': { order_status: 'status' } } },
    );
    expect(facts).toMatchObject({ revenue: 35, orders: 3 });
    expect(repairs).toEqual([]);
  });

  test('a column that says by 1 whether an order was cancelled is understood, in the order file too', async () => {
    const roles = { annule: 'status' } as const;
    const { facts } = await bench.build(
      {
        'commandes.csv': csv(
          'order_id,customer_id,date_commande,annule',
          'F1,C1,2024-01-05,0',
          'F2,C1,2024-01-06,1',
        ),
        'lignes.csv': csv('order_id,product_id,quantite,montant', 'F1,P1,1,10', 'F2,P1,1,20'),
      },
      { roles: { 'commandes.csv': roles } },
    );
    expect(facts).toMatchObject({ revenue: 10, orders: 1 });
  });
});

describe('credit notes', () => {
  const amounts = async (...numbers: readonly (readonly [string, number])[]): Promise<object[]> => {
    await bench.build({
      'v.csv': csv(
        'no_facture;client_id;date;montant',
        ...numbers.map(
          ([number, amount], day) => `${number};A;2024-01-${String(day + 1).padStart(2, '0')};${amount}`,
        ),
      ),
    });
    return bench.rows('select order_id, amount from sales where is_return order by order_date');
  };

  test('are told by AV, CN and the like in any case, with any mark before the number, beside any numbering', async () => {
    expect(
      await amounts(
        ['FA-2024-01', 50],
        ['FA-2024-02', 30],
        ['FA-2024-03', 10],
        ['FA-2024-04', 10],
        ['FA-2024-05', 10],
        ['AV-2024-12', 20],
        ['av 13', 5],
        ['CN0014', 1],
      ),
    ).toEqual([
      { order_id: 'AV-2024-12', amount: -20 },
      { order_id: 'av 13', amount: -5 },
      { order_id: 'CN0014', amount: -1 },
    ]);
  });

  test("are not the customers' orders of a shop that begins their numbers with a C", async () => {
    const sold = [1, 2, 3, 4, 5, 6].map((number) => [`100${number}`, 10] as const);
    expect(await amounts(...sold, ['C17', 20], ['C18', 5], ['AVENUE9', 1])).toEqual([]);
    // One of them has a return.
    expect(await amounts(...sold, ['C17', 20], ['C18', 5], ['C18', -5])).toEqual([
      { order_id: 'C18', amount: -5 },
    ]);
  });

  test('told by the status of the order file, written without a sign, they lower the total', async () => {
    const { facts } = await bench.build({
      'commandes.csv': csv(
        'order_id,customer_id,date_commande,statut',
        'F1,C1,2024-01-05,Payé',
        'F2,C1,2024-01-06,Avoir',
      ),
      'lignes.csv': csv('order_id,product_id,quantite,montant', 'F1,P1,1,30', 'F2,P1,1,10'),
    });
    expect(facts).toMatchObject({ revenue: 20, orders: 1 });
  });

  test('written without a sign, they lower the total', async () => {
    const { facts, repairs } = await bench.build({
      'v.csv': csv(
        'no_facture;client_id;date;montant',
        '1001;A;2024-01-01;50',
        '1002;B;2024-01-02;30',
        'AV1001;A;2024-01-03;20',
        '1003;A;2024-01-04;10',
      ),
    });
    expect(facts).toMatchObject({ revenue: 70, orders: 3 });
    expect(repairs).toEqual([{ code: 'returns-marked', detail: 'C…, AV…', count: 1 }]);
    expect(
      await bench.rows("select amount, quantity, is_return from sales where order_id = 'AV1001'"),
    ).toEqual([{ amount: -20, quantity: -1, is_return: true }]);
  });

  test('where one has a sign, the amounts of all stand as they are', async () => {
    const { facts } = await bench.build({
      'v.csv': csv(
        'no_facture;client_id;date;montant',
        '1001;A;2024-01-01;50',
        '1002;B;2024-01-02;30',
        'AV1001;A;2024-01-03;-20',
        'AV1002;B;2024-01-03;5',
        '1003;A;2024-01-04;10',
      ),
    });
    expect(facts.revenue).toBe(75);
  });
});
