import { newId } from '../core/ids.js';
import { AppError, isAbort, toAppError } from '../core/errors.js';
import type { Warehouse } from '../core/warehouse.js';
import { noChoices } from '../data/warehouse/warehouse-choices.js';
import type { ForeignReader } from '../engine/foreign/reader.js';
import type { Numerics } from '../engine/numerics.js';
import type { EngineStatus, SupervisedEngine } from '../engine/supervised-engine.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import { Autosave } from '../notebook/autosave.svelte.js';
import {
  findNotebook,
  parseNotebookText,
  writeNotebook,
  type Notebook,
  type NotebookSpec,
} from '../notebook/document.js';
import type { NotebookEntry, NotebookStorage } from '../notebook/storage.js';
import { Versions } from '../notebook/versions.js';
import { WriterLock } from '../notebook/writer-lock.svelte.js';
import type { DataRoom } from './data-room.js';
import { EngineNews } from './engine-news.svelte.js';
import type { ImportDraft } from './import-draft.svelte.js';
import { Importer, type ImportOptions } from './importer.svelte.js';
import { LogDesk } from './log/log-desk.svelte.js';
import { NotebookData } from './notebook-data.svelte.js';
import { notebookTexts } from './notebook-texts.js';
import { OpenNotebook } from './open-notebook.svelte.js';
import { contentsOf, type Contents } from './opening/contents.js';
import { TrustedNotebooks } from './opening/trusted-notebooks.js';
import { NotebookViews } from './present/notebook-views.svelte.js';
import { askToPersist } from './persistence.js';
import type { RememberedRoles } from './remembered-roles.js';
import { ReviewDesk } from './review/review-desk.js';
import { reviewTexts } from './review/review-texts.js';
import { rolesOf } from './roles-before.js';
import { sampleFiles } from './sample.js';
import { templateNotebook } from './template.js';

/** What is on the screen. */
export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'review'; readonly draft: ImportDraft }
  | { readonly name: 'notebook' };

/** What just happened: an error, or a sentence with a way back. */
export type Notice =
  | { readonly error: AppError }
  | { readonly text: string; readonly action?: { readonly label: string; readonly run: () => void } };

/** The parts that `start.ts` makes. */
export interface WorkspaceParts {
  readonly engine: SupervisedEngine;
  readonly numerics: Numerics;
  readonly room: DataRoom;
  readonly reader: ForeignReader;
  readonly storage: NotebookStorage;
  readonly i18n: I18n;
  readonly rememberedRoles: RememberedRoles;
  /** True when nothing outlives the page. */
  readonly isMemoryOnly: boolean;
}

/**
 * Everything behind the screens: which one is shown, the open notebook, its data, imports and storage. Longer than most
 * files because it is the one place where these meet: each of its parts is a class of its own.
 */
export class Workspace {
  readonly engine: SupervisedEngine;
  readonly news: EngineNews;
  readonly isMemoryOnly: boolean;
  readonly open: OpenNotebook;
  readonly data: NotebookData;
  readonly importer: Importer;
  readonly reviewDesk: ReviewDesk;
  readonly logs: LogDesk;
  readonly autosave: Autosave;
  readonly writer: WriterLock;
  readonly views = new NotebookViews();
  readonly rememberedRoles: RememberedRoles;
  readonly #room: DataRoom;
  readonly #storage: NotebookStorage;
  readonly versions: Versions;
  readonly #trusted: TrustedNotebooks;
  readonly #i18n: I18n;
  #screen = $state.raw<Screen>({ name: 'home' });
  #recent = $state.raw<readonly NotebookEntry[]>([]);
  #notice = $state.raw<Notice | null>(null);
  #stranger = $state.raw<{
    readonly text: string;
    readonly notebook: Notebook;
    readonly contents: Contents;
  } | null>(null);
  #isAccepting = $state(false);
  #isSharing = $state(false);
  #areVersionsOpen = $state(false);
  /** The data screen lies over the notebook; `table` is the one to open first. */
  #dataScreen = $state.raw<{ readonly table: string | null } | null>(null);

  constructor({
    engine,
    numerics,
    room,
    reader,
    storage,
    i18n,
    rememberedRoles,
    isMemoryOnly,
  }: WorkspaceParts) {
    this.engine = engine;
    this.news = new EngineNews(i18n);
    this.isMemoryOnly = isMemoryOnly;
    this.rememberedRoles = rememberedRoles;
    this.#room = room;
    this.#storage = storage;
    this.#trusted = new TrustedNotebooks(storage);
    this.versions = new Versions(storage);
    this.#i18n = i18n;
    this.autosave = new Autosave(storage, (id) => this.writer.mayWrite(id));
    this.writer = new WriterLock({
      onleave: () => this.autosave.flush(),
      onlose: () => this.autosave.stop(),
      ongain: (id) => void this.openStored(id),
    });
    this.importer = new Importer(engine, room, reader, rememberedRoles);
    this.reviewDesk = new ReviewDesk(this.importer, (cause) => this.report(cause));
    this.logs = new LogDesk(i18n);
    this.open = new OpenNotebook({
      engine,
      numerics,
      i18n,
      onchange: (notebook) => this.#documentChanged(notebook),
      onresult: (id, snapshot) => {
        if (!this.writer.isReader) void storage.saveSnapshot(id, snapshot).catch(() => undefined);
      },
      mayEdit: () => {
        if (this.writer.isReader) this.report(new AppError('notebook/read-only'));
        return !this.writer.isReader;
      },
    });
    this.data = new NotebookData(room, this.open, (cause) => this.report(cause));
  }

  get screen(): Screen {
    return this.#screen;
  }
  get recent(): readonly NotebookEntry[] {
    return this.#recent;
  }
  get notice(): Notice | null {
    return this.#notice;
  }
  get isAccepting(): boolean {
    return this.#isAccepting;
  }
  get isSharing(): boolean {
    return this.#isSharing;
  }
  get areVersionsOpen(): boolean {
    return this.#areVersionsOpen;
  }
  set areVersionsOpen(areOpen: boolean) {
    this.#areVersionsOpen = areOpen;
  }
  set isSharing(isSharing: boolean) {
    this.#isSharing = isSharing;
  }
  /** The data screen lies over the notebook. */
  get isDataOpen(): boolean {
    return this.#dataScreen !== null;
  }
  /** The table that the data screen opens with; null for its first part. */
  get dataTable(): string | null {
    return this.#dataScreen?.table ?? null;
  }
  openData(table: string | null = null): void {
    this.#dataScreen = { table };
  }
  closeData(): void {
    this.#dataScreen = null;
  }
  /** True while nobody has asked for anything yet. */
  get isUntouched(): boolean {
    return this.#screen.name === 'home' && this.data.state === 'none' && !this.importer.isReading;
  }

  /** Called by the engine's supervisor. */
  engineChanged(status: EngineStatus, error?: AppError): void {
    const wasRestarting = this.news.status === 'restarting';
    this.news.tell(status, error);
    if (status === 'ready' && wasRestarting) this.open.republish();
  }
  async retryEngine(): Promise<void> {
    await this.#quietly(() => this.engine.retry());
  }

  /** Stores whatever is not stored yet: the page is about to be left for good. */
  async settle(): Promise<void> {
    await this.data.atRest();
    if (this.#screen.name === 'notebook') await this.data.store();
    await this.autosave.flush();
  }

  dismiss(): void {
    this.#notice = null;
  }
  async refreshRecent(): Promise<void> {
    this.#recent = (await this.#storage.list()).slice(0, 12);
  }
  async goHome(): Promise<void> {
    this.logs.cancel();
    if (this.#screen.name === 'review') await this.importer.discard(this.#screen.draft);
    await this.autosave.flush();
    await this.refreshRecent();
    this.writer.release();
    this.#screen = { name: 'home' };
    void this.#storage.setMeta('open', null).catch(() => undefined);
  }

  /** Reads files as a drop does: notebooks open, data goes to the review. */
  async openFiles(files: readonly File[]): Promise<void> {
    this.logs.cancel();
    await this.#quietly(async () => {
      const notebook = await findNotebook(files);
      if (notebook) await this.#openFromOutside(await notebook.text());
      else await this.importFiles(files, { onlog: (log, signal) => this.logs.ask(log, signal) });
    });
  }
  async openPasted(text: string): Promise<void> {
    const name = this.#i18n.t(reviewTexts, 'pastedName');
    await this.#quietly(() =>
      this.importFiles([new File([text], name, { type: 'text/plain' })], { isPasted: true }),
    );
  }
  async openSample(): Promise<void> {
    await this.#quietly(async () =>
      this.acceptImport(await this.importFiles(await sampleFiles(), { isQuiet: true })),
    );
  }

  /** Reads files into a draft and, unless told to be quiet, shows its review. What is open stays as it is. */
  async importFiles(files: readonly File[], options: ImportOptions = {}): Promise<ImportDraft> {
    this.#notice = null;
    const before = this.#screen;
    const notebook = this.#screen.name === 'notebook' ? this.open.document : null;
    if (notebook && this.writer.isReader) throw new AppError('notebook/read-only');
    const draft = await this.importer.read(files, notebook, this.data.state === 'absent', {
      onlog: (log, signal) => this.logs.propose(log, signal),
      ...options,
    });
    // Only now: when the new import fails or is given up, the review is still there.
    if (before.name === 'review' && before === this.#screen) await this.importer.discard(before.draft);
    if (!options.isQuiet) {
      this.#screen = { name: 'review', draft };
      this.reviewDesk.count(draft);
    }
    return draft;
  }
  cancelImport(): void {
    this.importer.cancel();
  }
  async cancelReview(draft: ImportDraft): Promise<void> {
    this.reviewDesk.stopCounting();
    await this.importer.discard(draft);
    this.#screen = { name: draft.joins ? 'notebook' : 'home' };
  }

  /** Makes the draft's tables the notebook's: a new notebook, or the open one when the draft joins it. */
  acceptImport(draft: ImportDraft): Promise<Warehouse> {
    return this.data.during(this.#accept(draft));
  }

  async #accept(draft: ImportDraft): Promise<Warehouse> {
    this.#isAccepting = true;
    this.reviewDesk.stopCounting();
    try {
      const sources = draft.joins ? this.importer.joined(this.open.document, draft) : draft.sources;
      this.open.waitForData();
      const plan = draft.joins ? undefined : draft.meaning.plan;
      const choices = draft.joins ? this.open.document.warehouse : noChoices;
      const warehouse = await this.#room.adopt(draft.schema, sources, draft.files, choices, plan);
      this.data.stands({ sources, warehouse: choices });
      // What a person has looked at and accepted is proposed again for files with the same columns.
      if (draft.facts)
        for (const source of draft.sources)
          this.rememberedRoles.set(
            source.columns.map(({ name }) => name),
            rolesOf(source),
          );
      if (draft.joins) {
        if (this.writer.isReader) throw new AppError('notebook/read-only');
        this.open.setSources(sources);
      } else {
        await this.autosave.flush();
        this.open.show(await templateNotebook(sources, warehouse));
        this.autosave.schedule(this.open.document);
      }
      this.open.useData(warehouse);
      // The engine works on the first cell while the screen is being made.
      await new Promise((resolve) => setTimeout(resolve));
      this.#showNotebook('ready');
      void this.data.store();
      void askToPersist();
      return this.open.warehouse;
    } catch (cause) {
      if (draft.joins) void this.data.bring(this.open.document);
      throw cause;
    } finally {
      this.#isAccepting = false;
    }
  }

  /** Opens a notebook kept in this browser: last results at once, data when the engine is there. */
  async openStored(id: string): Promise<void> {
    await this.#quietly(async () => {
      await this.autosave.flush();
      const [notebook, snapshots] = await Promise.all([this.#storage.load(id), this.#storage.snapshots(id)]);
      if (!notebook) return;
      // As it was found: a way back from whatever is done to it now.
      void this.versions.save(notebook, null).catch(() => undefined);
      this.open.show(notebook, snapshots);
      this.#showNotebook('loading');
      await this.data.bring(notebook);
    });
  }
  async deleteStored(id: string): Promise<void> {
    await this.#storage.delete(id);
    await this.versions.forget(id);
    if (this.open.document.id === id) this.autosave.stop();
    await this.refreshRecent();
  }

  /** A notebook from somebody else is looked at before anything of it runs. */
  async #openFromOutside(text: string): Promise<void> {
    const notebook = parseNotebookText(text);
    if (await this.#trusted.has(notebook)) await this.openNotebookFile(text);
    else this.#stranger = { text, notebook, contents: contentsOf(notebook) };
  }
  /** What a notebook from somebody else holds, while the person is asked whether to open it. */
  get stranger(): Contents | null {
    return this.#stranger?.contents ?? null;
  }
  /** Opens it, now and whenever it comes again; or leaves it alone. An answer that comes late is none to the next one. */
  async answerStranger(asked: Contents, mayRun: boolean): Promise<void> {
    const stranger = this.#stranger;
    if (stranger?.contents !== asked) return;
    this.#stranger = null;
    if (!mayRun) return;
    await this.#quietly(async () => {
      await this.#trusted.add(stranger.notebook);
      await this.openNotebookFile(stranger.text);
    });
  }

  /** Opens a notebook file. It is a new document of this browser: the original in the store is never overwritten. */
  async openNotebookFile(text: string): Promise<void> {
    const read = parseNotebookText(text);
    await this.autosave.flush();
    const isKnown = (await this.#storage.list()).some((entry) => entry.id === read.id);
    const notebook = isKnown ? { ...read, id: newId() } : read;
    this.open.show(notebook);
    this.#showNotebook('loading');
    this.autosave.schedule(notebook);
    await this.data.bring(notebook);
  }
  /** The notebook as a file may hold it: without any value of the data. */
  notebookFile(): NotebookSpec {
    void this.#trusted.add(this.open.document);
    return writeNotebook(this.open.document, { forSharing: true });
  }

  /** Takes a cell out and offers the way back. */
  removeCell(id: string): void {
    const cell = this.open.document.cells.find((candidate) => candidate.id === id);
    if (!cell) return;
    const title = this.open.titleOf(cell);
    this.open.remove(id);
    if (this.open.document.cells.includes(cell)) return;
    this.#notice = {
      text: this.#i18n.t(notebookTexts, 'deleted', { title }),
      action: { label: this.#i18n.t(notebookTexts, 'undo'), run: () => this.open.undo() },
    };
  }
  /** Shows a failure of something the person asked for. */
  report(cause: unknown): void {
    if (!isAbort(cause)) this.#notice = { error: toAppError(cause) };
  }

  /** Clears the document and the stored data of this browser. */
  async forgetEverything(): Promise<void> {
    this.autosave.stop();
    this.writer.release();
    this.rememberedRoles.clear();
    // Nothing that is still on its way may be stored after the store is empty.
    await this.data.atRest();
    this.open.waitForData();
    await Promise.all([this.#storage.forgetEverything(), this.#room.forgetEverything()]);
    this.#screen = { name: 'home' };
    this.data.state = 'none';
    this.#notice = null;
    await this.refreshRecent();
  }

  #showNotebook(dataState: 'loading' | 'ready'): void {
    this.data.state = dataState;
    this.#screen = { name: 'notebook' };
    this.#dataScreen = null;
    this.#notice = null;
    void this.writer.claim(this.open.document.id);
    void this.#storage.setMeta('open', this.open.document.id).catch(() => undefined);
  }

  /** The document changed: it is saved, and its tables follow when its sources are others. */
  #documentChanged(notebook: Notebook): void {
    this.autosave.schedule(notebook);
    this.data.follow(notebook);
  }

  async #quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      this.report(cause);
    }
  }
}
