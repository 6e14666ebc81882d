/** Which cells must not be tried again by themselves, and which must be although nothing changed. */
export class Attempts {
  /** Key with which a cell failed or was stopped. */
  readonly #refused = new Map<string, string>();
  readonly #again = new Set<string>();

  /** The cell failed or was stopped: it rests until its key changes or somebody asks for it. */
  refuse(cellId: string, key: string): void {
    this.#again.delete(cellId);
    this.#refused.set(cellId, key);
  }

  isRefused(cellId: string, key: string): boolean {
    return this.#refused.get(cellId) === key;
  }

  /** Lets a cell that was refused run if it has no current result. */
  allow(cellId: string): void {
    this.#refused.delete(cellId);
  }

  /** Makes a cell run once more, current result or not. */
  askAgain(cellId: string): void {
    this.allow(cellId);
    this.#again.add(cellId);
  }

  isAskedAgain(cellId: string): boolean {
    return this.#again.has(cellId);
  }

  /** The cell runs now, which is what was asked for. */
  begin(cellId: string): void {
    this.#again.delete(cellId);
  }

  forget(cellId: string): void {
    this.#refused.delete(cellId);
    this.#again.delete(cellId);
  }
}
