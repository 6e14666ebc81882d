import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' });

/** A plain apostrophe, or a plain space where French has one that does not break. */
const plain = /\p{L}'[\p{L}«{]| [:;?!»%€](?![-\p{L}])|« /u;

/** All texts below a property or a variable called `fr`. */
function frenchTexts(file: string): string[] {
  const found: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isPropertyAssignment(node)) collect(node.initializer);
    else ts.forEachChild(node, collect);
  };
  const look = (node: ts.Node): void => {
    const isFrench =
      (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
      node.name.getText(source) === 'fr' &&
      node.initializer;
    if (isFrench) collect(isFrench);
    else ts.forEachChild(node, look);
  };
  const source = ts.createSourceFile(
    file,
    readFileSync(join(src, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  look(source);
  return found;
}

const modules = files
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, texts: frenchTexts(file) }))
  .filter(({ texts }) => texts.length > 0);
const concepts = files.filter((file) => file.endsWith('concept.fr.md'));

test('French texts are found where they are', () => {
  expect(modules.length).toBeGreaterThan(25);
  expect(concepts.length).toBeGreaterThan(6);
});

test.each(modules)('$file: French has its own apostrophes and spaces', ({ texts }) => {
  expect(texts.filter((text) => plain.test(text))).toEqual([]);
});

test.each(concepts)('%s: French has its own apostrophes and spaces', (file) => {
  // Code is as it is typed.
  const prose = readFileSync(join(src, file), 'utf8').replace(/```[^]*?```|`[^`\n]*`/g, '`');
  expect(prose.split('\n').filter((line) => plain.test(line))).toEqual([]);
});
