import { neutral } from './number-evidence.js';
import type { Role } from './roles.js';
import type { ValueKind, ValueKinds } from './value-kinds.js';
import type { ValueProfile } from './value-profile.js';

/** Dimensions that a list of words tells, with the lists that speak for each. */
const listsOf: Readonly<Partial<Record<Role, readonly ValueKind[]>>> = {
  region: ['region'],
  city: ['city'],
  country: ['country'],
  status: ['status'],
  payment_method: ['payment'],
  channel: ['channel', 'source'],
  acquisition_source: ['source', 'channel'],
  customer_type: ['customerType'],
  test_group: ['testGroup'],
  currency: ['currency'],
};
/** What a column is worth that has no telling header but whose values are all in the list. */
const listAlone: Readonly<Partial<Record<Role, number>>> = {
  region: 0.75,
  city: 0.6,
  country: 0.75,
  status: 0.7,
  payment_method: 0.7,
  channel: 0.6,
  acquisition_source: 0.45,
  customer_type: 0.55,
  currency: 0.75,
};
const dimensions: readonly Role[] = [
  'category',
  'salesperson',
  'campaign',
  'complaint_reason',
  'dimension',
  'cost_type',
  'loyalty_card',
];
const answers: readonly Role[] = ['response', 'consent', 'churned'];

/** All values are words that the role has a list of: that tells something however few they are. */
export function isListed(role: Role, kinds: ValueKinds): boolean {
  return (listsOf[role] ?? []).some((kind) => kinds.share(kind) === 1);
}

/** How well a text suits a dimension that its header suggests: 0 contradicts, 1 confirms. */
export function dimensionFit(role: Role, profile: ValueProfile, kinds: ValueKinds): number {
  const own = Math.max(0, ...(listsOf[role] ?? []).map((kind) => kinds.share(kind)));
  if (own >= 0.5) return isOfAnother(role, kinds) ? 0.6 : 1;
  const { list } = kinds;
  if (role === 'region')
    return kinds.share('departmentCode') > 0.9 ? 1 : list && list.share > 0.7 ? 0.05 : 0.45;
  if (role === 'loyalty_card' && profile.distinct.length > 50) return 0.15;
  if (role === 'currency') return profile.distinct.length < 10 && !kinds.share('prose') ? 0.5 : 0.1;
  if (list && list.share > 0.7 && listsOf[role]) return 0.05;
  if (answers.includes(role)) return kinds.share('yesNo') > 0.9 ? 1 : profile.distinct.length < 6 ? 0.7 : 0.3;
  if (role === 'test_group') return groupFit(profile, kinds);
  if (role === 'salesperson')
    return kinds.share('person') > 0.4 ? 1 : profile.uniqueness > 0.9 && profile.filled > 30 ? 0.4 : neutral;
  const isFew = profile.distinct.length >= 2 && (profile.distinct.length <= 50 || profile.uniqueness < 0.2);
  if (dimensions.includes(role))
    return isFew ? 0.8 : profile.uniqueness > 0.9 && profile.filled > 30 ? 0.3 : 0.6;
  return isFew ? neutral : role === 'city' ? neutral : 0.5;
}

/** Telephone and mail are ways to reach somebody rather than where a customer comes from. */
function isOfAnother(role: Role, kinds: ValueKinds): boolean {
  return role === 'acquisition_source' && kinds.share('channel') > kinds.share('source');
}

/** The arms of a test are few, and called so or by letters and numbers. */
function groupFit({ distinct }: ValueProfile, kinds: ValueKinds): number {
  if (distinct.length > 4) return 0.1;
  return kinds.share('testGroup') > 0 ? neutral : 0.2;
}

/** What a dimension is worth when all values are in its list; null for roles without one. */
export function listedAlone(role: Role, profile: ValueProfile, kinds: ValueKinds): number | null {
  const list = listsOf[role]?.[0];
  const worth = listAlone[role];
  if (list === undefined || worth === undefined) return null;
  const own = kinds.share(list);
  // One currency for all rows is usual, one status says nothing.
  return own >= 0.8 && (profile.distinct.length > 1 || role === 'currency') ? worth * own : 0;
}
