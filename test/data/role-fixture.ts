import { planColumns } from '../../src/data/columns.js';
import type { Role } from '../../src/data/roles/roles.js';
import { rowsOf, valueOf, type Form, type Grain } from './role-world.js';

/** A column of a fixture: its header, what its values are, and the role it should get (null: none). */
export interface FixtureColumn {
  readonly header: string;
  readonly kind: string;
  readonly role: Role | null;
}

export interface Fixture {
  readonly name: string;
  readonly form: Form;
  readonly grain: Grain;
  readonly columns: readonly FixtureColumn[];
}

/** A role as the app guesses it, and how sure it is. */
export interface Guessed {
  readonly role: Role | null;
  readonly confidence: number;
}

/** Roles and confidence that the app gives to a fixture's columns. */
export function guessedOf(fixture: Fixture): Guessed[] {
  const rows = rowsOf(fixture.grain);
  const records = rows.map((row) => fixture.columns.map(({ kind }) => valueOf(kind, row, fixture.form)));
  const names = fixture.columns.map(({ header }) => header);
  return guessedIn(names, records);
}

/** Roles and confidence that the app gives to the columns of a file. */
export function guessedIn(names: readonly string[], records: readonly (readonly string[])[]): Guessed[] {
  const dialect = {
    delimiter: ';',
    names,
    unnamed: [],
    dataOffset: 0,
    dataLine: 2,
    countsRecords: false,
    fewestFields: names.length,
    header: null,
    totals: null,
    repairs: [],
  };
  return planColumns(dialect, records, [], { roles: {} }).map(({ role, confidence }) => ({
    role,
    confidence,
  }));
}

/** The role that values of a kind usually have. */
const usualRoles: Readonly<Record<string, Role>> = {
  'client.code': 'customer_id',
  'client.num': 'customer_id',
  'client.uuid': 'customer_id',
  'client.name': 'customer_name',
  'client.upper': 'customer_name',
  'client.firm': 'customer_name',
  'client.last': 'customer_name',
  'client.email': 'email',
  'client.phone': 'phone',
  'client.intl': 'phone',
  'client.city': 'city',
  'client.cp': 'postcode',
  'client.dept': 'region',
  'client.region': 'region',
  'client.deptCode': 'region',
  'client.country': 'country',
  'client.iso': 'country',
  'client.type': 'customer_type',
  'client.tier': 'customer_type',
  'client.source': 'acquisition_source',
  'client.optin': 'consent',
  'client.birth': 'birth_date',
  'client.age': 'birth_date',
  'client.signup': 'signup_date',
  'client.spent': 'total_spent',
  'client.lastOrder': 'last_order_date',
  'client.orders': 'order_count',
  'client.card': 'loyalty_card',
  'product.code': 'product_id',
  'product.plain': 'product_id',
  'product.ean': 'product_id',
  'product.name': 'product_name',
  'product.family': 'category',
  'product.price': 'unit_price',
  'product.cost': 'unit_cost',
  'order.no': 'order_id',
  'order.hash': 'order_id',
  'order.num': 'order_id',
  'order.id': 'order_id',
  'order.ref': 'order_id',
  'order.date': 'order_date',
  'order.stamp': 'order_date',
  'order.compact': 'order_date',
  'order.net': 'amount',
  'order.gross': 'amount',
  'order.total': 'amount',
  'order.euro': 'amount',
  'order.tax': 'tax',
  'order.shipping': 'shipping',
  'order.items': 'quantity',
  'order.discount': 'discount',
  'order.refund': 'refund',
  'order.fee': 'cost_amount',
  'order.margin': 'margin',
  'order.channel': 'channel',
  'order.store': 'channel',
  'order.status': 'status',
  'order.statusEn': 'status',
  'order.state': 'status',
  'order.payment': 'payment_method',
  'order.seller': 'salesperson',
  'order.coupon': 'campaign',
  'order.currency': 'currency',
  'order.group': 'test_group',
  'order.products': 'product_name',
  'line.quantity': 'quantity',
  'line.price': 'unit_price',
  'line.discount': 'discount',
  'line.percent': 'discount',
  'line.net': 'amount',
  'line.gross': 'amount',
  'line.tax': 'tax',
  'line.rate': 'tax',
  'line.cost': 'unit_cost',
  'line.margin': 'margin',
  'ticket.id': 'ticket_id',
  'ticket.reason': 'complaint_reason',
  'ticket.text': 'verbatim',
  'ticket.days': 'resolution_time',
  'score.csat': 'satisfaction',
  'score.nps': 'nps',
};

/**
 * A fixture written as lines `header = kind`, with `= role` where the column should get another role than values of that
 * kind usually have, and `= -` where it should get none.
 */
export function fixture(name: string, form: Form, grain: Grain, text: string): Fixture {
  const columns = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [header = '', kind = '', role] = line.split(' = ').map((part) => part.trim());
      const wanted = role === undefined ? (usualRoles[kind] ?? null) : role === '-' ? null : (role as Role);
      return { header, kind, role: wanted };
    });
  return { name, form, grain, columns };
}
