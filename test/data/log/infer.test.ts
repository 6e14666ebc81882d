import { expect, test } from 'vitest';
import { inferPattern } from '../../../src/data/log/infer.js';
import { layoutSource } from '../../../src/data/log/layout.js';
import { checkPattern } from '../../../src/data/log/pattern-check.js';
import { example, read } from './support.js';

test('two fields marked in one line are found in other lines of the same layout', () => {
  const layout = inferPattern([
    example('‹date:2024-03-05 14:22› [Julie] ‹client:C00123› - Retard - rappeler'),
  ]);
  expect(read(layout, '2024-04-11 09:05 [Julie] C00987 - Facture - deux fois')).toEqual({
    date: '2024-04-11 09:05',
    client: 'C00987',
    rest: 'Facture - deux fois',
  });
  expect(read(layout, 'C00987 2024-04-11 09:05 [Julie]')).toBeNull();
});

test('what changes between two examples is not part of the layout', () => {
  const one = example('‹date:05/03/2024› Julie Martin ‹client:C00123› : bonjour');
  const two = example('‹date:06/03/2024› Karim Benali ‹client:C00124› : allo');
  const third = '07/03/2024 Anne Petit C00125 : merci';
  expect(read(inferPattern([one, two]), third)).toMatchObject({ date: '07/03/2024', client: 'C00125' });
  const layout = inferPattern([one, two]);
  expect(layout?.map(({ kind }) => kind)).toEqual([
    'value',
    'literal',
    'text',
    'literal',
    'value',
    'literal',
  ]);
});

test('words between fields are taken for the layout, unless the file shows that they change', () => {
  const one = example('‹date:05/03/2024› appel ‹client:C00123› ok');
  expect(read(inferPattern([one]), '06/03/2024 retour C00124 ok')).toBeNull();
  const evidence = [
    '06/03/2024 retour C00124 ok',
    '06/03/2024 appel C00129 ok',
    '08/03/2024 plainte C00125 ok',
  ];
  expect(read(inferPattern([one], evidence), '09/03/2024 question C00001')).toMatchObject({
    client: 'C00001',
  });
});

test('a date that other lines write otherwise is found in both forms', () => {
  const one = example('‹date:05/03/2024› ‹client:C00123› ok');
  expect(read(inferPattern([one]), '2024-03-06 C00124 ok')).toBeNull();
  expect(read(inferPattern([one], [one.line, '2024-03-06 C00124 ok']), '2024-03-07 C00125 ok')).toMatchObject(
    {
      date: '2024-03-07',
    },
  );
});

test('a marked text goes up to the mark that follows it, and may be empty', () => {
  const layout = inferPattern([example('‹motif:Retard de livraison› | ‹agent:Julie› | texte')]);
  expect(read(layout, 'Panne|Karim B. | autre | chose')).toEqual({
    motif: 'Panne',
    agent: 'Karim B. ',
    rest: 'autre | chose',
  });
  expect(read(layout, ' | Karim | x')?.['agent']).toBe('Karim ');
});

test('a marked text goes up to the first separator of several characters, not to a hyphen', () => {
  const layout = inferPattern([example('‹motif:Prise de rendez-vous› - ‹duree:4 min› - texte')]);
  expect(read(layout, 'Demi-tarif - 12 min - oui - non')).toEqual({
    motif: 'Demi-tarif',
    duree: '12 min',
    rest: 'oui - non',
  });
});

test('marked words in running text are that many words', () => {
  const layout = inferPattern([example('‹date:2024-03-05› ‹agent:Julie› a rappelé le client')]);
  expect(read(layout, '2024-03-06 Karim attend un retour')).toMatchObject({ agent: 'Karim' });
});

test('part of a word can be marked', () => {
  const layout = inferPattern([example('C‹client:00123› - panne')]);
  expect(read(layout, 'C00777 - autre')).toMatchObject({ client: '00777' });
});

test('key and value pairs: the keys stay, the values change', () => {
  const layout = inferPattern([
    example('tel=‹telephone:0612345678› motif="‹motif:panne totale›" agent=sophie'),
  ]);
  expect(read(layout, 'tel=07 11 22 33 44 motif="" agent=karim')).toMatchObject({
    telephone: '07 11 22 33 44',
    motif: '',
  });
});

test('marks that name the fields in another order are not brought together', () => {
  const one = example('‹date:2024-03-05› ‹client:C00123›');
  const two = example('‹client:C00123› ‹date:2024-03-05›');
  expect(inferPattern([one, two])).toBeNull();
  expect(inferPattern([])).toBeNull();
  expect(inferPattern([example('nothing is marked')])).toBeNull();
});

test('names of fields and marks of expressions in the line do no harm', () => {
  const layout = inferPattern([example('(a|b)* [x] $‹montant:12,50› ^\\d+ ‹téléphone:0612345678›')]);
  expect(read(layout, '(a|b)* [x] $99,00 ^\\d+ 0798765432')).toMatchObject({
    montant: '99,00',
    téléphone: '0798765432',
  });
  expect(checkPattern(layoutSource(layout ?? []))).toMatchObject({ ok: true });
});
