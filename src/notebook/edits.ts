import type { Draft } from 'immer';
import { AppError } from '../core/errors.js';
import { newId } from '../core/ids.js';
import type { Source } from '../data/source.js';
import type { CustomerMerge, WarehouseChoices } from '../data/warehouse/warehouse-choices.js';
import { steps, type Step } from '../analyses/analysis.js';
import type { Cell, Notebook, NotebookFilter } from './document.js';
import { freeName } from './names.js';
import { plainJson } from './plain-json.js';
import { renameTable } from './references.js';
import { isSame } from './sql-names.js';

/** A change of the notebook. Changes in quick succession with the same `mergeKey` are undone as one. */
export interface Recipe {
  (draft: Draft<Notebook>): void;
  readonly mergeKey?: string;
}

/** What a new cell is made from; whatever is left out takes its default. */
export interface NewCell {
  readonly kind: string;
  readonly step: Step;
  readonly name?: string;
  readonly title?: string | null;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly source?: string | null;
}

/** A cell with an id and a free name, not yet in the notebook. */
export function makeCell(
  notebook: Notebook,
  { kind, step, name, title = null, params = {}, source = null }: NewCell,
): Cell {
  const settings = plainParams(params);
  return {
    id: newId(),
    kind,
    name: freeName(name ?? kind, notebook),
    title,
    step,
    params: settings,
    showTable: false,
    source,
    links: {},
    notes: '',
  };
}

/** Puts a cell behind or before another of its step, or at the end of its step. */
export function addCell(cell: Cell, { after, before }: { after?: string; before?: string } = {}): Recipe {
  return (draft) => {
    const beside = draft.cells.findIndex(({ id, step }) => id === (after ?? before) && step === cell.step);
    const place = beside < 0 ? endOfStep(draft, cell.step) : after === undefined ? beside : beside + 1;
    draft.cells.splice(place, 0, cell as Draft<Cell>);
  };
}

/** A copy of a cell, with an id and a free name of its own, for another place of the notebook. */
export function copyOf(cell: Cell, step: Step, notebook: Notebook): Cell {
  return {
    ...cell,
    step,
    params: { ...cell.params },
    links: { ...cell.links },
    id: newId(),
    name: freeName(cell.name, notebook),
  };
}

/** Moves a cell by one place; past the end of its step it goes over to the neighbouring one. */
export function moveCell(id: string, direction: 'up' | 'down'): Recipe {
  return (draft) => {
    const index = draft.cells.findIndex((cell) => cell.id === id);
    const cell = draft.cells[index];
    if (!cell) return;
    const offset = direction === 'up' ? -1 : 1;
    const neighbour = draft.cells[index + offset];
    if (neighbour?.step === cell.step) {
      draft.cells[index] = neighbour;
      draft.cells[index + offset] = cell;
      return;
    }
    const step = steps[steps.indexOf(cell.step) + offset];
    if (step) cell.step = step;
  };
}

/** Gives a cell a title, a name or both. Who reads it under the old name reads it under the new one. */
export function renameCell(id: string, { title, name }: { title?: string | null; name?: string }): Recipe {
  return (draft) => {
    const cell = draft.cells.find((other) => other.id === id);
    if (!cell) return;
    if (title !== undefined) cell.title = title === '' ? null : title;
    if (name === undefined || name === cell.name) return;
    renameEverywhere(draft, cell, freeName(name, draft, id));
  };
}

/** Puts a copy behind the cell. */
export function duplicateCell(id: string): Recipe {
  return (draft) => {
    const index = draft.cells.findIndex((cell) => cell.id === id);
    const cell = draft.cells[index];
    if (!cell) return;
    const copy = {
      ...cell,
      params: { ...cell.params },
      links: { ...cell.links },
      id: newId(),
      name: freeName(cell.name, draft),
    };
    draft.cells.splice(index + 1, 0, copy);
  };
}

/** Takes a cell out. The notebook is no longer limited to its customers; cells that read it say that it is missing. */
export function deleteCell(id: string): Recipe {
  return (draft) => {
    const cell = draft.cells.find((other) => other.id === id);
    draft.cells = draft.cells.filter((other) => other.id !== id);
    const { segment } = draft.filter;
    if (cell && segment !== null && isSame(segment, cell.name)) draft.filter.segment = null;
  };
}

/** Computes a cell on the customers of a table alone; null is everybody. */
export function setSource(id: string, source: string | null): Recipe {
  return (draft) => {
    const cell = draft.cells.find((other) => other.id === id);
    if (cell) cell.source = source;
  };
}

/** Makes a setting follow an input; null sets it free with the value that it had of its own. */
export function setLink(id: string, param: string, input: string | null): Recipe {
  return (draft) => {
    const cell = draft.cells.find((other) => other.id === id);
    if (!cell) return;
    const others = Object.entries(cell.links).filter(([name]) => name !== param);
    cell.links = Object.fromEntries(input === null ? others : [...others, [param, input]]);
  };
}

/** Limits the whole notebook. */
export function setFilter(change: Partial<NotebookFilter>): Recipe {
  const recipe = (draft: Draft<Notebook>): void => void Object.assign(draft.filter, change);
  return Object.assign(recipe, { mergeKey: `filter ${Object.keys(change).join(' ')}` });
}

/** Makes the notebook what another version of it was. */
export function goBackTo({ title, sources, warehouse, filter, cells }: Notebook): Recipe {
  return (draft) => void Object.assign(draft, { title, sources, warehouse, filter, cells });
}

/** All in one step. */
export function inOne(...recipes: readonly Recipe[]): Recipe {
  return (draft) => {
    for (const recipe of recipes) recipe(draft);
  };
}

/** Merges settings into a cell's params. `undefined` gives a setting back its default. */
export function setParams(id: string, change: Readonly<Record<string, unknown>>): Recipe {
  const values = plainParams(change);
  const dropped = Object.keys(change).filter((key) => change[key] === undefined);
  const recipe = (draft: Draft<Notebook>): void => {
    const cell = draft.cells.find((other) => other.id === id);
    if (!cell) return;
    for (const key of dropped) delete cell.params[key];
    for (const [key, value] of Object.entries(values)) {
      if (JSON.stringify(cell.params[key]) !== JSON.stringify(value)) cell.params[key] = value;
    }
  };
  return Object.assign(recipe, { mergeKey: `params ${id}` });
}

/** Replaces the files. A cell whose name a file's table takes gets a new name. */
export function setSources(sources: readonly Source[]): Recipe {
  return (draft) => {
    draft.sources = sources as Draft<readonly Source[]>;
    for (const cell of draft.cells) {
      const name = freeName(cell.name, draft, cell.id);
      if (name !== cell.name) renameEverywhere(draft, cell, name);
    }
  };
}

/** Declares the as-of date, the tax or the currency of the data; null goes back to what the data say. */
export function declare(change: Partial<Omit<WarehouseChoices, 'merges'>>): Recipe {
  const recipe = (draft: Draft<Notebook>): void => void Object.assign(draft.warehouse, change);
  return Object.assign(recipe, { mergeKey: `declare ${Object.keys(change).join(' ')}` });
}

/** Takes customer numbers for those of other ones; a number that is merged already goes to the new one. */
export function mergeCustomers(merges: readonly CustomerMerge[]): Recipe {
  return (draft) => {
    const replaced = new Set(merges.map(({ from }) => from));
    const kept = draft.warehouse.merges.filter(({ from }) => !replaced.has(from));
    draft.warehouse.merges = [...kept, ...merges];
  };
}

/** Takes customer numbers apart again. */
export function separateCustomers(froms: readonly string[]): Recipe {
  return (draft) => {
    const kept = draft.warehouse.merges.filter(({ from }) => !froms.includes(from));
    if (kept.length < draft.warehouse.merges.length) draft.warehouse.merges = kept;
  };
}

/** Sets the notebook's title; an empty one goes back to the default. */
export function setTitle(title: string): Recipe {
  return (draft) => {
    draft.title = title.trim() === '' ? null : title;
  };
}

/** Shows or hides the numbers behind a cell's chart. */
export function toggleTable(id: string): Recipe {
  return (draft) => {
    const cell = draft.cells.find((other) => other.id === id);
    if (cell) cell.showTable = !cell.showTable;
  };
}

/** Writes what the speaker wants to say about a cell. */
export function setNotes(id: string, notes: string): Recipe {
  const recipe = (draft: Draft<Notebook>): void => {
    const cell = draft.cells.find((other) => other.id === id);
    if (cell) cell.notes = notes.trim();
  };
  return Object.assign(recipe, { mergeKey: `notes ${id}` });
}

/** Settings from a control or a script, as plain data of our own. */
function plainParams(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = plainJson(params, (detail) => new AppError('params/invalid', { detail }));
  // A plain copy of an object is an object.
  return plain as Record<string, unknown>;
}

function endOfStep(draft: Draft<Notebook>, step: Step): number {
  const place = steps.indexOf(step);
  return draft.cells.filter((cell) => steps.indexOf(cell.step) <= place).length;
}

function renameEverywhere(draft: Draft<Notebook>, cell: Draft<Cell>, name: string): void {
  for (const other of draft.cells) renameTable(other, cell.name, name);
  if (draft.filter.segment !== null && isSame(draft.filter.segment, cell.name)) draft.filter.segment = name;
  cell.name = name;
}
