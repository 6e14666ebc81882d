import type { Role } from '../data/roles.js';
import type { ImportFacts, Source } from '../data/source.js';

/** Roles without which the customer analyses have nothing to work on. */
const keyRoles: readonly Role[] = ['customer_id', 'order_date', 'amount'];

/** An import that is read but not accepted: its tables stand in a schema of their own. */
export class ImportDraft {
  readonly schema: string;
  /** The files by source id, for reading a column again under another role. */
  readonly files: ReadonlyMap<string, Blob>;
  /** The open notebook that the files belong to, when they are its own coming back or added to it. */
  readonly joins: boolean;
  #sources = $state.raw<readonly Source[]>([]);
  #facts = $state.raw<ImportFacts>() as ImportFacts;
  #isBusy = $state(false);

  constructor(
    schema: string,
    files: ReadonlyMap<string, Blob>,
    joins: boolean,
    sources: readonly Source[],
    facts: ImportFacts,
  ) {
    this.schema = schema;
    this.files = files;
    this.joins = joins;
    this.#sources = sources;
    this.#facts = facts;
  }

  get sources(): readonly Source[] {
    return this.#sources;
  }
  get facts(): ImportFacts {
    return this.#facts;
  }
  /** True while a column is being read again. */
  get isBusy(): boolean {
    return this.#isBusy;
  }
  /** Key roles that no column has. An amount may also come from a quantity and a unit price. */
  get missing(): Role[] {
    const roles = new Set(this.#sources.flatMap((source) => source.columns.map((column) => column.role)));
    const hasAmount = roles.has('quantity') && roles.has('unit_price');
    return keyRoles.filter((role) => !roles.has(role) && !(role === 'amount' && hasAmount));
  }

  /** Runs a change of the draft; meanwhile it cannot be accepted. */
  async change(work: () => Promise<{ sources: readonly Source[]; facts: ImportFacts }>): Promise<void> {
    this.#isBusy = true;
    try {
      const { sources, facts } = await work();
      this.#sources = sources;
      this.#facts = facts;
    } finally {
      this.#isBusy = false;
    }
  }
}
