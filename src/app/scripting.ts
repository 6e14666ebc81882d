import { loadAnalysis, isCellKind } from '../analyses/registry.js';
import { AppError, isAbort, toAppError } from '../core/errors.js';
import type { CanonicalTable } from '../core/warehouse.js';
import type { Column, ColumnType, NamedTable, Value } from '../core/tables.js';
import type { Role } from '../data/roles/roles.js';
import type { Reject, RoleChoice, Source } from '../data/source.js';
import { sql } from '../engine/sql.js';
import { parseSelect } from '../engine/user-sql.js';
import { errorMessage } from '../i18n/errors.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import { sourceNotices } from './review/source-notices.js';
import type { Exporter } from './exporter.js';
import type { Workspace } from './workspace.svelte.js';

/** What an import did, as `open` answers it. */
export interface ImportSummary {
  readonly sources: readonly SourceSummary[];
  readonly canonical: Readonly<Partial<Record<CanonicalTable, number>>>;
  readonly asOf: string | null;
}

interface SourceSummary {
  readonly source: string;
  readonly format: string;
  readonly encoding: string;
  readonly delimiter?: string;
  readonly decimal?: string;
  readonly dateFormat?: string;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rejectCount: number;
  readonly rejects: readonly Reject[];
  readonly repairs: readonly { code: string; detail: string; count: number }[];
  readonly roles: Readonly<Record<string, { role: Role; confidence: number }>>;
  readonly table: string;
  /** Every message the person is shown about this file, in the page's language. */
  readonly notices: readonly string[];
}

export interface TableSummary {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly { name: string; type: ColumnType; role?: string }[];
}

export interface CellAnswer {
  readonly status: string;
  readonly tables: readonly NamedTable[];
  readonly sql: Readonly<Record<string, string>>;
  readonly ms: number;
  readonly error?: { code: string; message: string; data: AppError['data'] };
}

/** `window.clientele`: what outside programs may rely on. Failures reject with `{ code, message, data }`. */
export interface Scripting {
  readonly version: string;
  open(
    files: File | readonly File[],
    options?: { accept?: boolean; roles?: Readonly<Record<string, RoleChoice>> },
  ): Promise<ImportSummary>;
  tables(): Promise<TableSummary[]>;
  query(
    text: string,
    options?: { limit?: number },
  ): Promise<{ columns: readonly Column[]; rows: readonly (readonly Value[])[] }>;
  /** `source` names a table with a column `customer_id`: the cell is computed on those customers alone. */
  addCell(cell: {
    kind: string;
    params?: Record<string, unknown>;
    name?: string;
    source?: string;
  }): Promise<{ id: string; name: string }>;
  setParams(name: string, params: Record<string, unknown>): Promise<void>;
  result(name: string): Promise<CellAnswer>;
  /** `privacy` is accepted and has no effect yet: what shows people is always left out. */
  exportHtml(options?: { privacy?: Record<string, unknown> }): Promise<string>;
  notebook(): Promise<unknown>;
  openNotebook(json: unknown): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  reset(): Promise<void>;
}

declare global {
  interface Window {
    clientele: Scripting;
  }
}

/** Puts `window.clientele` on the page. */
export function installScripting(workspace: Workspace, exporter: Exporter, i18n: I18n): void {
  const failure = (cause: unknown): { code: string; message: string; data: AppError['data'] } => {
    const error = isAbort(cause) ? new AppError('bug', { detail: 'cancelled' }) : toAppError(cause);
    return { code: error.code, message: errorMessage(i18n.locale, error), data: error.data };
  };
  /** Failures cross as plain objects in the page's language. */
  const answer = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw failure(cause);
    }
  };
  const cellOf = (name: string): { id: string } => {
    const cell = workspace.open.document.cells.find((candidate) => candidate.name === name);
    if (!cell) throw new AppError('cell/unknown-name', { name });
    return cell;
  };

  window.clientele = {
    version: __APP_VERSION__,
    open: (files, { accept = false, roles = {} } = {}) =>
      answer(async () => {
        const draft = await workspace.importFiles([files].flat(), { roles, isQuiet: accept });
        await workspace.importer.findRepairs(draft);
        const sources = draft.sources.map((source) => ({ ...source, repairs: draft.repairsOf(source) }));
        if (!accept) return summary(sources, {}, draft.facts?.lastDate ?? null, i18n);
        const warehouse = await workspace.acceptImport(draft);
        return summary(sources, warehouse.rows, warehouse.asOf, i18n);
      }),
    tables: () => answer(() => tableList(workspace)),
    query: (text, { limit = 10_000 } = {}) =>
      answer(async () => {
        await workspace.data.atRest();
        return workspace.engine.table(sql`select * from (\n${parseSelect(text)}\n) limit ${limit}`);
      }),
    addCell: ({ kind, params = {}, name, source }) =>
      answer(async () => {
        if (!isCellKind(kind)) throw new AppError('cell/unknown-kind', { kind });
        const { step } = await loadAnalysis(kind);
        const cell = workspace.open.addCell(kind, {
          step,
          params,
          ...(name ? { name } : {}),
          ...(source ? { source } : {}),
        });
        return { id: cell.id, name: cell.name };
      }),
    setParams: (name, params) => answer(() => workspace.open.setParams(cellOf(name).id, params)),
    result: (name) =>
      answer(async () => {
        await workspace.data.atRest();
        const { state, tables } = await workspace.open.settled(cellOf(name).id);
        const run = state.status === 'ready' ? state.run : null;
        return {
          status: state.status,
          tables,
          sql: run?.sql ?? {},
          ms: run?.ms ?? 0,
          ...(state.status === 'failed' ? { error: failure(state.error) } : {}),
        };
      }),
    exportHtml: () => answer(() => exporter.page()),
    notebook: () => answer(() => workspace.notebookFile()),
    openNotebook: (json) =>
      answer(() => workspace.openNotebookFile(typeof json === 'string' ? json : JSON.stringify(json))),
    undo: () => answer(() => workspace.open.undo()),
    redo: () => answer(() => workspace.open.redo()),
    reset: () => answer(() => workspace.forgetEverything()),
  };
}

async function tableList(workspace: Workspace): Promise<TableSummary[]> {
  const { document: notebook, warehouse } = workspace.open;
  const sources = notebook.sources.map(({ table, rowsLoaded, columns }) => ({
    name: table,
    rows: rowsLoaded,
    columns: columns.map(({ name, type, role }) => ({ name, type, ...(role ? { role } : {}) })),
  }));
  const canonical: TableSummary[] = [];
  for (const [name, rows] of Object.entries(warehouse.rows)) {
    const { columns } = await workspace.engine.table(parseSelect(`select * from ${name} limit 0`));
    canonical.push({
      name,
      rows,
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
    });
  }
  return [...canonical, ...sources];
}

function summary(
  sources: readonly Source[],
  canonical: ImportSummary['canonical'],
  asOf: string | null,
  i18n: I18n,
): ImportSummary {
  return { sources: sources.map((source) => sourceSummary(source, i18n)), canonical, asOf };
}

function sourceSummary(source: Source, i18n: I18n): SourceSummary {
  const decimal = source.columns.find((column) => column.format.decimal)?.format.decimal;
  const dateFormat = source.columns.find((column) => column.format.date)?.format.date;
  const { encoding, delimiter, rowsRead, rowsLoaded, rejectCount, rejects, repairs, table } = source;
  return {
    source: source.file,
    format: source.format === 'pasted' ? 'csv' : source.format,
    encoding,
    ...(delimiter === null ? {} : { delimiter }),
    ...(decimal ? { decimal } : {}),
    ...(dateFormat ? { dateFormat } : {}),
    rowsRead,
    rowsLoaded,
    rejectCount,
    rejects,
    repairs,
    roles: Object.fromEntries(
      source.columns.flatMap(({ name, role, confidence }) => (role ? [[name, { role, confidence }]] : [])),
    ),
    table,
    notices: sourceNotices(i18n, source),
  };
}
