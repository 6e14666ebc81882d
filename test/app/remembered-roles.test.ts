import { expect, test } from 'vitest';
import { RememberedRoles, type RoleStore } from '../../src/app/remembered-roles.js';

const key = 'clientele.roles';

/** A browser's storage that holds what it is given. */
function storeWith(content: Record<string, string> = {}): RoleStore & { content: Map<string, string> } {
  const held = new Map(Object.entries(content));
  return {
    content: held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}

test('the accepted roles come back for the same columns in any order, and for no others', () => {
  const store = storeWith();
  new RememberedRoles(store).set(['Date', 'Client', 'Note'], { Date: 'order_date', Client: 'customer_id' });
  const later = new RememberedRoles(store);
  expect(later.get(['Client', 'Note', 'Date'])).toEqual({
    Date: 'order_date',
    Client: 'customer_id',
    Note: null,
  });
  expect(later.get(['Client', 'Date'])).toBeNull();
  expect(later.get(['client', 'note', 'date'])).toBeNull();
  expect(later.get([])).toBeNull();
});

test('one name with a line end in it is not two names', () => {
  const remembered = new RememberedRoles(storeWith());
  remembered.set(['Date\nde vente', 'Total'], { Total: 'amount' });
  expect(remembered.get(['Date', 'Total', 'de vente'])).toBeNull();
  expect(remembered.get(['Total', 'Date\nde vente'])).toEqual({ 'Date\nde vente': null, Total: 'amount' });
});

test('a later choice replaces the earlier one', () => {
  const remembered = new RememberedRoles(storeWith());
  remembered.set(['a', 'b'], { a: 'amount', b: 'tax' });
  remembered.set(['b', 'a'], { a: null, b: 'amount' });
  expect(remembered.get(['a', 'b'])).toEqual({ a: null, b: 'amount' });
});

test('200 headers are remembered; the one accepted longest ago is forgotten first', () => {
  const remembered = new RememberedRoles(storeWith());
  for (let index = 0; index < 200; index += 1) remembered.set([`column ${index}`], {});
  remembered.set(['column 0'], { 'column 0': 'amount' });
  remembered.set(['one more'], {});
  expect(remembered.get(['column 0'])).toEqual({ 'column 0': 'amount' });
  expect(remembered.get(['column 1'])).toBeNull();
  expect(remembered.get(['column 2'])).toEqual({ 'column 2': null });
});

test('"forget everything" forgets the roles too', () => {
  const store = storeWith({ other: 'stays' });
  const remembered = new RememberedRoles(store);
  remembered.set(['a'], { a: 'amount' });
  remembered.clear();
  expect(remembered.get(['a'])).toBeNull();
  expect([...store.content]).toEqual([['other', 'stays']]);
});

test.each([
  ['no JSON', '{'],
  ['something else', '{"a":1}'],
  ['a role that there is not', '[["x",{"a":"wizard"}]]'],
  ['a choice that is none', '[["x",17],["y"]]'],
])('stored content with %s is taken as nothing, and the next choice is kept', (_, content) => {
  const remembered = new RememberedRoles(storeWith({ [key]: content }));
  expect(remembered.get(['a'])).toBeNull();
  remembered.set(['a'], { a: 'amount' });
  expect(remembered.get(['a'])).toEqual({ a: 'amount' });
});

test('one damaged entry does not take the others with it', () => {
  const store = storeWith();
  new RememberedRoles(store).set(['a'], { a: 'amount' });
  const [entry] = JSON.parse(store.content.get(key) ?? '[]') as unknown[];
  store.setItem(key, JSON.stringify([['x', { b: 'wizard' }], entry]));
  expect(new RememberedRoles(store).get(['a'])).toEqual({ a: 'amount' });
});

test('columns that share a signature with others do not get their roles', () => {
  const store = storeWith();
  new RememberedRoles(store).set(['a'], { a: 'amount' });
  const text = store.content.get(key) ?? '';
  store.setItem(key, text.replace('"a":', '"z":'));
  expect(new RememberedRoles(store).get(['a'])).toBeNull();
});

test('a browser that keeps nothing is no failure', () => {
  const refuse = (): never => {
    throw new Error('refused');
  };
  for (const store of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
    const remembered = new RememberedRoles(store);
    remembered.set(['a'], { a: 'amount' });
    expect(remembered.get(['a'])).toBeNull();
    remembered.clear();
  }
});
