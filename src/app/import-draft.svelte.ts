import type { ReadFile } from '../data/load.js';
import type { Role } from '../data/roles/roles.js';
import type { SalesPlan } from '../data/warehouse/sales-plan.js';
import type { ImportFacts, Repair, Source } from '../data/source.js';
import { besideNothing, twinAmong, type Beside, type Twin } from './twins.js';

/** Roles without which the customer analyses have nothing to work on. */
const keyRoles: readonly Role[] = ['customer_id', 'order_date', 'amount'];

/** What the files of an import are taken for: the roles in the sources, and what follows from them. */
export interface Meaning {
  readonly sources: readonly Source[];
  readonly plan: SalesPlan | null;
  /** Null when nobody is going to read them. */
  readonly facts: ImportFacts | null;
}

/** What a change of a draft makes of it. */
export interface Change {
  readonly meaning: Meaning;
  /** A source's id and the file that it is from now. */
  readonly file?: readonly [id: string, file: ReadFile];
}

/** An import that is read but not accepted: its tables stand in a schema of their own. */
export class ImportDraft {
  readonly schema: string;
  /** The open notebook that the files belong to, when they are its own coming back or added to it. */
  readonly joins: boolean;
  readonly beside: Beside;
  /** The name of each table where it takes no other's place, by source id. */
  readonly #ownTables = new Map<string, string>();
  /** What making the warehouse puts right, by source id: counted when the review is on the screen already. */
  #repairs = $state.raw<ReadonlyMap<string, readonly Repair[]>>(new Map());
  #meaning = $state.raw<Meaning>() as Meaning;
  #files = $state.raw<ReadonlyMap<string, ReadFile>>(new Map());
  #isBusy = $state(false);

  constructor(
    schema: string,
    files: ReadonlyMap<string, ReadFile>,
    joins: boolean,
    meaning: Meaning,
    beside: Beside = besideNothing,
  ) {
    this.schema = schema;
    this.#files = files;
    this.joins = joins;
    this.#meaning = meaning;
    this.beside = beside;
    this.#nameTables(meaning);
  }

  /** The unpacked files by source id, for reading a column again under another role, or another sheet. */
  get files(): ReadonlyMap<string, ReadFile> {
    return this.#files;
  }
  get meaning(): Meaning {
    return this.#meaning;
  }
  get sources(): readonly Source[] {
    return this.#meaning.sources;
  }
  get facts(): ImportFacts | null {
    return this.#meaning.facts;
  }
  /** What was put right in a source: while reading it, and in the tables made of it. */
  repairsOf(source: Source): readonly Repair[] {
    return [...source.repairs, ...(this.#repairs.get(source.id) ?? [])];
  }
  tellRepairs(repairs: ReadonlyMap<string, readonly Repair[]>): void {
    this.#repairs = repairs;
  }
  /** The table of the notebook that the source continues; none when another new file takes its place already. */
  twinOf(source: Source): Twin | undefined {
    const old = twinAmong(this.beside.sources, source);
    const isTaken = this.sources.some(({ id, table }) => id !== source.id && table === old?.table);
    return old && !isTaken ? { file: old.file, table: old.table, own: this.ownTable(source) } : undefined;
  }
  /** What the source's table is called where it takes no other's place. */
  ownTable({ id, table }: Source): string {
    return this.#ownTables.get(id) ?? table;
  }

  /** True while a column is being read again. */
  get isBusy(): boolean {
    return this.#isBusy;
  }
  /** Key roles that no column has. An amount may also come from a quantity and a unit price. */
  get missing(): Role[] {
    const roles = new Set(this.sources.flatMap((source) => source.columns.map((column) => column.role)));
    const hasAmount = roles.has('quantity') && roles.has('unit_price');
    // An address or a name tells customers apart where there is no number.
    const hasCustomer = roles.has('email') || roles.has('customer_name');
    return keyRoles.filter(
      (role) =>
        !roles.has(role) && !(role === 'amount' && hasAmount) && !(role === 'customer_id' && hasCustomer),
    );
  }

  /** Runs a change of the draft, which may give a source another file; meanwhile it cannot be accepted. */
  async change(work: () => Promise<Change>): Promise<void> {
    this.#isBusy = true;
    try {
      const { meaning, file } = await work();
      this.#meaning = meaning;
      this.#nameTables(meaning);
      this.#repairs = new Map();
      if (file) this.#files = new Map([...this.#files, file]);
    } finally {
      this.#isBusy = false;
    }
  }

  #nameTables({ sources }: Meaning): void {
    for (const { id, table } of sources) if (!this.#ownTables.has(id)) this.#ownTables.set(id, table);
  }
}
