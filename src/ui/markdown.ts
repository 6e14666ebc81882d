import { lexer, type MarkedToken, type Token } from 'marked';

/** The pieces of a Markdown text. Nothing in them is HTML: `Markdown.svelte` turns each into an element or into text. */
export function markdownTokens(source: string): MarkedToken[] {
  try {
    return known(lexer(source, { gfm: true }));
  } catch (cause) {
    // Thousands of nested quotes exhaust the call stack; the text is then shown as it was written.
    if (!(cause instanceof RangeError)) throw cause;
    return [{ type: 'text', raw: source, text: source }];
  }
}

/** The tokens inside a token. Without extensions marked makes only the kinds that its own union names. */
export function known(tokens: readonly Token[] | undefined): MarkedToken[] {
  return (tokens ?? []) as MarkedToken[];
}

/** The address of a link that may be followed (http, https, mailto), or null: the link is then shown as text. */
export function safeLink(href: string): string | null {
  const address = plainText(href);
  if (!/^(https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** Text with the character references that people write (`&amp;`, `&#233;`) replaced; others stay as they are. */
export function plainText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const named: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
});
