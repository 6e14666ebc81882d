import { isAbort } from '../../core/errors.js';
import { logTable } from '../../data/log/log-table.js';
import { markField, readyLayout, renameField, type MarkedLayout } from '../../data/log/marking.js';
import { matchLog, type LogLine, type LogMatch } from '../../data/log/match-log.js';
import { checkPattern, type PatternCheck } from '../../data/log/pattern-check.js';
import { proposeLayouts } from '../../data/log/propose.js';
import type { IdeaNames } from '../../data/log/proposal-names.js';
import type { LogSample } from '../../data/log/log-lines.js';
import type { TableFile } from '../../data/open.js';
import type { Encoding } from '../../data/source.js';

/** A log that is being made a table: its layouts, the line that is looked at, and what the whole file makes of them. */
export class LogDraft {
  readonly file: string;
  readonly text: Blob;
  readonly encoding: Encoding;
  readonly head: readonly LogLine[];
  readonly #lines: readonly string[];
  #layouts = $state.raw<readonly MarkedLayout[]>([]);
  #match = $state.raw<LogMatch | null>(null);
  /** The layouts that the match is of. */
  #matchedLayouts = $state.raw<readonly MarkedLayout[]>([]);
  #chosen = $state.raw<LogLine | null>(null);
  #isUntold = $state(false);
  #isWorking = $state(false);
  #past = $state.raw<readonly (readonly MarkedLayout[])[]>([]);
  #counting = new AbortController();
  readonly #onfail: (cause: unknown) => void;

  constructor(
    { file, text, encoding }: { file: string; text: Blob; encoding: Encoding },
    sample: LogSample,
    names: IdeaNames,
    onfail: (cause: unknown) => void,
  ) {
    this.file = file;
    this.text = text;
    this.encoding = encoding;
    this.head = sample.head.map((line, index) => ({ number: index + 1, text: line }));
    this.#lines = sample.all;
    this.#onfail = onfail;
    this.#layouts = proposeLayouts(sample.all, names).flatMap(
      (layout, index) => readyLayout(index + 1, layout) ?? [],
    );
    this.#chosen = this.head.find(({ text: line }) => line.trim() !== '') ?? null;
    this.#count();
  }

  get layouts(): readonly MarkedLayout[] {
    return this.#layouts;
  }
  /** What the layouts make of the whole file; of the layouts before while it is being read again (`isCounting`). */
  get match(): LogMatch | null {
    return this.#match;
  }
  /** True while the file is being read with the layouts as they are now. */
  get isCounting(): boolean {
    return this.#match === null || this.#matchedLayouts !== this.#layouts;
  }
  /** How many lines a layout is the first to match, and the first of them; null while they are being counted. */
  linesOf(layout: MarkedLayout): { readonly count: number; readonly first: LogLine | null } | null {
    const index = this.#layouts.indexOf(layout);
    if (!this.#match || this.isCounting || index < 0) return null;
    return { count: this.#match.matched[index] ?? 0, first: this.#match.firstMatched[index] ?? null };
  }
  /** The line in which fields are marked. */
  get chosen(): LogLine | null {
    return this.#chosen;
  }
  /** True when the last mark could not be told from what stands beside it. */
  get isUntold(): boolean {
    return this.#isUntold;
  }
  /** True while the table is being made. */
  get isWorking(): boolean {
    return this.#isWorking;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  choose(line: LogLine): void {
    this.#chosen = line;
    this.#isUntold = false;
  }
  /** Marks a stretch of the chosen line as a field; false when nothing tells where it ends. */
  mark(from: number, to: number, name: string): boolean {
    if (!this.#chosen) return false;
    const marked = markField(this.#layouts, this.#lines, this.#chosen.text, { from, to, name });
    this.#isUntold = marked === null;
    if (marked) this.#set(marked);
    return marked !== null;
  }
  rename(id: number, name: string, newName: string | null): void {
    this.#set(renameField(this.#layouts, id, name, newName));
  }
  remove(id: number): void {
    this.#set(this.#layouts.filter((layout) => layout.id !== id));
  }
  clear(): void {
    this.#set([]);
  }
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#layouts = before;
    this.#isUntold = false;
    this.#count();
  }
  /** Takes an expression that a person wrote, for a layout or as a new one; it is only used when it is safe. */
  write(id: number | null, source: string): PatternCheck {
    const check = checkPattern(source);
    const isThere = id === null && this.#layouts.some((layout) => layout.source === source);
    if (!check.ok || isThere) return check;
    const own = id ?? Math.max(0, ...this.#layouts.map((layout) => layout.id)) + 1;
    const written = { id: own, source, longestLine: check.longestLine, layout: null, examples: [] };
    this.#set(
      id === null
        ? [...this.#layouts, written]
        : this.#layouts.map((layout) => (layout.id === id ? written : layout)),
    );
    return check;
  }

  /** The table, as the import takes it. */
  async table(signal: AbortSignal): Promise<TableFile> {
    this.#counting.abort();
    this.#isWorking = true;
    try {
      return (await logTable(this.file, this, this.#layouts, signal)).table;
    } finally {
      this.#isWorking = false;
    }
  }
  /** Stops reading. */
  close(): void {
    this.#counting.abort();
  }

  #set(layouts: readonly MarkedLayout[]): void {
    this.#past = [...this.#past, this.#layouts];
    this.#layouts = layouts;
    this.#isUntold = false;
    this.#count();
  }

  #count(): void {
    this.#counting.abort();
    const { signal } = (this.#counting = new AbortController());
    const layouts = this.#layouts;
    matchLog(this.text, layouts, { file: this.file, signal }).then(
      (match) => {
        if (!signal.aborted) [this.#match, this.#matchedLayouts] = [match, layouts];
      },
      (cause: unknown) => isAbort(cause) || this.#onfail(cause),
    );
  }
}
