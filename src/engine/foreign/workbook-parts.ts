import { AppError } from '../../core/errors.js';
import { Archive } from './archive.js';
import { readableContent } from './ods-cells.js';
import { refuseOtherPackages } from './ods-package.js';
import { hiddenTables } from './ods-tables.js';
import type { ForeignFile } from './reader.js';

/** A part of a workbook as SheetJS takes it: `type` 2 marks bytes. */
export interface Part {
  readonly name: string;
  readonly content: Uint8Array;
  readonly type: 2;
  /** Rows of a sheet that hold cells and are not shown. */
  readonly hiddenRows: number;
}

/** Parts by path; without a prototype, since the paths come from the file. */
export type Parts = Record<string, Part>;

const sheetPart = /^xl\/(work|chart|dialog|macro)sheets\//i;
const needless =
  /^(customXml|docProps|Thumbnails|Pictures|Object |ObjectReplacements)|^xl\/(media|drawings|charts|pivot|embeddings|printerSettings|externalLinks|queryTables|tables|slicer|timeline|comments|threadedComments|vbaProject|theme|calcChain|activeX|ctrlProps|model|diagrams|webextensions|revisions)/i;

/** The inflated parts of a zipped workbook: sheets only when they are asked for, pictures and macros never. */
export class WorkbookParts {
  readonly common: Parts = Object.create(null) as Parts;
  readonly #file: ForeignFile;
  readonly #archive: Archive;
  #hiddenTables: ReadonlySet<string> = new Set();

  private constructor(file: ForeignFile, archive: Archive) {
    this.#file = file;
    this.#archive = archive;
  }

  static async open(file: ForeignFile, signal?: AbortSignal): Promise<WorkbookParts> {
    const archive = await Archive.open(file, signal);
    await refuseOtherPackages(archive, file.name);
    const parts = new WorkbookParts(file, archive);
    for (const path of parts.#archive.paths)
      if (!sheetPart.test(path) && !needless.test(path)) await parts.#read(path, parts.common);
    return parts;
  }

  /** The common parts and the sheet that a relation of the workbook leads to; all sheets where it leads nowhere. */
  async withSheet(relation: string | undefined): Promise<Parts> {
    const parts = unread(this.common);
    const target = this.#targetOf(relation);
    for (const path of this.#archive.paths)
      if (sheetPart.test(path) && (target === null || isAt(path, target))) await this.#read(path, parts);
    return parts;
  }

  /** Tables of an OpenDocument sheet that it does not show, as their names are written. */
  get hiddenTables(): ReadonlySet<string> {
    return this.#hiddenTables;
  }

  /** False for sheets that are a drawing. */
  isGrid(relation: string | undefined): boolean {
    return !/chartsheets\//i.test(this.#targetOf(relation) ?? '');
  }

  #targetOf(relation: string | undefined): string | null {
    const relations = Object.values(this.common).find(({ name }) =>
      /xl\/_rels\/workbook\.\w+\.rels$/i.test(name),
    );
    if (!relations || relation === undefined) return null;
    for (const [tag] of new TextDecoder()
      .decode(relations.content)
      .matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g))
      if (attribute(tag, 'Id') === relation) return attribute(tag, 'Target');
    return null;
  }

  async #read(path: string, into: Parts): Promise<void> {
    const content = await this.#archive.bytes(path);
    if (/\.(xml|rels)$/i.test(path)) refuseDoctype(content, this.#file.name);
    const isSheet = sheetPart.test(path) && path.endsWith('.xml');
    const part: Part = { name: path, content, type: 2, hiddenRows: 0 };
    into[path] = part;
    if (!isSheet && path !== 'content.xml') return;
    const text = new TextDecoder().decode(content);
    if (!isSheet) this.#hiddenTables = hiddenTables(text);
    const read = isSheet ? withoutLinks(withTextDates(text)) : readableContent(text, this.#file.name);
    const hiddenRows = isSheet ? hiddenRowsIn(text) : 0;
    into[path] = { ...part, content: read === text ? content : new TextEncoder().encode(read), hiddenRows };
  }
}

/** The same parts, to be read from their beginning: SheetJS leaves a mark on bytes where it has stopped reading. */
export function unread(parts: Parts): Parts {
  const copies = Object.create(null) as Parts;
  for (const [path, part] of Object.entries(parts))
    copies[path] = { ...part, content: part.content.subarray() };
  return copies;
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
}

/**
 * Cells of strict workbooks hold dates as ISO text. SheetJS makes numbers of them without saying that they are dates;
 * marked as text they stay what they are.
 */
function withTextDates(sheet: string): string {
  return sheet.replace(/(<(?:\w+:)?c\s[^<>]*?\bt=["'])d(?=["'])/g, '$1str');
}

/** SheetJS makes a cell of every place that a link covers, which may be whole columns. */
function withoutLinks(sheet: string): string {
  const from = sheet.search(/<(?:\w+:)?hyperlinks[\s>]/);
  const end = /<\/(?:\w+:)?hyperlinks>/.exec(sheet.slice(Math.max(0, from)));
  return from < 0 || !end ? sheet : sheet.slice(0, from) + sheet.slice(from + end.index + end[0].length);
}

/** A row that ends in its own tag holds nothing. */
function hiddenRowsIn(sheet: string): number {
  const hidden = sheet.match(/<(?:\w+:)?row(?=\s)[^<>]*\shidden\s*=\s*["'](?:1|true)["'][^<>]*>/g) ?? [];
  return hidden.filter((tag) => !tag.endsWith('/>')).length;
}

/** Targets are written from the workbook's folder or from the root. */
function isAt(path: string, target: string): boolean {
  const wanted = target.replace(/^\.?\//, '').toLowerCase();
  return path.toLowerCase() === wanted || path.toLowerCase() === `xl/${wanted}`;
}

/** A document type may define entities that grow without bound; no spreadsheet writes one. It can only stand before the root. */
function refuseDoctype(content: Uint8Array, file: string): void {
  const prolog = new TextDecoder().decode(content.subarray(0, 64 * 1024));
  const rest = prolog.replace(/^\uFEFF?(?:\s+|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*/, '');
  if (!/^<[\w:]/.test(rest) && content.length > 0)
    throw new AppError('file/damaged', { file, detail: rest.slice(0, 9) });
}
