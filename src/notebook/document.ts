import * as v from 'valibot';
import type { Filter } from '../core/filters.js';
import { newId } from '../core/ids.js';
import { filterSchema } from '../data/filter-schema.js';
import type { Source } from '../data/source.js';
import { noChoices, type WarehouseChoices } from '../data/warehouse/warehouse-choices.js';
import { steps, type Step } from '../analyses/analysis.js';
import { migrate, notebookVersion } from './migrate.js';
import { isoMoment } from './moment.js';
import { freeName } from './names.js';
import { fileCaps, notANotebook, plainJson, readJson } from './plain-json.js';
import { idSchema, sourceSchema, withoutValues } from './source-schema.js';
import { warehouseSchema } from './warehouse-schema.js';

/** One question to the data: an analysis with its params. Its name is the table that other cells read. */
export interface Cell {
  readonly id: string;
  /** The analysis; a kind that this version does not know is kept and not run. */
  readonly kind: string;
  readonly name: string;
  /** Null shows the analysis' own title in the reader's language. */
  readonly title: string | null;
  readonly step: Step;
  /** Settings as the person set them; the analysis' schema completes them before a run. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly showTable: boolean;
  /** Its population: the name of a table of customers on whom alone it is computed; null is everybody. */
  readonly source: string | null;
  /** Settings that follow an input cell: the input's name by the setting's. */
  readonly links: Readonly<Record<string, string>>;
  /** What the speaker wants to say about it; empty for nothing. Never part of an exported page. */
  readonly notes: string;
}

/** What the whole notebook is limited to. */
export interface NotebookFilter {
  /** Conditions on the lines of `sales`. */
  readonly filters: readonly Filter[];
  /** The name of a table of customers; null is everybody. */
  readonly segment: string | null;
}

/** The whole warehouse. */
export const noFilter: NotebookFilter = { filters: [], segment: null };

/** A document: which files, which cells in which order. Cells stand grouped by step. It holds no rows of data. */
export interface Notebook {
  readonly version: typeof notebookVersion;
  readonly id: string;
  /** Null shows a default title in the reader's language. */
  readonly title: string | null;
  /** ISO timestamps, UTC. */
  readonly created: string;
  readonly modified: string;
  readonly sources: readonly Source[];
  readonly warehouse: WarehouseChoices;
  readonly filter: NotebookFilter;
  readonly cells: readonly Cell[];
}

/** Longer notes than this nobody reads while speaking. */
export const notesLength = 20_000;

const cellSchema = v.object({
  id: v.fallback(idSchema, newId),
  kind: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  name: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  title: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(500))), null),
  step: v.fallback(v.picklist(steps), 'identify'),
  params: v.optional(v.record(v.string(), v.unknown()), {}),
  showTable: v.optional(v.boolean(), false),
  source: v.optional(v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))), null),
  links: v.optional(v.record(v.pipe(v.string(), v.maxLength(200)), v.pipe(v.string(), v.maxLength(200))), {}),
  notes: v.optional(v.pipe(v.string(), v.maxLength(notesLength)), ''),
});

const filterOfAll = v.object({
  filters: v.optional(v.pipe(v.array(filterSchema), v.maxLength(40)), []),
  segment: v.optional(v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))), null),
});

/** Far enough into a file to find what it says that it is. */
const headBytes = 64 * 1024;

const moment = v.fallback(v.pipe(v.string(), v.isoTimestamp()), () => isoMoment());

const notebookSchema = v.object({
  clientele: v.literal('notebook'),
  version: v.literal(notebookVersion),
  id: v.fallback(idSchema, newId),
  title: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(500))), null),
  created: moment,
  modified: moment,
  sources: v.optional(v.pipe(v.array(sourceSchema), v.maxLength(200)), []),
  warehouse: v.optional(warehouseSchema, {}),
  filter: v.optional(filterOfAll, {}),
  cells: v.optional(v.pipe(v.array(cellSchema), v.maxLength(fileCaps.cells)), []),
});

/** What a notebook file may hold; everything with a default may be left out. */
export type NotebookSpec = v.InferInput<typeof notebookSchema>;

/** An empty notebook. */
export function newNotebook(): Notebook {
  const created = isoMoment();
  return {
    version: notebookVersion,
    id: newId(),
    title: null,
    created,
    modified: created,
    sources: [],
    warehouse: noChoices,
    filter: noFilter,
    cells: [],
  };
}

/** The complete notebook of a parsed file, or `notebook/not-a-notebook` with the place that is wrong. */
export function parseNotebook(json: unknown): Notebook {
  const parsed = v.safeParse(notebookSchema, migrate(plainJson(json)), { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw notANotebook(`${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const { version, id, title, created, modified, sources, warehouse, filter, cells } = parsed.output;
  const sourceIds = new Set(sources.map((source) => source.id));
  if (sourceIds.size < sources.length) throw notANotebook('sources: two have the same id');
  return {
    version,
    id,
    title,
    created,
    modified,
    sources,
    warehouse,
    filter,
    cells: tidyCells(sources, cells),
  };
}

/** The file that is a notebook, if one is: by what it says of itself at its beginning, or by its ending. */
export async function findNotebook(files: readonly File[]): Promise<File | null> {
  for (const file of files) {
    const head = await file
      .slice(0, headBytes)
      .text()
      .catch(() => '');
    if (/^\s*\{/.test(head) && /"clientele"\s*:\s*"notebook"/.test(head)) return file;
    if (/\.clientele\.json$/i.test(file.name)) return file;
  }
  return null;
}

/** The same from the text of a file. */
export function parseNotebookText(text: string): Notebook {
  return parseNotebook(readJson(text));
}

/**
 * The notebook as it is stored. A file that leaves this browser (`forSharing`) carries no value of the data's rows:
 * neither samples nor rejected values, nor the numbers of customers that were merged.
 */
export function writeNotebook(notebook: Notebook, { forSharing }: { forSharing: boolean }): NotebookSpec {
  const { version, id, title, created, modified, filter, cells } = notebook;
  const sources = forSharing ? notebook.sources.map(withoutValues) : notebook.sources;
  const warehouse = forSharing ? { ...notebook.warehouse, merges: [] } : notebook.warehouse;
  // The spec's arrays are mutable; JSON makes the copy that this needs, and drops what is undefined.
  return JSON.parse(
    JSON.stringify({
      clientele: 'notebook',
      version,
      id,
      title,
      created,
      modified,
      sources,
      warehouse,
      filter,
      cells,
    }),
  ) as NotebookSpec;
}

/** Every cell gets an id and a name of its own, and stands with the cells of its step. */
function tidyCells(sources: readonly Source[], cells: readonly Cell[]): Cell[] {
  const tidy: Cell[] = [];
  const ids = new Set<string>();
  for (const cell of cells) {
    const id = ids.has(cell.id) ? newId() : cell.id;
    ids.add(id);
    tidy.push({ ...cell, id, name: freeName(cell.name || cell.kind, { sources, cells: tidy }) });
  }
  return steps.flatMap((step) => tidy.filter((cell) => cell.step === step));
}
