import { dateShape } from '../values/dates.js';
import { isDataValue, isMissing } from '../values/values.js';
import { filledOf, holdsData, isNames, type HeadRecord } from './head-records.js';

/** Lines looked through for a header that is fuller than the first line of its shape. */
const mostTitles = 20;

/** Position of the header: the first line of its shape, unless titles of a name and a value stand above a fuller one. */
export function findHeader(records: readonly HeadRecord[], width: number): number {
  const used = new Set(
    records.flatMap(({ fields }) => fields.flatMap((field, at) => (field.trim() ? [at] : []))),
  );
  const first = records.findIndex((record) => isHeaderShaped(record.fields, width, used.size));
  for (let index = first + 1; first >= 0 && index < first + mostTitles; index += 1) {
    const above = records[index - 1];
    if (holdsData(above) && filledOf(above) > 2) break;
    const isFuller = filledOf(records[index]) > filledOf(records[first]);
    if (isFuller && !holdsData(records[index]) && holdsData(records[index + 1])) return index;
  }
  // Names that are fewer than the columns are better than a row taken for names, unless the rows do not agree either.
  const before = records[first - 1];
  const isShort = isNames(before) && before!.fields.length > 1 && before!.fields.length < width;
  return isShort && holdsData(records[first]) && agree(records.slice(first), width) ? first - 1 : first;
}

function agree(records: readonly HeadRecord[], width: number): boolean {
  return records.filter(({ fields }) => fields.length === width).length >= 0.8 * records.length;
}

/** A title stands alone on its line, even when a spreadsheet padded it with delimiters. `used`: columns that hold anything. */
function isHeaderShaped(fields: readonly string[], width: number, used: number): boolean {
  const filled = fields.filter((field) => field.trim() !== '').length;
  if (width <= 2) return filled > 0 && fields.length >= width;
  return fields.length >= width - 1 && filled >= 2 && filled >= used / 3;
}

/** The first line is data when it holds nothing but values, or a date or decimal with more of the same below it. */
export function looksLikeData(top: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = top.filter((field) => field.trim() !== '');
  if (filled.length > 0 && filled.every((field) => isDataValue(field, true))) {
    // A row of plain years above other numbers is a header: 2021;2022;2023.
    return !(below.length > 0 && filled.every((field) => /^(19|20)\d\d$/.test(field.trim())));
  }
  return top.some((field, index) => {
    if (!isDataValue(field, false)) return false;
    const all = below.slice(0, 20).map((fields) => fields[index] ?? '');
    const present = all.filter((value) => !isMissing(value));
    const values = present.length > 0 ? present : all;
    // Days may be the names of columns that hold numbers.
    if (dateShape(field)) return values.every((value) => dateShape(value));
    return values.every((value) => isDataValue(value, true));
  });
}

/** Row names without a header (R), a delimiter too many at the end of the header, or names for the first columns only. */
export function fitHeader(
  top: readonly string[],
  below: readonly (readonly string[])[],
  width: number,
): string[] {
  const header = [...top];
  while (header.length > width && header.at(-1)?.trim() === '') header.pop();
  if (header.length === width - 1) {
    const firsts = below.map((fields) => fields[0] ?? '');
    const areRowNames = new Set(firsts).size === firsts.length;
    if (!areRowNames || below.every((fields) => fields[width - 1]?.trim() === '')) header.push('');
    else header.unshift('');
  }
  while (header.length < width) header.push('');
  return header;
}
