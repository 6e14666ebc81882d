import { expect, test } from 'vitest';
import { fileName } from '../../src/export/file-name.js';

test('a title becomes a file name that people can read', () => {
  expect(fileName('Ventes 2011 : l’été', 'html')).toBe('Ventes 2011 l’été.html');
  expect(fileName('e\u0301te\u0301', 'csv')).toBe('été.csv');
});

test('paths, control and direction characters, device names and empty titles are harmless', () => {
  expect(fileName('../../etc/passwd', 'html')).toBe('etc passwd.html');
  expect(fileName('C:\\x|y*"z"?', 'html')).toBe('C x y z.html');
  expect(fileName('a\u202egnp\0b', 'svg')).toBe('a gnp b.svg');
  expect(fileName('con', 'csv')).toBe('_con.csv');
  expect(fileName('LPT1.x', 'csv')).toBe('_LPT1.x.csv');
  expect(fileName(' ... ', 'html')).toBe('Clientele.html');
  expect(fileName('x'.repeat(300), 'html')).toHaveLength(85);
});
