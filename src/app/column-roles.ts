import type { CanonicalColumn } from '../core/warehouse.js';
import type { Role } from '../data/roles/roles.js';

/** The role that gives a canonical column: what to tell a person whose file lacks it. */
export const columnRoles: Readonly<Record<CanonicalColumn, Role>> = {
  customer_id: 'customer_id',
  order_id: 'order_id',
  order_date: 'order_date',
  amount: 'amount',
  quantity: 'quantity',
  unit_price: 'unit_price',
  cost: 'unit_cost',
  product_id: 'product_id',
  product: 'product_name',
  category: 'category',
  channel: 'channel',
  region: 'region',
  city: 'city',
  country: 'country',
  customer_name: 'customer_name',
  customer_type: 'customer_type',
  acquisition_source: 'acquisition_source',
  signup_date: 'signup_date',
  salesperson: 'salesperson',
  campaign: 'campaign',
  payment_method: 'payment_method',
  status: 'status',
  loyalty_card: 'loyalty_card',
};
