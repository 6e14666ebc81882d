import { abortError } from '../../core/errors.js';
import { decodeLog, readLogSample } from '../../data/log/log-lines.js';
import { proposedLogTable } from '../../data/log/log-table.js';
import { fieldIdeas, fieldName, type IdeaNames } from '../../data/log/proposal-names.js';
import type { DroppedFile, TableFile } from '../../data/open.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { LogDraft } from './log-draft.svelte.js';
import { logTexts } from './log-texts.js';

/** Makes tables of text logs: asks the person, or takes the proposal when nobody is to be asked. */
export class LogDesk {
  readonly #i18n: I18n;
  #draft = $state.raw<LogDraft | null>(null);
  #working = new AbortController();
  #answer: { accept: (table: TableFile) => void; refuse: (cause: unknown) => void } | null = null;

  constructor(i18n: I18n) {
    this.#i18n = i18n;
  }

  /** The log that the person is asked about; null otherwise. */
  get draft(): LogDraft | null {
    return this.#draft;
  }

  /** The table that the proposal makes of a log. */
  propose(log: DroppedFile, signal: AbortSignal): Promise<TableFile> {
    return proposedLogTable(log, this.#names(), signal);
  }

  /** The table that the person makes of a log. Ends as cancelled calls do when it is given up. */
  async ask(log: DroppedFile, signal: AbortSignal): Promise<TableFile> {
    const decoded = await decodeLog(log.blob, log.name, signal);
    const sample = await readLogSample(decoded.text, log.name);
    if (signal.aborted) throw abortError();
    const answer = new Promise<TableFile>((accept, refuse) => (this.#answer = { accept, refuse }));
    const draft = new LogDraft({ file: log.name, ...decoded }, sample, this.#names(), (cause) =>
      this.#answer?.refuse(cause),
    );
    const stop = (): void => this.cancel();
    signal.addEventListener('abort', stop, { once: true });
    this.#draft = draft;
    try {
      return await answer;
    } finally {
      signal.removeEventListener('abort', stop);
      draft.close();
      this.#draft = null;
      this.#answer = null;
    }
  }

  /** Makes the table of the log that is asked about. */
  async accept(): Promise<void> {
    const answer = this.#answer;
    if (!this.#draft || !answer || this.#draft.isWorking) return;
    const working = new AbortController();
    this.#working = working;
    try {
      answer.accept(await this.#draft.table(working.signal));
    } catch (cause) {
      answer.refuse(cause);
    }
  }

  cancel(): void {
    this.#working.abort();
    this.#answer?.refuse(abortError());
  }

  /** The words that the reader has for fields, as names of groups. */
  #names(): IdeaNames {
    const name = (idea: (typeof fieldIdeas)[number]): string =>
      fieldName(this.#i18n.t(logTexts, `idea.${idea}`), idea);
    // Each idea is a key: fromEntries only knows that there are some.
    return Object.fromEntries(fieldIdeas.map((idea) => [idea, name(idea)])) as IdeaNames;
  }
}
