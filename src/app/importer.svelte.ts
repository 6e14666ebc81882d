import { isAbort } from '../core/errors.js';
import { importFacts } from '../data/warehouse/facts.js';
import { isFlatLog } from '../data/log/is-log.js';
import { tableTitled, type ReadFile } from '../data/load.js';
import { FileOpener, openFile, type DroppedFile, type TableFile } from '../data/open.js';
import { planSales } from '../data/warehouse/sales-plan.js';
import type { ReadingChoices, RoleChoice, Source } from '../data/source.js';
import { dropTable, renameTable } from '../data/typed-table.js';
import { warehouseRepairs } from '../data/warehouse/warehouse-repairs.js';
import { unpack, unpackSheet } from '../data/unpack.js';
import type { DataEngine } from '../engine/engine.js';
import type { ForeignReader } from '../engine/foreign/reader.js';
import type { Notebook } from '../notebook/document.js';
import { takenNames } from '../notebook/names.js';
import { DataRoom } from './data-room.js';
import { FileLoader } from './file-loader.js';
import { ReadingProgress, type Progress } from './reading-progress.svelte.js';
import type { RememberedRoles } from './remembered-roles.js';
import { ImportDraft, type Change, type Meaning } from './import-draft.svelte.js';
import { sheetsBefore } from './sheets-before.js';
import { besideNothing } from './twins.js';

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
  readonly #files: FileLoader;
  readonly #progress = new ReadingProgress();
  #controller: AbortController | null = null;

  constructor(engine: DataEngine, room: DataRoom, reader: ForeignReader, remembered: RememberedRoles) {
    this.#engine = engine;
    this.#room = room;
    this.#reader = reader;
    this.#files = new FileLoader(engine, remembered);
  }

  /** What is being read, once it has taken longer than a blink; null otherwise. */
  get progress(): Progress | null {
    return this.#progress.shown;
  }
  get isReading(): boolean {
    return this.#controller !== null;
  }
  /** The person has the screen back at once; what was read goes as soon as the engine has left its statement. */
  cancel(): void {
    this.#controller?.abort();
    this.#progress.end();
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
      // Files of a notebook whose data are absent come back; otherwise new ones stand beside its tables.
      const old = notebook?.sources ?? [];
      const lost = isDataAbsent ? old : [];
      const beside =
        notebook && !isDataAbsent ? { sources: old, names: takenNames(notebook) } : besideNothing;
      const tables = await this.#tables(files, lost, isPasted, onlog, signal);
      const opener = new FileOpener(tables, signal);
      // The first file is looked at while the engine starts.
      schema = DataRoom.newSchema();
      const ready = this.#room.prepare(schema);
      ready.catch(() => undefined);
      const unpacked = new Map<string, ReadFile>();
      const sources: Source[] = [];
      for (const file of tables) {
        this.#progress.tell(file.name, 0);
        const taken = sources.map((other) => other.table);
        const before = lost.find((other) => isSamePart(other, file) && !taken.includes(other.table));
        const table = before?.table ?? tableTitled(file.title, [...beside.names, ...taken]);
        const opened = file.rows ? {} : { opened: opener.next() };
        const options = {
          ...opened,
          choices: { roles: roles[file.member ?? ''] ?? roles[file.name] ?? {} },
          ready,
          signal,
          onprogress: (share: number) => this.#progress.tell(file.name, share),
        };
        const target = { schema, table };
        const [source, read] = await this.#files.load(target, file, old, before, options);
        sources.push(source);
        unpacked.set(source.id, read);
      }
      return new ImportDraft(
        schema,
        unpacked,
        notebook !== null,
        await this.#understand(schema, sources, isQuiet),
        beside,
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
    lost: readonly Source[],
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
          tables.push(...(await sheetsBefore(part, lost, this.#reader, signal)));
        }
      }
    }
    return tables;
  }

  async discard(draft: ImportDraft): Promise<void> {
    await this.#room.discard(draft.schema);
  }

  /** Reads a file again as the person decided; when it cannot be read so, the draft stays as it is. */
  async choose(draft: ImportDraft, source: Source, choices: ReadingChoices): Promise<void> {
    await draft.change(async () => {
      const file = draft.files.get(source.id);
      if (!file) return { meaning: draft.meaning };
      return this.#readAgain(draft, source, this.#files.reload(draft.schema, source, file, choices));
    });
  }

  /** Reads another sheet of the workbook in the place of the one that a source is from. */
  async changeSheet(draft: ImportDraft, source: Source, sheet: string): Promise<void> {
    await draft.change(async (): Promise<Change> => {
      const workbook = draft.files.get(source.id)?.workbook;
      if (!workbook) return { meaning: draft.meaning };
      const file = await unpackSheet(workbook, sheet, this.#reader);
      const read = this.#files.reloadAsOther(draft.schema, source, file, draft.beside.sources);
      return this.#readAgain(draft, source, read);
    });
  }

  /** Reads another sheet of the workbook that a source is from, as one more table. */
  async addSheet(draft: ImportDraft, source: Source, sheet: string): Promise<void> {
    await draft.change(async (): Promise<Change> => {
      const workbook = draft.files.get(source.id)?.workbook;
      if (!workbook) return { meaning: draft.meaning };
      const file = await unpackSheet(workbook, sheet, this.#reader);
      const { sources, names } = draft.beside;
      const taken = [...names, ...draft.sources.map(({ table }) => table)];
      const target = { schema: draft.schema, table: tableTitled(file.title, taken) };
      const options = { opened: openFile(file), choices: { roles: {} } };
      const [added, read] = await this.#files.load(target, file, sources, undefined, options);
      const meaning = await this.#understand(draft.schema, [...draft.sources, added], false);
      return { meaning, file: [added.id, read] };
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

  async #readAgain(
    draft: ImportDraft,
    source: Source,
    read: Promise<readonly [Source, ReadFile]>,
  ): Promise<Change> {
    const [changed, file] = await read;
    const meaning = await this.#replaced(draft, await this.#inItsPlace(draft, changed));
    return { meaning, file: [source.id, file] };
  }

  /** A table read with other columns can no longer take the place of the one that it was a twin of. */
  async #inItsPlace(draft: ImportDraft, changed: Source): Promise<Source> {
    const own = draft.ownTable(changed);
    if (changed.table === own || draft.twinOf(changed)?.table === changed.table) return changed;
    await renameTable(this.#engine, { schema: draft.schema, table: changed.table }, own);
    return { ...changed, table: own };
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

/** Whether a file is the one that a source of the notebook was read from. */
function isSamePart(source: Source, file: TableFile): boolean {
  return source.file === file.name && source.member === file.member;
}
