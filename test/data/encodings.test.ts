import { beforeAll, expect, test } from 'vitest';
import { decoderOf, highLetters, type CodePage } from '../../src/data/text/code-pages.js';
import { decode, slices } from '../../src/data/text/encoding.js';
import { CodePageGuess } from '../../src/data/text/guess-code-page.js';
import type { Encoding } from '../../src/data/source.js';
import { Bench } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

/** The text written in a code page; a letter that the page lacks is a mistake of the test. */
function written(text: string, page: CodePage): Uint8Array<ArrayBuffer> {
  const high = highLetters(page);
  return Uint8Array.from([...text], (letter) => {
    const code = letter.codePointAt(0)!;
    const index = high.indexOf(letter);
    if (code >= 0x80 && index < 0) throw new RangeError(`${letter} is not in ${page}`);
    return code < 0x80 ? code : 0x80 + index;
  });
}

test('code page 850 is decoded as MS-DOS wrote it', () => {
  const decode850 = decoderOf('ibm850');
  expect(decode850(Uint8Array.of(0x82, 0x8a, 0x85, 0x87, 0x90, 0xf8, 0xff, 0x41))).toBe('éèàçÉ°\u00a0A');
  expect(new Set(highLetters('ibm850')).size).toBe(128);
  expect(decode850()).toBe('');
});

const french =
  'N° commande;Libellé;Ville;Montant\n1;Thé glacé;Besançon;12,50\n2;Crème brûlée;Nîmes;7,00\n3;Gâteau à la pêche;Orléans;8,10\n';
const pages: CodePage[] = ['windows-1252', 'macintosh', 'ibm850'];

test.each(pages)('a French file in %s is recognised and read', async (page) => {
  const source = await bench.load(written(french, page));
  expect(source).toMatchObject({ encoding: page, rowsLoaded: 3 });
  expect((await bench.rows(source))[1]).toEqual(['2', 'Crème brûlée', 'Nîmes', 7]);
  expect(source.repairs).toContainEqual({ code: 'decoded', detail: page, count: 1 });
});

test.each<[CodePage, string]>([
  ['windows-1252', 'ref;prix\n1;12,50 €\n2;7,00 €\n'],
  ['iso-8859-15', 'ref;prix\n1;12,50 €\n2;7,00 €\n'],
  ['macintosh', 'ref;prix\n1;12,50 €\n2;7,00 €\n'],
  ['windows-1252', 'ref;produit\n1;Œufs frais\n2;Cœur d’artichaut\n'],
  ['iso-8859-15', 'ref;produit\n1;Œufs frais\n2;Cœur de bœuf\n'],
  ['macintosh', 'ref;produit\n1;Œufs frais\n2;Cœur d’artichaut\n'],
  ['windows-1252', 'ref;total\n1;1\u00a0234\u00a0€\n'],
  ['macintosh', 'ref;nom\n1;Hélène\n2;José\n3;ÉMILIE\n'],
  ['ibm850', 'ref;nom\n1;Hélène\n2;José\n3;ÉMILIE\n'],
  ['windows-1252', 'ref;nom\n1;Hélène\n2;José\n3;ÉMILIE\n'],
  ['windows-1252', 'ref;nom\n1;Müller\n2;Weiß\n3;Göteborg\n'],
  ['ibm850', 'ref;nom\n1;Müller\n2;Göteborg\n'],
  ['windows-1252', 'ref;nom\n1;José Muñoz\n2;Ángel Peña\n'],
])('%s is told by its signs: %s', async (page, text) => {
  const source = await bench.load(written(text, page));
  expect(source.encoding).toBe(page);
});

test('where nothing decides, Windows-1252 is assumed', async () => {
  expect((await bench.load(Uint8Array.of(...written('a;b\n1;', 'windows-1252'), 0xe9, 0x0a))).encoding).toBe(
    'windows-1252',
  );
  const guess = new CodePageGuess();
  guess.add(new TextEncoder().encode('plain'));
  expect(guess.best()).toBe('windows-1252');
});

test('the first accent may stand far behind the beginning', async () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => `${n};Lyon;${n % 90}`).join('\n');
  const source = await bench.load(
    written(`n;ville;q\n${rows}\n30000;Orléans;5\n30001;Besançon;6\n`, 'ibm850'),
  );
  expect(source.encoding).toBe('ibm850');
  expect((await bench.rows(source)).slice(-2)).toEqual([
    [30_000, 'Orléans', 5],
    [30_001, 'Besançon', 6],
  ]);
});

test('a letter that two slices share is decoded once', async () => {
  const text = 'é'.repeat(3 * 1024 * 1024);
  const decoded = await decode(new Blob([Uint8Array.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]), 'x');
  expect(decoded.encoding).toBe('utf-16le');
  let bytes = 0;
  for await (const slice of slices(decoded.text, 'x')) bytes += slice.length;
  expect(bytes).toBe(2 * text.length);
  expect((await decoded.text.text()) === text).toBe(true);
});

const load = (bytes: Uint8Array<ArrayBuffer>, encoding: Encoding) =>
  bench.load(bytes, { choices: { roles: {}, encoding } });

test('what the person chooses stands against the guess', async () => {
  const bytes = written('ref;nom\n1;Hélène\n2;José\n', 'macintosh');
  const source = await load(bytes, 'windows-1252');
  expect(source).toMatchObject({ encoding: 'windows-1252', choices: { encoding: 'windows-1252' } });
  expect((await bench.rows(source))[0]).toEqual(['1', 'HŽl\u008fne']);
  const utf8 = new TextEncoder().encode('ref;nom\n1;Hélène\n');
  expect((await bench.rows(await load(utf8, 'utf-8')))[0]).toEqual(['1', 'Hélène']);
  expect((await bench.rows(await load(utf8, 'iso-8859-15')))[0]).toEqual(['1', 'HÃ©lÃšne']);
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8);
  expect((await load(marked, 'utf-8')).columns[0]?.name).toBe('ref');
});

const late = Uint8Array.from([
  ...new TextEncoder().encode(`ref;nom\n${'1;x\n'.repeat(100_000)}`),
  0x31,
  0x3b,
  0xe9,
  0x0a,
]);

test.each<[string, Uint8Array<ArrayBuffer>, Encoding]>([
  ['bytes that are not UTF-8', written('ref;nom\n1;Hélène\n', 'windows-1252'), 'utf-8'],
  ['bytes that are not UTF-8 far behind the beginning', late, 'utf-8'],
  [
    'half a character',
    Uint8Array.of(...new Uint8Array(Buffer.from('a;b\n1;2\n', 'utf16le')), 0x41),
    'utf-16le',
  ],
  ['UTF-16 as a code page', new Uint8Array(Buffer.from('a;b\n1;2\n', 'utf16le')), 'windows-1252'],
  ['UTF-16 as UTF-8', new Uint8Array(Buffer.from('a;b\n1;2\n', 'utf16le')), 'utf-8'],
])('an encoding that cannot be is refused: %s', async (_, bytes, encoding) => {
  await expect(load(bytes, encoding)).rejects.toMatchObject({
    code: 'file/wrong-encoding',
    data: { file: 'file.csv', value: encoding },
  });
});
