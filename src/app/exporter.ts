import { toCsv } from '../export/csv.js';
import { fileName } from '../export/file-name.js';
import { toPng } from '../export/png.js';
import { toSvgFile } from '../export/svg.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import type { Cell } from '../notebook/document.js';
import { notebookTexts } from './notebook-texts.js';
import type { OpenNotebook } from './open-notebook.svelte.js';
import { saveFile } from './save-file.js';
import { sharedTables, sharePage } from './sharing.js';
import type { NotebookSpec } from '../notebook/document.js';

/** Everything that leaves the page as a file. */
export class Exporter {
  readonly #open: OpenNotebook;
  readonly #i18n: I18n;

  constructor(open: OpenNotebook, i18n: I18n) {
    this.#open = open;
    this.#i18n = i18n;
  }

  /** The shared page as text. */
  page(): Promise<string> {
    const { document, warehouse } = this.#open;
    return sharePage(document, this.#title(), this.#open.sharedCells(), warehouse, this.#i18n);
  }
  /** What the page would carry: cells, and rows of their tables. */
  pageContents(): { cells: number; rows: number } {
    const shared = this.#open.sharedCells();
    const tables = shared.flatMap((cell) => sharedTables(cell, this.#open.document.sources));
    return { cells: shared.length, rows: tables.reduce((sum, table) => sum + table.rows.length, 0) };
  }
  async savePage(): Promise<void> {
    this.#save(this.#title(), 'html', await this.page(), 'text/html');
  }
  saveNotebook(spec: NotebookSpec): void {
    this.#save(this.#title(), 'clientele.json', JSON.stringify(spec, null, 1), 'application/json');
  }
  /** The cell's first table, in the form that the reader's Excel opens right. */
  async saveCsv(cell: Cell): Promise<void> {
    const [table] = await this.#open.tablesOf(cell);
    if (table) this.#save(cell.name, 'csv', toCsv(table, this.#i18n.locale === 'fr' ? 'french' : 'iso'), 'text/csv');
  }
  /** The chart as it is on the screen, with its title, source and date. */
  async savePicture(cell: Cell, chart: SVGSVGElement, form: 'svg' | 'png'): Promise<void> {
    const { asOf } = this.#open.warehouse;
    const svg = toSvgFile(chart.outerHTML, {
      title: this.#open.titleOf(cell),
      source: this.#title(),
      date: asOf ? this.#i18n.date(asOf, 'long') : '',
    });
    if (form === 'svg') this.#save(cell.name, 'svg', svg, 'image/svg+xml');
    else saveFile(fileName(cell.name, 'png'), await toPng(svg, 2));
  }

  #title(): string {
    return this.#open.document.title ?? this.#i18n.t(notebookTexts, 'defaultTitle');
  }
  #save(name: string, extension: string, text: string, type: string): void {
    saveFile(fileName(name, extension), new Blob([text], { type }));
  }
}
