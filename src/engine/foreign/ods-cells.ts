import { AppError } from '../../core/errors.js';

/** Cells with content that a sheet of repeats may unfold to. */
const mostCells = 20_000_000;

const attributes = `(?:\\s(?:[^<>"']|"[^"]*"|'[^']*')*)?`;
const unwrittenCell = new RegExp(`<((?:[\\w-]+:)?table-cell)(${attributes})(?:/>|>\\s*</\\1>)`, 'g');
const rowOrCell = new RegExp(`<(/?(?:[\\w-]+:)?(table-row|table-cell))(${attributes})>`, 'g');
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const stringValue = /\s[\w:]*string-value="([^"]*)"/;

/** The content of a document as SheetJS reads it whole, and never unfolded to more than a table may have. */
export function readableContent(content: string, file: string): string {
  const readable = withWrittenCells(withQuotes(content));
  refuseRepeats(readable, file);
  return readable;
}

/** SheetJS passes over tags whose attributes stand in single quotes. */
function withQuotes(content: string): string {
  return content.replace(rowOrCell, (tag: string, name: string, _: string, attributes: string) => {
    if (!attributes.includes("'")) return tag;
    const quoted = attributes.replace(attribute, (_whole, key: string, double?: string, single?: string) => {
      return `${key}="${(double ?? single ?? '').replaceAll('"', '&quot;')}"`;
    });
    return `<${name}${quoted}>`;
  });
}

/**
 * Some programs write the value of a cell and not the text that is shown for it; SheetJS takes such a cell for an empty
 * one. It gets the text, or at least an end of its own.
 */
function withWrittenCells(content: string): string {
  return content.replace(unwrittenCell, (cell: string, name: string, attributes: string) => {
    const type = /\bvalue-type="([^"]*)"/.exec(attributes)?.[1];
    if (type === undefined) return cell;
    if (type !== 'string') return `<${name}${attributes}></${name}>`;
    const text = stringValue.exec(attributes)?.[1] ?? '';
    return `<${name}${attributes.replace(stringValue, '')}><text:p>${text}</text:p></${name}>`;
  });
}

/**
 * OpenDocument writes equal cells and rows once, with a count. Refuses a document whose counts would unfold to more
 * cells than any table that can be read has; empty cells cost nothing. Counts are read as SheetJS reads them.
 */
function refuseRepeats(content: string, file: string): void {
  let [cells, inRow, rowTimes] = [0, 0, 1];
  for (const [tag, name = '', kind] of content.matchAll(rowOrCell)) {
    const isClosing = name.startsWith('/');
    if (kind === 'table-row') {
      cells += inRow * rowTimes;
      inRow = 0;
      rowTimes = isClosing ? 1 : Number(repeated(tag, 'rows')) || 1;
      if (cells > mostCells) throw new AppError('file/inflates-too-much', { file });
    } else if (!isClosing && !tag.endsWith('/>')) {
      inRow += parseInt(repeated(tag, 'columns'), 10) || 1;
    }
  }
}

function repeated(tag: string, of: 'rows' | 'columns'): string {
  return new RegExp(`number-${of}-repeated="([^"]*)"`).exec(tag)?.[1] ?? '';
}
