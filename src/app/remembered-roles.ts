import * as v from 'valibot';
import { roles } from '../data/roles/roles.js';
import type { RoleChoice } from '../data/source.js';

/** The part of the browser's storage that is used. */
export type RoleStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'clientele.roles';
/** Headers that are remembered; beyond, the one that was accepted longest ago is forgotten. */
const most = 200;

const choiceSchema = v.record(v.string(), v.nullable(v.picklist(roles)));
const storedSchema = v.array(v.tuple([v.string(), v.unknown()]));

/**
 * The meaning that a person accepted for the columns of a file, for the next file with the same header. It is kept in this
 * browser, without any value of the data; what cannot be read there is taken as nothing.
 */
export class RememberedRoles {
  readonly #store: RoleStore | null;

  constructor(store: RoleStore | null = browserStore()) {
    this.#store = store;
  }

  /** The accepted roles of a file with these columns in any order, null when there are none. */
  get(names: readonly string[]): RoleChoice | null {
    const choice = this.#read().get(signatureOf(names)) ?? null;
    // Two headers may share a signature: only one that names the very columns is taken.
    const isSame = choice !== null && joined(Object.keys(choice)) === joined(names);
    return isSame ? choice : null;
  }

  /** Remembers the roles of a file with these columns; columns without a role are remembered as such. */
  set(names: readonly string[], choice: RoleChoice): void {
    const all = this.#read();
    const signature = signatureOf(names);
    all.delete(signature);
    all.set(
      signature,
      Object.fromEntries(
        names.map((name) => [name, Object.hasOwn(choice, name) ? (choice[name] ?? null) : null]),
      ),
    );
    this.#write([...all].slice(-most));
  }

  clear(): void {
    try {
      this.#store?.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  /** In the order in which they were accepted. */
  #read(): Map<string, RoleChoice> {
    const found = new Map<string, RoleChoice>();
    for (const [signature, stored] of v.parse(v.fallback(storedSchema, []), this.#readJson())) {
      const choice = v.safeParse(choiceSchema, stored);
      if (choice.success) found.set(signature, choice.output);
    }
    return found;
  }

  #readJson(): unknown {
    try {
      return JSON.parse(this.#store?.getItem(key) ?? '[]');
    } catch {
      return [];
    }
  }

  #write(all: readonly (readonly [string, RoleChoice])[]): void {
    try {
      this.#store?.setItem(key, JSON.stringify(all));
    } catch {
      // Without room the guess is made anew: nothing of the person's work is lost.
    }
  }
}

/** The same for the same columns in another order: two FNV-1a hashes over the sorted names. */
function signatureOf(names: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (const letter of joined(names)) {
    const code = letter.codePointAt(0) ?? 0;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + 0x9e37), 0x01000193);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

/** In the same order for all; a name may hold a line end, and quotes are what keeps it apart from two. */
function joined(names: readonly string[]): string {
  return JSON.stringify([...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Null where the browser refuses, as it does for pages that may keep nothing. */
function browserStore(): RoleStore | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
