import { isAbort } from '../core/errors.js';
import { importFacts } from '../data/warehouse/facts.js';
import { isFlatLog } from '../data/log/is-log.js';
import { loadFile, tableTitled } from '../data/load.js';
import { FileOpener, type DroppedFile, type TableFile } from '../data/open.js';
import { reloadFile } from '../data/reload.js';
import { planSales } from '../data/warehouse/sales-plan.js';
import type { ReadingChoices, RoleChoice, Source } from '../data/source.js';
import { dropTable, renameTable } from '../data/typed-table.js';
import { warehouseRepairs } from '../data/warehouse/warehouse-repairs.js';
import { unpack, unpackSheet } from '../data/unpack.js';
import type { DataEngine } from '../engine/engine.js';
import type { ForeignReader } from '../engine/foreign/reader.js';
import type { Notebook } from '../notebook/document.js';
import { takenNames } from '../notebook/names.js';
import type { DataRoom } from './data-room.js';
import type { RememberedRoles } from './remembered-roles.js';
import { ImportDraft, type Change, type Meaning, type Twin } from './import-draft.svelte.js';

/** Milliseconds before a running import shows its progress. */
const quietTime = 300;

export interface ImportOptions {
  /** Roles chosen beforehand: name of the file, or its path in an archive, → column → role. */
  readonly roles?: Readonly<Record<string, RoleChoice>>;
  readonly isPasted?: boolean;
  /** True when every proposal is taken without a review: what the review would say is not asked for. */
  readonly isQuiet?: boolean;
  /** Makes a table of a text log; without it logs are refused as other texts are. */
  readonly onlog?: (log: DroppedFile, signal: AbortSignal) => Promise<TableFile>;
}

/** Reads files into drafts; one import at a time, with progress and cancel. */
export class Importer {
  readonly #engine: DataEngine;
  readonly #room: DataRoom;
  readonly #reader: ForeignReader;
  readonly #remembered: RememberedRoles;
  #progress = $state.raw<{ file: string; share: number | null } | null>(null);
  #controller: AbortController | null = null;

  constructor(engine: DataEngine, room: DataRoom, reader: ForeignReader, remembered: RememberedRoles) {
    this.#engine = engine;
    this.#room = room;
    this.#reader = reader;
    this.#remembered = remembered;
  }

  /** What is being read, once it has taken longer than a blink; null otherwise. */
  get progress(): { file: string; share: number | null } | null {
    return this.#progress;
  }
  get isReading(): boolean {
    return this.#controller !== null;
  }
  cancel(): void {
    this.#controller?.abort();
  }

  /** Reads all files. When one fails nothing is kept, and what is open stays as it is. */
  async read(
    files: readonly File[],
    notebook: Notebook | null,
    isDataAbsent: boolean,
    { roles = {}, isPasted = false, isQuiet = false, onlog }: ImportOptions = {},
  ): Promise<ImportDraft> {
    this.cancel();
    const controller = new AbortController();
    this.#controller = controller;
    const { signal } = controller;
    const tables = await this.#tables(files, isPasted, onlog, controller);
    let current: { file: string; share: number | null } = { file: files[0]?.name ?? '', share: null };
    const show = setTimeout(() => (this.#progress = current), quietTime);
    const tell = (file: string, share: number | null): void => {
      current = { file, share };
      if (this.#progress) this.#progress = current;
    };
    let schema: string | null = null;
    try {
      const opener = new FileOpener(tables, signal);
      schema = await this.#room.prepare();
      const unpacked = new Map<string, TableFile>();
      const sources: Source[] = [];
      const taken = notebook && !isDataAbsent ? takenNames(notebook) : [];
      for (const file of tables) {
        tell(file.name, 0);
        const table = tableTitled(file.title, [...taken, ...sources.map((other) => other.table)]);
        const opened = file.rows ? null : opener.next();
        const names = (await opened)?.table.dialect.names ?? [];
        const chosen = roles[file.member ?? ''] ?? roles[file.name] ?? this.#remembered.get(names);
        const source = await loadFile(this.#engine, { schema, table }, file, {
          ...(opened ? { opened } : {}),
          choices: { roles: chosen ?? {} },
          signal,
          onprogress: (share) => tell(file.name, share),
        });
        sources.push(notebook ? asBefore(source, notebook) : source);
        unpacked.set(source.id, file);
      }
      return new ImportDraft(
        schema,
        unpacked,
        notebook !== null,
        await this.#understand(schema, sources, isQuiet),
        notebook && !isDataAbsent ? twinsOf(sources, notebook) : new Map(),
      );
    } catch (cause) {
      if (schema) await this.#room.discard(schema).catch(() => undefined);
      throw signal.aborted && !isAbort(cause) ? signal.reason : cause;
    } finally {
      clearTimeout(show);
      this.#progress = null;
      if (this.#controller === controller) this.#controller = null;
    }
  }

  /** The tables that the files are; a text log becomes one first, which may take as long as a person needs. */
  async #tables(
    files: readonly File[],
    isPasted: boolean,
    onlog: ImportOptions['onlog'],
    controller: AbortController,
  ): Promise<TableFile[]> {
    const { signal } = controller;
    try {
      const tables: TableFile[] = [];
      for (const file of files) {
        const parts = await unpack({ name: file.name, blob: file }, this.#reader, signal, isPasted);
        for (const part of parts)
          tables.push(onlog && (await isFlatLog(part, signal)) ? await onlog(part, signal) : part);
      }
      return tables;
    } catch (cause) {
      if (this.#controller === controller) this.#controller = null;
      throw cause;
    }
  }

  async discard(draft: ImportDraft): Promise<void> {
    await this.#room.discard(draft.schema);
  }

  /** Reads a file again as the person decided; when it cannot be read so, the draft stays as it is. */
  async choose(draft: ImportDraft, source: Source, choices: ReadingChoices): Promise<void> {
    await draft.change(async () => {
      const file = draft.files.get(source.id);
      if (!file) return { meaning: draft.meaning };
      const changed = await reloadFile(this.#engine, draft.schema, source, file, { choices });
      return { meaning: await this.#replaced(draft, changed) };
    });
  }

  /** Reads another sheet of the workbook in the place of the one that a source is from. */
  async changeSheet(draft: ImportDraft, source: Source, sheet: string): Promise<void> {
    await draft.change(async (): Promise<Change> => {
      const workbook = draft.files.get(source.id)?.workbook;
      if (!workbook) return { meaning: draft.meaning };
      const file = await unpackSheet(workbook, sheet, this.#reader);
      const changed = await reloadFile(this.#engine, draft.schema, source, file, { choices: { roles: {} } });
      return { meaning: await this.#replaced(draft, changed), file: [source.id, file] };
    });
  }

  /** Reads another sheet of the workbook that a source is from, as one more table. */
  async addSheet(draft: ImportDraft, source: Source, sheet: string, notebook: Notebook): Promise<void> {
    await draft.change(async (): Promise<Change> => {
      const workbook = draft.files.get(source.id)?.workbook;
      if (!workbook) return { meaning: draft.meaning };
      const file = await unpackSheet(workbook, sheet, this.#reader);
      const taken = [
        ...(draft.joins ? takenNames(notebook) : []),
        ...draft.sources.map(({ table }) => table),
      ];
      const target = { schema: draft.schema, table: tableTitled(file.title, taken) };
      const added = await loadFile(this.#engine, target, file);
      const meaning = await this.#understand(draft.schema, [...draft.sources, added], false);
      return { meaning, file: [added.id, file] };
    });
  }

  /** Leaves a source out of the draft; the last one stays. */
  async leaveOut(draft: ImportDraft, source: Source): Promise<void> {
    if (draft.sources.length < 2) return;
    await draft.change(async () => {
      await dropTable(this.#engine, { schema: draft.schema, table: source.table });
      const sources = draft.sources.filter((other) => other.id !== source.id);
      return { meaning: await this.#understand(draft.schema, sources, false) };
    });
  }

  /** The new table takes the place of the old one with the same columns, or stands beside it again. */
  async replace(draft: ImportDraft, source: Source, isReplacing: boolean): Promise<void> {
    const twin = draft.twinOf(source);
    const table = isReplacing ? twin?.table : twin?.own;
    if (!table || table === source.table) return;
    await draft.change(async () => {
      await renameTable(this.#engine, { schema: draft.schema, table: source.table }, table);
      return { meaning: await this.#replaced(draft, { ...source, table }) };
    });
  }

  /** Counts what making the warehouse puts right, and tells the draft. */
  async findRepairs(draft: ImportDraft, signal?: AbortSignal): Promise<void> {
    const { sources, plan } = draft.meaning;
    const repairs = await warehouseRepairs(this.#engine, draft.schema, sources, plan, signal);
    if (draft.sources === sources) draft.tellRepairs(repairs);
  }

  #replaced(draft: ImportDraft, changed: Source): Promise<Meaning> {
    const sources = draft.sources.map((other) => (other.id === changed.id ? changed : other));
    return this.#understand(draft.schema, sources, false);
  }

  async #understand(schema: string, sources: readonly Source[], isQuiet: boolean): Promise<Meaning> {
    const plan = await planSales(this.#engine, schema, sources);
    const facts = isQuiet ? null : await importFacts(this.#engine, schema, sources, plan);
    return { sources, plan, facts };
  }

  /** The notebook's sources with those of the draft: its own files that came back take their old place. */
  joined(notebook: Notebook, draft: ImportDraft): Source[] {
    const back = new Map(draft.sources.map((source) => [source.table, source]));
    const kept = notebook.sources.map((source) => back.get(source.table) ?? source);
    return [...kept, ...draft.sources.filter((source) => !kept.includes(source))];
  }
}

/** Tables of the notebook that have the very columns of a new source. */
function twinsOf(sources: readonly Source[], notebook: Notebook): Map<string, Twin> {
  return new Map(
    sources.flatMap((source) => {
      const old = notebook.sources.find((other) => columnNames(other) === columnNames(source));
      return old ? [[source.id, { file: old.file, table: old.table, own: source.table }] as const] : [];
    }),
  );
}

function columnNames(source: Source): string {
  return source.columns.map(({ name }) => name).join('\n');
}

/** A file of the notebook that comes back, or goes on, keeps the meaning that its columns had. */
function asBefore(source: Source, notebook: Notebook): Source {
  const before = notebook.sources.find((other) => columnNames(other) === columnNames(source));
  if (!before) return source;
  const columns = source.columns.map((column, index) => ({
    ...column,
    role: before.columns[index]?.role ?? null,
    confidence: 1,
  }));
  return { ...source, columns };
}
