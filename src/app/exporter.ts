import type { Engine } from '../engine/engine.js';
import { toCsv } from '../export/csv.js';
import { fileName } from '../export/file-name.js';
import { toPng } from '../export/png.js';
import { toSvgFile } from '../export/svg.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import type { Cell } from '../notebook/document.js';
import { readableTable, withLabels } from './labels.js';
import { notebookTexts } from './notebook-texts.js';
import type { OpenNotebook } from './open-notebook.svelte.js';
import { saveFile } from './save-file.js';
import { shareables, sharePage, type Shareable } from './sharing.js';
import type { NotebookSpec } from '../notebook/document.js';

export interface PageContents {
  readonly cells: number;
  readonly rows: number;
  readonly withheld: number;
}

/** Everything that leaves the page as a file. */
export class Exporter {
  readonly #engine: Engine;
  readonly #open: OpenNotebook;
  readonly #i18n: I18n;

  constructor(engine: Engine, open: OpenNotebook, i18n: I18n) {
    this.#engine = engine;
    this.#open = open;
    this.#i18n = i18n;
  }

  /** The shared page as text. */
  async page(): Promise<string> {
    return sharePage(this.#title(), await this.#shareables(), this.#open.warehouse, this.#i18n);
  }
  /** What the page would carry: cells, rows of their tables, and cells that stay at home because they show people. */
  async pageContents(): Promise<PageContents> {
    const looked = await this.#shareables();
    const rows = looked.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows.length, 0);
    return { cells: looked.length, rows, withheld: looked.filter(({ isPersonal }) => isPersonal).length };
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
    const texts = this.#open.analysisOf(cell.kind)?.texts;
    if (table && texts)
      this.#save(
        cell.name,
        'csv',
        toCsv(
          withLabels(readableTable(this.#i18n, texts, table)),
          this.#i18n.locale === 'fr' ? 'french' : 'iso',
        ),
        'text/csv',
      );
  }
  /** The chart as it is on the screen, with its title, source and date. */
  async savePicture(cell: Cell, chart: SVGSVGElement, form: 'svg' | 'png'): Promise<void> {
    const { asOf } = this.#open.warehouse;
    const svg = toSvgFile(drawingOf(chart), {
      title: this.#open.titleOf(cell),
      source: this.#title(),
      date: asOf ? this.#i18n.date(asOf, 'long') : '',
    });
    if (form === 'svg') this.#save(cell.name, 'svg', svg, 'image/svg+xml');
    else saveFile(fileName(cell.name, 'png'), await toPng(svg, 2));
  }

  #shareables(): Promise<Shareable[]> {
    return shareables(this.#engine, this.#open.document.sources, this.#open.sharedCells(), this.#i18n);
  }
  #title(): string {
    return this.#open.document.title ?? this.#i18n.t(notebookTexts, 'defaultTitle');
  }
  #save(name: string, extension: string, text: string, type: string): void {
    saveFile(fileName(name, extension), new Blob([text], { type }));
  }
}

/** The chart without what can be clicked in it. */
function drawingOf(chart: SVGSVGElement): string {
  const drawing = chart.cloneNode(true) as SVGSVGElement;
  for (const part of drawing.querySelectorAll('[data-pick]')) part.remove();
  drawing.setAttribute('role', 'img');
  return drawing.outerHTML;
}
