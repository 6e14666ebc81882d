/** What a recognised value of a log line is. `word` is a stretch without spaces that a person marked. */
export type ValueKind =
  'timestamp' | 'date' | 'time' | 'duration' | 'phone' | 'email' | 'id' | 'number' | 'word';

interface Form {
  readonly kind: ValueKind;
  /** A regular expression in which every step is decided by the next character: it cannot backtrack far. */
  readonly source: string;
}

const written = String.raw`\d{1,2}(?:er)? [A-Za-zÀ-ÿ]{3,9}\.? \d{4}`;
const dayFirst = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?:\d{2})?`;
const clock = String.raw`\d{1,2}(?::\d{2}(?::\d{2})?|h\d{2})`;
const pairs = String.raw`\d[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}`;
/** All letters of a part of an address, so that there is one way only to read it. */
const label = String.raw`[\w-]{1,63}(?![\w-])`;
const minutes = 'm(?:in(?:ute)?s?|n)';
const seconds = 's(?:ec(?:onde?)?s?)?';

/** The ways in which values are written in logs, the longest first: of two that fit, the first is meant. */
export const forms = {
  isoTimestamp: {
    kind: 'timestamp',
    source: String.raw`\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?`,
  },
  serverTimestamp: {
    kind: 'timestamp',
    source: String.raw`\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2}(?: [+-]\d{4})?`,
  },
  systemTimestamp: { kind: 'timestamp', source: String.raw`[A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2}` },
  dayTimestamp: { kind: 'timestamp', source: `${dayFirst}(?: (?:à|at)|,)? ${clock}` },
  writtenTimestamp: { kind: 'timestamp', source: `${written}(?: (?:à|at)|,)? ${clock}` },
  isoDate: { kind: 'date', source: String.raw`\d{4}[-/]\d{2}[-/]\d{2}` },
  phone: { kind: 'phone', source: String.raw`(?:(?:\+|00)\d{2}[ .-]?(?:\(0\))?|0)${pairs}` },
  dayDate: { kind: 'date', source: dayFirst },
  writtenDate: { kind: 'date', source: written },
  hours: { kind: 'duration', source: String.raw`\d{1,3} h(?: \d{1,2}(?: ?${minutes})?)?` },
  minutes: {
    kind: 'duration',
    source: String.raw`\d{1,4} ?${minutes}(?: ?\d{1,2} ?${seconds}|\d{2})?`,
  },
  seconds: { kind: 'duration', source: String.raw`\d{1,6} ?${seconds}` },
  primes: { kind: 'duration', source: String.raw`\d{1,3}['′]\d{2}(?:''|["″])?` },
  clock: { kind: 'time', source: clock },
  email: {
    kind: 'email',
    source: String.raw`[\w.+-]{1,64}@[\w-]{1,63}\.${label}(?:\.${label})?`,
  },
  id: { kind: 'id', source: String.raw`(?:[A-Z]{1,6}[-_]?|#)\d{2,12}(?:-\d{1,8})?` },
  address: { kind: 'id', source: String.raw`\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}` },
  number: { kind: 'number', source: String.raw`\d{1,20}(?:[.,]\d{1,6})?` },
  word: { kind: 'word', source: String.raw`[^\s|;,:="()[\]{}<>«»]{1,80}` },
} as const satisfies Record<string, Form>;
export type FormName = keyof typeof forms;

/** Behind a value comes neither a letter nor a digit: it would be part of something longer. */
export const valueEnd = String.raw`(?![\wÀ-ÿ])`;

/** All ways of writing the same kind of value. */
export function formsLike(name: FormName): FormName[] {
  const { kind } = forms[name];
  return formNames.filter((other) => forms[other].kind === kind);
}

/** The names in the order in which they are tried. */
export const formNames = Object.keys(forms) as FormName[];
