import { missing } from '../i18n/format.js';
import type { Locale } from '../i18n/locale.js';
import { rowOrder, type Direction, type SortKey } from './row-order.js';

/** Turns each column heading into a button that sorts the rows: ascending, descending, as printed. */
export function makeSortable(table: HTMLTableElement, locale: Locale): void {
  const body = table.tBodies[0];
  const headings = Array.from(table.tHead?.rows[0]?.cells ?? []);
  if (!body || body.rows.length < 2) return;
  const printed = Array.from(body.rows);
  for (const [index, heading] of headings.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => {
      const direction = following(heading.ariaSort);
      for (const other of headings) other.ariaSort = other === heading ? direction : null;
      const keys = printed.map((row) => sortKey(row.cells[index]));
      const order = direction ? rowOrder(keys, direction, locale) : printed.map((_, row) => row);
      body.replaceChildren(...order.flatMap((row) => printed[row] ?? []));
    });
    heading.append(button);
  }
}

function following(current: string | null): Direction | null {
  if (current === 'ascending') return 'descending';
  return current === 'descending' ? null : 'ascending';
}

/** `data-value` is the number or the ISO date behind a formatted text. */
function sortKey(cell: HTMLTableCellElement | undefined): SortKey {
  const value = cell?.dataset['value'];
  if (value !== undefined) return Number.isNaN(Number(value)) ? value : Number(value);
  const text = cell?.textContent.trim() ?? '';
  return text === '' || text === missing ? null : text;
}
