import type { I18n } from '../../i18n/i18n.svelte.js';
import { dimensionLabel } from './labels.js';
import type { Params } from './params.js';
import type { Result } from './run.js';
import { columnLimit } from './sql.js';
import { texts } from './texts.js';

/** The sentences under the table: on which lines the totals stand, and what is not shown. */
export function notesOf(i18n: I18n, result: Result, params: Params): string[] {
  const { summary, layout, cells, allCells } = result;
  if (summary.lines === 0) return [i18n.t(texts, 'empty')];
  const count = i18n.number(summary.kept);
  const notes = [
    summary.kept === summary.lines
      ? i18n.t(texts, 'all', { lines: summary.kept, count })
      : i18n.t(texts, 'some', { lines: summary.kept, count, of: i18n.number(summary.lines) }),
  ];
  if (summary.undated > 0) {
    notes.push(i18n.t(texts, 'undated', { lines: summary.undated, count: i18n.number(summary.undated) }));
  }
  const [field] = layout.rows;
  const others = summary.row_groups - (params.limit ?? summary.row_groups);
  if (field && others > 0) {
    notes.push(
      i18n.t(texts, 'limited', {
        others,
        shown: i18n.number(summary.row_groups - others),
        of: i18n.number(summary.row_groups),
        count: i18n.number(others),
        field: dimensionLabel(i18n, field),
      }),
    );
  }
  if (allCells > cells.rows.length) {
    notes.push(i18n.t(texts, 'cut', { shown: i18n.number(cells.rows.length), of: i18n.number(allCells) }));
  }
  if (summary.column_members > columnLimit) {
    notes.push(
      i18n.t(texts, 'cutColumns', {
        shown: i18n.number(columnLimit),
        of: i18n.number(summary.column_members),
      }),
    );
  }
  return notes;
}
