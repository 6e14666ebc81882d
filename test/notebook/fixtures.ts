import type { Source } from '../../src/data/source.js';
import type { Cell, Notebook } from '../../src/notebook/document.js';
import { newNotebook } from '../../src/notebook/document.js';

/** A cell with plain defaults. */
export function cell(id: string, change: Partial<Cell> = {}): Cell {
  return {
    id,
    kind: 'rfm',
    name: id,
    title: null,
    step: 'segment',
    params: {},
    showTable: false,
    source: null,
    links: {},
    notes: '',
    ...change,
  };
}

/** A SQL cell whose id is also its name. */
export function sqlCell(id: string, sql: string): Cell {
  return cell(id, { kind: 'sql', params: { sql } });
}

/** A notebook with these cells. */
export function notebookOf(cells: readonly Cell[], sources: readonly Source[] = []): Notebook {
  return { ...newNotebook(), cells, sources };
}

/** A loaded file of two columns that holds raw values of customers. */
export const shopSource: Source = {
  id: 'source1',
  file: 'ventes.csv',
  table: 'ventes',
  format: 'csv',
  bytes: 1200,
  encoding: 'utf-8',
  delimiter: ';',
  rowsRead: 3,
  rowsRemoved: 0,
  member: null,
  rejectCounts: [{ column: 'montant', count: 1 }],
  choices: { roles: {} },
  rowsLoaded: 2,
  rejectCount: 1,
  rejects: [{ line: 3, column: 'montant', value: 'Dupont 06 12 34', reason: 'not-a-number' }],
  repairs: [
    { code: 'title-lines-skipped', detail: 'Ventes de Durand', count: 1 },
    { code: 'decimal-comma', detail: 'montant', count: 2 },
  ],
  columns: [
    {
      name: 'client',
      type: 'text',
      format: {},
      samples: ['dupont@example.org', 'martin@example.org', 'petit@example.org'],
      role: 'customer_id',
      confidence: 0.9,
    },
    {
      name: 'montant',
      type: 'number',
      format: { decimal: ',' },
      samples: ['1,5'],
      role: null,
      confidence: 0,
    },
  ],
  currency: 'EUR',
  ambiguousDates: [],
};
