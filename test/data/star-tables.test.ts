import { beforeAll, describe, expect, test } from 'vitest';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { sql } from '../../src/engine/sql.js';
import { noChoices } from '../../src/data/warehouse/warehouse-choices.js';
import { csv, WarehouseBench } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

const sales = csv('order_id,customer_id,order_date,amount', 'F1,007,2024-01-05,10', 'F2,12,2024-01-07,20');

describe('every kind of file has a table with all its rows', () => {
  test('contacts, complaints, answers, campaigns, mailings, costs and prospects stand beside the sales', async () => {
    const { warehouse } = await bench.build({
      'ventes.csv': sales,
      'contacts.csv': csv(
        'interaction_id;customer_id;date;canal;sens;motif;duree_min;cout',
        'I1;007;2024-01-06;Téléphone;entrant;Facture;4,5;3,20',
        'I2; 007 ;2024-01-08;Courriel;sortant;;;0,10',
        'I3;;2024-01-08;Courriel;entrant;;;',
      ),
      'reclamations.csv': csv(
        'ticket_id,customer_id,order_id,product_id,ouvert_le,delai_resolution_h,motif',
        'T1,007,F1,P1,2024-01-09,36,Casse',
      ),
      'satisfaction.csv': csv(
        'reponse_id,customer_id,order_id,date,satisfaction,nps',
        'R1,007,F1,2024-01-10,4,9',
        'R2,12,F2,2024-01-11,2,3',
      ),
      'campagnes.csv': csv(
        'code_campagne,nom,canal,debut,fin,budget',
        'K1,Rentrée,e-mail,2024-01-01,2024-01-31,500',
      ),
      'envois.csv': csv(
        'campaign_id,customer_id,groupe,date_envoi,ouvert',
        'K1,007,test,2024-01-02,1',
        'K1,12,contrôle,2024-01-02,0',
      ),
      'couts.csv': csv(
        'type_cout,periode,montant,canal',
        'Transport,2024-01,120.50,Web',
        'SAV,2024-01,80,Web',
      ),
      'prospects.csv': csv(
        'prospect_id,nom,email,region,age,converti',
        'X1,Ana,ana@x.example,HDF,31,non',
        'X2,Bob,bob@x.example,IDF,45,oui',
      ),
    });
    expect(warehouse.rows).toEqual({
      sales: 2,
      orders: 2,
      order_lines: 2,
      customers: 2,
      prospects: 2,
      interactions: 3,
      tickets: 1,
      survey_answers: 2,
      campaigns: 1,
      campaign_contacts: 2,
      costs: 2,
      calendar: 3,
    });
    expect(
      await bench.rows(
        'select interaction_id, customer_id, date, channel, direction, reason, duration_min, cost from interactions',
      ),
    ).toEqual([
      {
        interaction_id: 'I1',
        customer_id: '007',
        date: '2024-01-06',
        channel: 'Téléphone',
        direction: 'entrant',
        reason: 'Facture',
        duration_min: 4.5,
        cost: 3.2,
      },
      {
        interaction_id: 'I2',
        customer_id: '007',
        date: '2024-01-08',
        channel: 'Courriel',
        direction: 'sortant',
        reason: null,
        duration_min: null,
        cost: 0.1,
      },
      {
        interaction_id: 'I3',
        customer_id: null,
        date: '2024-01-08',
        channel: 'Courriel',
        direction: 'entrant',
        reason: null,
        duration_min: null,
        cost: null,
      },
    ]);
    expect(
      await bench.rows(
        'select ticket_id, customer_id, order_id, product_id, opened_at, resolution_time, reason from tickets',
      ),
    ).toEqual([
      {
        ticket_id: 'T1',
        customer_id: '007',
        order_id: 'F1',
        product_id: 'P1',
        opened_at: '2024-01-09',
        resolution_time: 36,
        reason: 'Casse',
      },
    ]);
    expect(
      await bench.rows(
        'select response_id, customer_id, date, order_id, satisfaction, nps from survey_answers',
      ),
    ).toEqual([
      { response_id: 'R1', customer_id: '007', date: '2024-01-10', order_id: 'F1', satisfaction: 4, nps: 9 },
      { response_id: 'R2', customer_id: '12', date: '2024-01-11', order_id: 'F2', satisfaction: 2, nps: 3 },
    ]);
    expect(
      await bench.rows('select campaign_id, name, channel, start_date, end_date, budget from campaigns'),
    ).toEqual([
      {
        campaign_id: 'K1',
        name: 'Rentrée',
        channel: 'e-mail',
        start_date: '2024-01-01',
        end_date: '2024-01-31',
        budget: 500,
      },
    ]);
    expect(
      await bench.rows('select campaign_id, customer_id, test_group, sent_at, opened from campaign_contacts'),
    ).toEqual([
      { campaign_id: 'K1', customer_id: '007', test_group: 'test', sent_at: '2024-01-02', opened: 1 },
      { campaign_id: 'K1', customer_id: '12', test_group: 'contrôle', sent_at: '2024-01-02', opened: 0 },
    ]);
    expect(await bench.rows('select cost_type, period, amount, channel from costs')).toEqual([
      { cost_type: 'Transport', period: '2024-01', amount: 120.5, channel: 'Web' },
      { cost_type: 'SAV', period: '2024-01', amount: 80, channel: 'Web' },
    ]);
    expect(
      await bench.rows('select prospect_id, prospect_name, region, age, converted from prospects'),
    ).toEqual([
      { prospect_id: 'X1', prospect_name: 'Ana', region: 'HDF', age: 31, converted: 'non' },
      { prospect_id: 'X2', prospect_name: 'Bob', region: 'IDF', age: 45, converted: 'oui' },
    ]);
  });

  test('contacts find their customer: leading zeros stay, blanks go', async () => {
    await bench.build({
      'ventes.csv': sales,
      'contacts.csv': csv(
        'customer_id;date;canal;sens',
        ' 007;2024-01-06;Téléphone;entrant',
        '7;2024-01-06;Téléphone;entrant',
      ),
    });
    expect(
      await bench.rows('select i.customer_id from interactions i join customers c using (customer_id)'),
    ).toEqual([{ customer_id: '007' }]);
  });

  test('two files of complaints with other columns are one table, one below the other', async () => {
    const { warehouse } = await bench.build({
      'ventes.csv': sales,
      'a.csv': csv('ticket_id,customer_id,ouvert_le,motif', 'T1,007,2024-01-09,Casse'),
      'b.csv': csv(
        'ticket_id,customer_id,ouvert_le,gravite',
        'T2,12,2024-02-09,haute',
        'T3,12,2024-02-10,basse',
      ),
    });
    expect(warehouse.rows.tickets).toBe(3);
    expect(await bench.rows('select ticket_id, reason, severity from tickets order by 1')).toEqual([
      { ticket_id: 'T1', reason: 'Casse', severity: null },
      { ticket_id: 'T2', reason: null, severity: 'haute' },
      { ticket_id: 'T3', reason: null, severity: 'basse' },
    ]);
  });

  test("a file's own table of a canonical name stays what it is", async () => {
    const { sources } = await bench.build({
      'ventes.csv': sales,
      'plaintes.csv': csv('ticket_id,customer_id,ouvert_le', 'T1,007,2024-01-09'),
    });
    const { engine, schema } = bench.bench;
    // A notebook from before there were tickets may have called its file's table so.
    await engine.run(sql`drop view tickets`);
    await engine.run(sql`alter table plaintes rename to tickets`);
    const renamed = sources.map((source) =>
      source.table === 'plaintes' ? { ...source, table: 'tickets' } : source,
    );
    const plan = await planSales(engine, schema, renamed);
    const warehouse = await buildWarehouse(engine, schema, renamed, plan);
    expect(warehouse.rows).toEqual({ sales: 2, orders: 2, order_lines: 2, customers: 2, calendar: 3 });
    expect(await bench.rows('select ouvert_le from tickets')).toEqual([{ ouvert_le: '2024-01-09' }]);
  });
});

describe('headers', () => {
  test('who was spoken to and what was answered are no numbers of rows', async () => {
    await bench.build(
      {
        'ventes.csv': sales,
        'contacts.csv': csv(
          'id;customer_id;contact;date;sens;duree_minutes',
          '7;007;Mme Roy;2024-01-06;entrant;4',
        ),
        'enquete.csv': csv('no,customer_id,date,reponse,nps', '3,007,2024-01-10,bien,9'),
      },
      { roles: { 'contacts.csv': { id: null, contact: null }, 'enquete.csv': { no: null, reponse: null } } },
    );
    expect(await bench.rows('select interaction_id, contact, duration_min from interactions')).toEqual([
      { interaction_id: '7', contact: 'Mme Roy', duration_min: 4 },
    ]);
    expect(await bench.rows('select response_id, reponse, nps from survey_answers')).toEqual([
      { response_id: '3', reponse: 'bien', nps: 9 },
    ]);
  });

  test("a complaint's own number goes before a plain one", async () => {
    await bench.build({
      'ventes.csv': sales,
      'plaintes.csv': csv(
        'no;ticket_id;customer_id;ouvert_le;date_premiere_reponse',
        '1;T1;007;2024-01-09;2024-01-10',
      ),
    });
    expect(await bench.rows('select ticket_id, no, first_response_at from tickets')).toEqual([
      { ticket_id: 'T1', no: '1', first_response_at: '2024-01-10' },
    ]);
  });
});

describe('files that are called like tables of the warehouse', () => {
  test('have a table of their own beside it', async () => {
    const files = {
      'orders.csv': csv('order_id,customer_id,order_date', 'F1,007,2024-01-05', 'F2,12,2024-01-07'),
      'sales.csv': csv('order_id,product_id,quantity,amount', 'F1,P1,1,10', 'F2,P1,2,20'),
      'Customers.csv': csv('customer_id,name', '007,Zoé', '12,Paul', '13,Ana'),
      'products.csv': csv('product_id,product', 'P1,Bol'),
      'prospects.csv': csv('prospect_id,email', 'X1,ana@x.example'),
      'calendar.csv': csv('jour;evenement', 'lundi;soldes'),
      'customer_merge.csv': csv('a;b', '1;2'),
    };
    const choices = { ...noChoices, merges: [{ from: '13', to: '12', reason: 'email' }] as const };
    const { sources, warehouse } = await bench.build(files, { choices });
    const names = Object.keys(files).map((file) => file.replace('.csv', '').toLowerCase());
    expect(sources.map(({ table }) => table)).toEqual(names.map((name) => `${name}_file`));
    expect(names.filter((name) => !Object.hasOwn(warehouse.rows, name))).toEqual([]);
    for (const { table, rowsLoaded } of sources)
      expect(await bench.rows(`select count(*) as n from ${table}`)).toEqual([{ n: rowsLoaded }]);
    expect(warehouse.rows).toMatchObject({
      orders: 2,
      sales: 2,
      customers: 2,
      products: 1,
      prospects: 1,
      calendar: 3,
    });
  });

  test('as a notebook of before may have it, a calendar of its own stays', async () => {
    const { sources } = await bench.build({
      'ventes.csv': sales,
      'jours.csv': csv('jour;evenement', 'lundi;soldes'),
    });
    const { engine, schema } = bench.bench;
    await engine.run(sql`drop view calendar`);
    await engine.run(sql`alter table jours rename to calendar`);
    const renamed = sources.map((source) =>
      source.table === 'jours' ? { ...source, table: 'calendar' } : source,
    );
    const warehouse = await buildWarehouse(engine, schema, renamed, await planSales(engine, schema, renamed));
    expect(warehouse.rows).toEqual({ sales: 2, orders: 2, order_lines: 2, customers: 2 });
    expect(await bench.rows('select evenement from calendar')).toEqual([{ evenement: 'soldes' }]);
  });
});

describe('the calendar', () => {
  const calendarOf = async (first: string, last: string): Promise<void> => {
    await bench.build({
      'v.csv': csv('order_id,customer_id,order_date,amount', `F1,A,${first},1`, `F2,A,${last},1`),
    });
  };

  test('has one row per day from the first order to the last, with the ISO week', async () => {
    await calendarOf('2024-12-28', '2025-01-02');
    expect(
      await bench.rows(
        'select date, year, quarter, month, iso_year, week, weekday, is_weekend, holiday from calendar',
      ),
    ).toEqual([
      {
        date: '2024-12-28',
        year: 2024,
        quarter: 4,
        month: 12,
        iso_year: 2024,
        week: 52,
        weekday: 6,
        is_weekend: true,
        holiday: null,
      },
      {
        date: '2024-12-29',
        year: 2024,
        quarter: 4,
        month: 12,
        iso_year: 2024,
        week: 52,
        weekday: 7,
        is_weekend: true,
        holiday: null,
      },
      {
        date: '2024-12-30',
        year: 2024,
        quarter: 4,
        month: 12,
        iso_year: 2025,
        week: 1,
        weekday: 1,
        is_weekend: false,
        holiday: null,
      },
      {
        date: '2024-12-31',
        year: 2024,
        quarter: 4,
        month: 12,
        iso_year: 2025,
        week: 1,
        weekday: 2,
        is_weekend: false,
        holiday: null,
      },
      {
        date: '2025-01-01',
        year: 2025,
        quarter: 1,
        month: 1,
        iso_year: 2025,
        week: 1,
        weekday: 3,
        is_weekend: false,
        holiday: "Jour de l'an",
      },
      {
        date: '2025-01-02',
        year: 2025,
        quarter: 1,
        month: 1,
        iso_year: 2025,
        week: 1,
        weekday: 4,
        is_weekend: false,
        holiday: null,
      },
    ]);
  });

  test('has the eleven public holidays of each year, those that follow Easter on their day', async () => {
    await calendarOf('2008-01-01', '2025-12-31');
    expect(
      await bench.rows('select year, count(*) as n from calendar where is_holiday group by 1 having n <> 11'),
    ).toEqual([
      // In 2008 Ascension fell on the first of May.
      { year: 2008, n: 10 },
    ]);
    expect(
      await bench.rows(
        "select date from calendar where holiday = 'Lundi de Pâques' and year in (2008, 2019, 2024, 2025) order by 1",
      ),
    ).toEqual([
      { date: '2008-03-24' },
      { date: '2019-04-22' },
      { date: '2024-04-01' },
      { date: '2025-04-21' },
    ]);
    expect(
      await bench.rows(
        "select holiday, date from calendar where year = 2024 and holiday in ('Ascension', 'Lundi de Pentecôte') order by 2",
      ),
    ).toEqual([
      { holiday: 'Ascension', date: '2024-05-09' },
      { holiday: 'Lundi de Pentecôte', date: '2024-05-20' },
    ]);
  });

  test('has the sales periods as they were: by rule, and where a decree moved them', async () => {
    await calendarOf('2008-01-01', '2026-12-31');
    expect(
      await bench.rows(
        `select year, sales_period as period, min(date) as first, max(date) as last from calendar
         where is_sales and year in (2019, 2020, 2021, 2022, 2024, 2025, 2026) group by 1, 2 order by 3`,
      ),
    ).toEqual([
      { year: 2019, period: 'winter', first: '2019-01-09', last: '2019-02-19' },
      { year: 2019, period: 'summer', first: '2019-06-26', last: '2019-08-06' },
      { year: 2020, period: 'winter', first: '2020-01-08', last: '2020-02-04' },
      { year: 2020, period: 'summer', first: '2020-07-15', last: '2020-08-11' },
      { year: 2021, period: 'winter', first: '2021-01-20', last: '2021-03-02' },
      { year: 2021, period: 'summer', first: '2021-06-30', last: '2021-07-27' },
      { year: 2022, period: 'winter', first: '2022-01-12', last: '2022-02-08' },
      { year: 2022, period: 'summer', first: '2022-06-22', last: '2022-07-19' },
      { year: 2024, period: 'winter', first: '2024-01-10', last: '2024-02-06' },
      { year: 2024, period: 'summer', first: '2024-06-26', last: '2024-07-23' },
      { year: 2025, period: 'winter', first: '2025-01-08', last: '2025-02-04' },
      { year: 2025, period: 'summer', first: '2025-06-25', last: '2025-07-22' },
      { year: 2026, period: 'winter', first: '2026-01-07', last: '2026-02-03' },
      { year: 2026, period: 'summer', first: '2026-06-24', last: '2026-07-21' },
    ]);
    expect(await bench.rows('select distinct is_sales from calendar where year = 2008')).toEqual([
      { is_sales: null },
    ]);
  });
});
