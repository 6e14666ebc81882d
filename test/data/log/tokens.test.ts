import { expect, test } from 'vitest';
import { forms } from '../../../src/data/log/forms.js';
import { tokensOf } from '../../../src/data/log/tokens.js';

const kinds = (line: string): [string, string][] =>
  tokensOf(line).flatMap(({ form, text }) => (form ? [[forms[form].kind, text]] : []));

test.each([
  ['2024-03-05T14:22:10.123Z ok', 'timestamp', '2024-03-05T14:22:10.123Z'],
  ['[05/03/24 14:22]', 'timestamp', '05/03/24 14:22'],
  ['Appel du 1er mars 2024 à 9h05, client', 'timestamp', '1er mars 2024 à 9h05'],
  ['[05/Mar/2024:14:22:10 +0100]', 'timestamp', '05/Mar/2024:14:22:10 +0100'],
  ['Mar  5 14:22:10 serveur', 'timestamp', 'Mar  5 14:22:10'],
  ['192.168.1.20', 'id', '192.168.1.20'],
  ['le 05.03.2024 :', 'date', '05.03.2024'],
  ['le 5 août 2024.', 'date', '5 août 2024'],
  ['14h22', 'time', '14h22'],
  ['(4 min 20 s)', 'duration', '4 min 20 s'],
  ['1 h 04 min', 'duration', '1 h 04 min'],
  ["13'57", 'duration', "13'57"],
  ['312s;', 'duration', '312s'],
  ['tel=0612345678', 'phone', '0612345678'],
  ['+33 6 12 34 56 78', 'phone', '+33 6 12 34 56 78'],
  ['06.12.34.56.78', 'phone', '06.12.34.56.78'],
  ['a.b-c@mail.example.', 'email', 'a.b-c@mail.example'],
  ['<eve@mail.example.co>', 'email', 'eve@mail.example.co'],
  ['en 20 secondes', 'duration', '20 secondes'],
  ['9 minutes 5 secs', 'duration', '9 minutes 5 secs'],
  ['2024 at', 'number', '2024'],
  ['05/03/2024 at 14:22', 'timestamp', '05/03/2024 at 14:22'],
  ['CLI-00123', 'id', 'CLI-00123'],
  ['#48213', 'id', '#48213'],
  ['12,50 €', 'number', '12,50'],
])('%s holds a %s', (line, kind, value) => {
  expect(kinds(line)).toEqual([[kind, value]]);
});

test.each(['bonjour, l’agent Anne-Laure rappelle', '4ème appel', 'v2beta', ''])(
  '%s holds no value, and nothing of it is lost',
  (line) => {
    expect(kinds(line)).toEqual([]);
    expect(
      tokensOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  },
);
