/** A piece of SQL text; white space and comments are no tokens. */
export interface Token {
  /**
   * `unclosed`: a string, name or comment without its end, or a character that ends the text for the engine.
   * `ambiguous`: a string right behind an E'…' string, which the engine may read as its continuation.
   */
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'sign' | 'unclosed' | 'ambiguous';
  readonly text: string;
  /** The name without its quotes; the text itself for other kinds. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** White space that is not ASCII, and invisible characters: they part words here, and are never handed to the engine. */
const unicodeSpace = String.raw`\u0085\p{Z}\p{Cf}`;
const letter = String.raw`A-Za-z_\u0080-\u{10ffff}`;

const space = new RegExp(String.raw`[\s${unicodeSpace}]+`, 'uy');
const lineComment = /--[^\n\r]*/y;
const word = new RegExp(
  String.raw`(?![${unicodeSpace}])[${letter}](?:(?![${unicodeSpace}])[${letter}\d$])*`,
  'uy',
);
const dollarTag = new RegExp(String.raw`\$(?:[${letter}][${letter}\d]*)?\$`, 'uy');
const number = /\d[\d_.]*/y;
const plainString = /'[^']*(?:''[^']*)*'(?!')/y;
const escapeString = /'[^'\\]*(?:(?:''|\\[\s\S])[^'\\]*)*'(?!')/y;
const quotedName = /"[^"]*(?:""[^"]*)*"(?!")/y;

/** Cuts SQL text as DuckDB's own lexer does, so that nothing hides in what one of the two takes for a string. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = match(space, text, at) ?? match(lineComment, text, at) ?? blockComment(text, at);
    if (blank !== null) {
      at += blank.length;
      continue;
    }
    const token = next(text, at, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** The text from the first to the last of some tokens, as long as it was, with plain spaces for the unusual ones between them. */
export function codeOf(text: string, tokens: readonly Token[]): string {
  const unusual = new RegExp(String.raw`(?![ \t\r\n\f])[\s${unicodeSpace}]`, 'gu');
  let code = '';
  let end = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    code += text.slice(end, token.start).replace(unusual, (space) => ' '.repeat(space.length)) + token.text;
    end = token.end;
  }
  return code;
}

function next(text: string, at: number, before: Token | undefined): Token {
  const make = (kind: Token['kind'], part: string, name = part): Token => {
    return { kind, text: part, name, start: at, end: at + part.length };
  };
  const closed = (kind: Token['kind'], part: string | null): Token =>
    part === null ? make('unclosed', text.slice(at)) : make(kind, part);

  const name = match(word, text, at);
  if (name !== null) {
    if (/^e$/i.test(name) && text[at + 1] === "'") {
      const string = match(escapeString, text, at + 1);
      return closed('string', string === null ? null : name + string);
    }
    return make('word', name);
  }
  switch (text[at]) {
    case "'":
      // An E'…' string goes on, with its own escapes, in a string on the next line.
      return closed(
        before && /^e'/i.test(before.text) ? 'ambiguous' : 'string',
        match(plainString, text, at),
      );
    case '"': {
      const quoted = match(quotedName, text, at);
      return quoted === null
        ? closed('quoted', null)
        : make('quoted', quoted, quoted.slice(1, -1).replaceAll('""', '"'));
    }
    case '$': {
      const tag = match(dollarTag, text, at);
      if (tag === null) return make('sign', '$');
      const end = text.indexOf(tag, at + tag.length);
      return closed('string', end < 0 ? null : text.slice(at, end + tag.length));
    }
    case '\0':
      return closed('sign', null);
    default: {
      if (text.startsWith('/*', at)) return closed('sign', null);
      return make(
        match(number, text, at) === null ? 'sign' : 'number',
        match(number, text, at) ?? text.charAt(at),
      );
    }
  }
}

/** A comment with the comments inside it, or null when none begins here or it has no end. */
function blockComment(text: string, from: number): string | null {
  if (!text.startsWith('/*', from)) return null;
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (pair === '/*') depth += 1;
    if (pair === '*/') depth -= 1;
    if (pair === '/*' || pair === '*/') at += 1;
    if (depth === 0) return text.slice(from, at + 1);
  }
  return null;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
