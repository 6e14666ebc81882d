import { isAbort } from '../../core/errors.js';
import type { ReadingChoices, Source } from '../../data/source.js';
import type { ImportDraft } from '../import-draft.svelte.js';
import type { Importer } from '../importer.svelte.js';

/** Milliseconds that a review stands before more is counted for it. */
const readingPause = 300;

/** What a person does in the review of an import. A change that fails is reported and leaves the draft as it was. */
export class ReviewDesk {
  readonly #importer: Importer;
  readonly #report: (cause: unknown) => void;
  #counting = new AbortController();

  constructor(importer: Importer, report: (cause: unknown) => void) {
    this.#importer = importer;
    this.#report = report;
  }

  choose(draft: ImportDraft, source: Source, choices: ReadingChoices): Promise<void> {
    return this.#change(draft, () => this.#importer.choose(draft, source, choices));
  }
  changeSheet(draft: ImportDraft, source: Source, sheet: string): Promise<void> {
    return this.#change(draft, () => this.#importer.changeSheet(draft, source, sheet));
  }
  addSheet(draft: ImportDraft, source: Source, sheet: string): Promise<void> {
    return this.#change(draft, () => this.#importer.addSheet(draft, source, sheet));
  }
  leaveOut(draft: ImportDraft, source: Source): Promise<void> {
    return this.#change(draft, () => this.#importer.leaveOut(draft, source));
  }
  /** A new month's file takes the old one's place, or is added to it. */
  replace(draft: ImportDraft, source: Source, isReplacing: boolean): Promise<void> {
    return this.#change(draft, () => this.#importer.replace(draft, source, isReplacing));
  }

  /** What the warehouse puts right is counted while the review is being read; who accepts at once does not wait for it. */
  count(draft: ImportDraft): void {
    this.stopCounting();
    const counting = new AbortController();
    this.#counting = counting;
    const isOver = (): boolean => counting.signal.aborted;
    setTimeout(() => {
      if (isOver()) return;
      this.#importer.findRepairs(draft, counting.signal).catch((cause: unknown) => {
        if (!isOver() && !isAbort(cause)) this.#report(cause);
      });
    }, readingPause);
  }
  stopCounting(): void {
    this.#counting.abort();
  }

  async #change(draft: ImportDraft, work: () => Promise<void>): Promise<void> {
    this.stopCounting();
    try {
      await work();
    } catch (cause) {
      this.#report(cause);
    }
    this.count(draft);
  }
}
