import { isAbort, toAppError, type AppError } from '../../core/errors.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import type { CellRange } from './cell-range.js';
import { copyText } from './clipboard.js';
import type { GridModel } from './grid-model.svelte.js';
import { gridTexts } from './grid-texts.js';
import type { Row } from './row-source.js';
import { toTsv } from './tsv.js';

/** Rows that are copied at most: a spreadsheet takes that many from the clipboard in a few seconds. */
export const copyLimit = 100_000;

/** Copies ranges of a grid's cells, and says what came of it. */
export class GridCopy {
  readonly #model: GridModel;
  readonly #i18n: I18n;
  #said = $state('');
  #error = $state.raw<AppError | null>(null);
  /** The labels of the columns are copied above the rows. */
  hasHead = $state(true);

  constructor(model: GridModel, i18n: I18n) {
    this.#model = model;
    this.#i18n = i18n;
  }

  get said(): string {
    return this.#said;
  }
  get error(): AppError | null {
    return this.#error;
  }

  /** Puts a range on the clipboard; over the limit it only says so. */
  async copy(range: CellRange): Promise<void> {
    const t = this.#i18n.reader(gridTexts);
    const rows = range.bottom - range.top + 1;
    this.#error = null;
    this.#said = rows > copyLimit ? t('tooMany', { limit: this.#i18n.number(copyLimit, 0) }) : '';
    if (rows > copyLimit || this.#model.found === 0) return;
    this.#said = t('copying');
    try {
      await copyText(this.#text(range));
      const columns = range.right - range.left + 1;
      this.#said = t('copied', { rows, count: this.#i18n.number(rows, 0), columns });
    } catch (cause) {
      const isRefused = cause instanceof DOMException && cause.name === 'NotAllowedError';
      this.#said = isRefused ? t('copyRefused') : '';
      if (!isRefused && !isAbort(cause)) this.#error = toAppError(cause);
    }
  }

  async #text({ top, bottom, left, right }: CellRange): Promise<string> {
    const rows: Row[] = [];
    for await (const piece of this.#model.pieces(top, bottom + 1))
      for (const row of piece) rows.push(row.slice(left, right + 1));
    const columns = this.#model.source.columns.slice(left, right + 1);
    return toTsv(columns, rows, this.#i18n.locale, this.hasHead);
  }
}
