import type { Command } from './keys.js';

/** What the notes, the list of keys and the settings have in common: a panel that is shown or not. */
export type Panel = 'notes' | 'keys' | 'settings';

/** Where a presentation stands and what it shows beside the screen. */
export class Presentation {
  readonly #screens: () => number;
  #index = $state(0);
  #part = $state(0);
  #parts = $state(1);
  #isWide = $state(false);
  #isBlank = $state(false);
  #hasTimer = $state(true);
  #panels = $state.raw<ReadonlySet<Panel>>(new Set());

  /** `screens` tells how many there are; the document may change meanwhile. */
  constructor(screens: () => number) {
    this.#screens = screens;
  }

  get index(): number {
    return Math.min(this.#index, this.#screens() - 1);
  }
  get isFirst(): boolean {
    return this.index === 0 && this.part === 0;
  }
  get isLast(): boolean {
    return this.index === this.#screens() - 1 && this.part === this.parts - 1;
  }
  /** The part of the screen that is shown, where the cell is taller than the screen. */
  get part(): number {
    return Math.min(this.#part, this.#parts - 1);
  }
  set part(part: number) {
    this.#part = part;
  }
  get parts(): number {
    return this.#parts;
  }
  set parts(parts: number) {
    this.#parts = parts;
  }
  /** A table of the screen is wider than it. */
  get isWide(): boolean {
    return this.#isWide;
  }
  set isWide(isWide: boolean) {
    this.#isWide = isWide;
  }
  get isBlank(): boolean {
    return this.#isBlank;
  }
  get hasTimer(): boolean {
    return this.#hasTimer;
  }
  shows(panel: Panel): boolean {
    return this.#panels.has(panel);
  }
  toggle(panel: Panel): void {
    const panels = new Set(this.#panels);
    if (!panels.delete(panel)) panels.add(panel);
    this.#panels = panels;
  }

  /** Obeys; `answers`, `right`, `left` and `leave` are up to the screen. Going anywhere ends the black screen. */
  do(command: Exclude<Command, 'answers' | 'right' | 'left' | 'leave'>): void {
    if (command === 'blank') this.#isBlank = !this.#isBlank;
    else if (command === 'timer') this.#hasTimer = !this.#hasTimer;
    else if (command === 'notes' || command === 'keys' || command === 'settings') this.toggle(command);
    else {
      this.#isBlank = false;
      this.#go(command);
    }
  }

  #go(command: 'next' | 'previous' | 'down' | 'up' | 'first' | 'last'): void {
    if (command === 'first') this.#show(0);
    else if (command === 'last') this.#show(this.#screens() - 1);
    else if (command === 'next' || command === 'down') {
      if (this.part < this.parts - 1) this.#part = this.part + 1;
      else if (command === 'next' && this.index < this.#screens() - 1) this.#show(this.index + 1);
    } else if (this.part > 0) this.#part = this.part - 1;
    else if (command === 'previous' && this.index > 0) this.#show(this.index - 1, Infinity);
  }
  /** Parts are counted anew when the screen is drawn; until then there is one. */
  #show(index: number, part = 0): void {
    if (index !== this.index) {
      this.#parts = 1;
      this.#isWide = false;
    }
    this.#index = index;
    this.#part = part;
  }
}
