import { formNames, forms, valueEnd, type FormName } from './forms.js';

/** A piece of a line: a recognised value, a word, white space, or a mark. */
export interface Token {
  readonly kind: 'value' | 'word' | 'space' | 'mark';
  readonly text: string;
  /** How a value is written; null for what is not one. */
  readonly form: FormName | null;
}

/** Cuts a line into tokens that together are the whole line. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(line); found; found = token.exec(line)) {
    const [text] = found;
    const groups = found.groups ?? {};
    const form = valueForms.find((name) => groups[name] !== undefined) ?? null;
    tokens.push({ kind: form ? 'value' : kindOf(groups), text, form });
    if (token.lastIndex >= line.length) break;
  }
  return tokens;
}

const valueForms = formNames.filter((name) => name !== 'word');

const letter = '[0-9A-Za-zÀ-ÿ_]';
/** Everything at once, so that a line is walked through once; the last branches leave nothing out. */
const token = new RegExp(
  [
    ...valueForms.map((name) => `(?<${name}>${forms[name].source})${valueEnd}`),
    `(?<word>${letter}(?:['’&-]?${letter})*)`,
    String.raw`(?<space>[ \u00a0\u202f]+)`,
    String.raw`[-=]+>|-{2,}|={2,}|[^]`,
  ].join('|'),
  'gy',
);

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token['kind'] {
  if (groups['word'] !== undefined) return 'word';
  return groups['space'] !== undefined ? 'space' : 'mark';
}
