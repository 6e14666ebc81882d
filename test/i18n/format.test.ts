import { expect, test } from 'vitest';
import {
  formatDate,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatShare,
  formatValue,
  missing,
} from '../../src/i18n/format.js';

const narrow = '\u202f';
const wide = '\u00a0';

test('French numbers group with narrow no-break spaces and use a decimal comma', () => {
  expect(formatNumber('fr', 1234567.891)).toBe(`1${narrow}234${narrow}567,89`);
  expect(formatNumber('en', 1234567.891)).toBe('1,234,567.89');
  expect(formatNumber('fr', 3.14159, 4)).toBe('3,1416');
  expect(formatNumber('fr', -1200, 0)).toBe(`-1${narrow}200`);
});

test('money shows two decimals, with the sign of its currency only when that is known', () => {
  expect(formatMoney('fr', 8911407.904, 'EUR')).toBe(`8${narrow}911${narrow}407,90${wide}€`);
  expect(formatMoney('en', 8911407.904, 'GBP')).toBe('£8,911,407.90');
  expect(formatMoney('fr', 12.5, null)).toBe('12,50');
  expect(formatMoney('en', -12.5, null)).toBe('-12.50');
});

test('short money is compact', () => {
  expect(formatMoneyShort('fr', 8_911_407, 'EUR')).toBe(`8,9${wide}M${wide}€`);
  // British ICU data writes `m`, older ones `M`.
  expect(formatMoneyShort('en', 8_911_407, 'GBP')).toMatch(/^£8\.9[mM]$/);
  expect(formatMoneyShort('en', 8_911_407, null)).toMatch(/^8\.9[mM]$/);
});

test('shares are percentages, in French with a no-break space before the sign', () => {
  expect(formatShare('fr', 0.7423)).toBe(`74,2${wide}%`);
  expect(formatShare('en', 0.7423)).toBe('74.2%');
  expect(formatShare('en', 1, 0)).toBe('100%');
});

test('dates are UTC days whatever the time zone of the reader', () => {
  const zone = process.env['TZ'];
  try {
    for (const tz of ['America/Los_Angeles', 'Pacific/Auckland']) {
      process.env['TZ'] = tz;
      expect(formatDate('fr', '2010-12-01')).toBe('01/12/2010');
      expect(formatDate('fr', '2010-12-01', 'long')).toBe('1er décembre 2010');
      expect(formatDate('en', '2010-12-01', 'long')).toBe('1 December 2010');
      expect(formatDate('en', '2010-12-01T23:30:00', 'short')).toBe('01/12/2010');
      expect(formatDate('fr', '2011-02-01', 'month')).toBe('févr. 2011');
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('a value is read as its column asks', () => {
  expect(formatValue('fr', null, { name: 'a', type: 'number' }, 'EUR')).toBe(missing);
  expect(formatValue('fr', true, { name: 'a', type: 'boolean' }, null)).toBe('oui');
  expect(formatValue('en', false, { name: 'a', type: 'boolean' }, null)).toBe('no');
  expect(formatValue('fr', '2011-12-09', { name: 'a', type: 'date' }, null)).toBe('09/12/2011');
  expect(formatValue('fr', '2011-12-09', { name: 'a', type: 'text' }, null)).toBe('2011-12-09');
  expect(formatValue('fr', 0.5, { name: 'a', type: 'number', unit: 'share' }, null)).toBe(`50,0${wide}%`);
  expect(formatValue('en', 1000, { name: 'a', type: 'number', unit: 'money' }, 'EUR')).toBe('€1,000.00');
  expect(formatValue('en', 4338, { name: 'a', type: 'integer' }, null)).toBe('4,338');
});
