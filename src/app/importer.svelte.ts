import { AppError, isAbort } from '../core/errors.js';
import { ownValue } from '../core/own-value.js';
import { importFacts } from '../data/warehouse/facts.js';
import { isFlatLog } from '../data/log/is-log.js';
import { loadFile, tableTitled, type LoadOptions } from '../data/load.js';
import { FileOpener, type DroppedFile, type TableFile } from '../data/open.js';
import { reloadFile } from '../data/reload.js';
import { roleFits } from '../data/roles/roles.js';
import { planSales } from '../data/warehouse/sales-plan.js';
import type { ReadingChoices, RoleChoice, Source } from '../data/source.js';
import { dropTable, renameTable } from '../data/typed-table.js';
import { warehouseRepairs } from '../data/warehouse/warehouse-repairs.js';
import { unpack, unpackSheet } from '../data/unpack.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import type { ForeignReader } from '../engine/foreign/reader.js';
import type { Notebook } from '../notebook/document.js';
import { takenNames } from '../notebook/names.js';
import type { DataRoom } from './data-room.js';
import { keptColumns, rolesThatFit } from './known-roles.js';
import { ReadingProgress, type Progress } from './reading-progress.svelte.js';
import type { RememberedRoles } from './remembered-roles.js';
import { ImportDraft, type Change, type Meaning, type Twin } from './import-draft.svelte.js';

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
  readonly #progress = new ReadingProgress();
  #controller: AbortController | null = null;

  constructor(engine: DataEngine, room: DataRoom, reader: ForeignReader, remembered: RememberedRoles) {
    this.#engine = engine;
    this.#room = room;
    this.#reader = reader;
    this.#remembered = remembered;
  }

  /** What is being read, once it has taken longer than a blink; null otherwise. */
  get progress(): Progress | null {
    return this.#progress.shown;
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
    this.#progress.begin(files[0]?.name ?? '');
    let schema: string | null = null;
    try {
      const tables = await this.#tables(files, isPasted, onlog, signal);
      const opener = new FileOpener(tables, signal);
      schema = await this.#room.prepare();
      const unpacked = new Map<string, TableFile>();
      const sources: Source[] = [];
      const taken = notebook && !isDataAbsent ? takenNames(notebook) : [];
      for (const file of tables) {
        this.#progress.tell(file.name, 0);
        const table = tableTitled(file.title, [...taken, ...sources.map((other) => other.table)]);
        const opened = file.rows ? {} : { opened: opener.next() };
        const source = await this.#load({ schema, table }, file, notebook, {
          ...opened,
          choices: { roles: roles[file.member ?? ''] ?? roles[file.name] ?? {} },
          signal,
          onprogress: (share) => this.#progress.tell(file.name, share),
        });
        sources.push(source);
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
      if (this.#controller === controller) {
        this.#controller = null;
        this.#progress.end();
      }
    }
  }

  /** The tables that the files are. A text log becomes one first, which may take as long as a person needs. */
  async #tables(
    files: readonly File[],
    isPasted: boolean,
    onlog: ImportOptions['onlog'],
    signal: AbortSignal,
  ): Promise<TableFile[]> {
    const tables: TableFile[] = [];
    for (const file of files) {
      this.#progress.tell(file.name, null);
      for (const part of await unpack({ name: file.name, blob: file }, this.#reader, signal, isPasted)) {
        if (onlog && (await isFlatLog(part, signal))) {
          this.#progress.end();
          tables.push(await onlog(part, signal));
          this.#progress.begin(file.name);
        } else {
          tables.push(part);
        }
      }
    }
    return tables;
  }

  /**
   * Loads a file with the roles that were chosen; without any, with those that its columns had before, in the notebook or
   * in a file with the same header, as long as the values can still be that.
   */
  async #load(
    target: TableName,
    file: TableFile,
    notebook: Notebook | null,
    options: LoadOptions & { readonly choices: ReadingChoices },
  ): Promise<Source> {
    const opened = await options.opened;
    const { names: all, unnamed } = opened?.table.dialect ?? { names: [], unnamed: [] };
    const sampled = { names: all, unnamed, records: opened?.sample.records ?? [] };
    const names = keptColumns(sampled);
    const known = rolesBefore(names, notebook) ?? this.#remembered.get(names);
    const before = known && rolesThatFit(known, sampled);
    if (before && Object.keys(options.choices.roles).length === 0) {
      try {
        return await loadFile(this.#engine, target, file, { ...options, choices: { roles: before } });
      } catch (cause) {
        if (!(cause instanceof AppError) || !isMisfit(cause)) throw cause;
      }
    }
    const source = await loadFile(this.#engine, target, file, options);
    // The columns of rows that come typed are known only now.
    return file.rows && notebook ? asBefore(source, notebook) : source;
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
    if (!table || draft.sources.some((other) => other.table === table)) return;
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

/** The roles that these columns have in the notebook. */
function rolesBefore(names: readonly string[], notebook: Notebook | null): RoleChoice | null {
  const before = notebook?.sources.find((source) => columnNames(source) === names.join('\n'));
  return before ? Object.fromEntries(before.columns.map(({ name, role }) => [name, role])) : null;
}

/** A source whose columns keep the roles that they have in the notebook, where their types allow it. */
function asBefore(source: Source, notebook: Notebook): Source {
  const names = source.columns.map(({ name }) => name);
  const before = rolesBefore(names, notebook) ?? {};
  const columns = source.columns.map((column) => {
    const role = ownValue(before, column.name);
    const isKept = role !== undefined && (role === null || roleFits(role, column.type));
    return isKept ? { ...column, role, confidence: 1 } : column;
  });
  return { ...source, columns };
}

/** A role demands values that the column does not hold. */
function isMisfit({ code }: AppError): boolean {
  return code === 'import/role-not-a-date' || code === 'import/role-not-a-number';
}
