/** Milliseconds before a running import shows its progress. */
const quietTime = 300;

/** A file that is being read, and which share of it is done, 0–1; null while that is not known. */
export interface Progress {
  readonly file: string;
  readonly share: number | null;
}

/** What is being read, shown once it has taken longer than a blink. */
export class ReadingProgress {
  #shown = $state.raw<Progress | null>(null);
  #current: Progress | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Null while there is nothing to show. */
  get shown(): Progress | null {
    return this.#shown;
  }

  begin(file: string): void {
    this.end();
    this.#current = { file, share: null };
    this.#timer = setTimeout(() => (this.#shown = this.#current), quietTime);
  }

  tell(file: string, share: number | null): void {
    this.#current = { file, share };
    if (this.#shown) this.#shown = this.#current;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#shown = null;
  }
}
