import type { RepairCode } from '../source.js';
import { isDataValue } from '../values/values.js';
import { filledOf, type HeadRecord } from './head-records.js';

/** The lines of a header besides the one with the names. */
export interface HeaderLines {
  /** Names of groups of columns, right above it. */
  readonly groups: HeadRecord | null;
  /** What stands below it and is no row yet: more names, or units. */
  readonly second: HeadRecord | null;
  /** The second line, when it holds names. */
  readonly names: HeadRecord | null;
}

/** A header as nearly all are. */
export const oneLine: HeaderLines = { groups: null, second: null, names: null };

/** Finds a line of groups above a header, and a line of more names or of units below it. */
export function headerLines(
  above: HeadRecord | undefined,
  top: HeadRecord,
  below: readonly HeadRecord[],
  undone: readonly RepairCode[],
): HeaderLines {
  const [second, ...rows] = below;
  const fields = rows.map((row) => row.fields);
  const mayJoin = !undone.includes('header-lines-joined');
  if (second && mayJoin && isSecondLine(top.fields, second.fields, fields))
    return { groups: null, second, names: second };
  const hasUnits = second && !undone.includes('title-lines-skipped') && isUnits(second.fields, fields);
  return {
    groups: mayJoin && above && isGroups(above, top.fields) ? above : null,
    second: hasUnits ? second : null,
    names: null,
  };
}

/** The names of the columns as their lines together give them. */
export function writtenNames({ groups, names }: HeaderLines, top: HeadRecord): readonly string[] {
  if (names) return joinNames(top.fields, names.fields);
  return groups ? joinNames(groups.fields, top.fields) : top.fields;
}

function isEmpty(field: string | undefined): boolean {
  return (field ?? '').trim() === '';
}

/**
 * The second line of a header that has two: it completes names that are empty above it and says nothing of the rows, all
 * of which have a first field.
 */
function isSecondLine(
  top: readonly string[],
  fields: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  return (
    top.length === fields.length &&
    isEmpty(fields[0]) &&
    !isEmpty(top[0]) &&
    top.some(isEmpty) &&
    top.every((name, index) => !isEmpty(name) || !isEmpty(fields[index])) &&
    !fields.some((field) => isDataValue(field, true)) &&
    below.length > 0 &&
    below.every((row) => !isEmpty(row[0]))
  );
}

/** True for a line of groups above the header: without it names of the header would repeat themselves. */
function isGroups(above: HeadRecord, top: readonly string[]): boolean {
  const names = top.map((name) => name.trim()).filter((name) => name !== '');
  return (
    above.fields.length === top.length &&
    isEmpty(above.fields[0]) &&
    filledOf(above) > 0 &&
    new Set(names).size < names.length
  );
}

/** Names of two lines: a group holds for the columns to its right until the next one. */
function joinNames(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return lower.map((own, index) => {
    const above = upper[index]?.trim() ?? '';
    if (above !== '') group = above;
    return own.trim() === '' ? above : `${group} ${own.trim()}`.trim();
  });
}

const unit =
  /^[([]?\s*(?:[km]?€|[km]?eur|euros?|[$£%‰]|chf|usd|gbp|ht|ttc|[kmµ]?g|t|tonnes?|[cmh]?l|litres?|[cmk]?m[²³23]?|h|min|s|j|jours?|mois|ans?|nb|nombre|unités?|pcs|pièces?|texte|(?:jj|dd?|mm|a{2,4}|y{2,4})(?:[-/.](?:jj|dd?|mm|a{2,4}|y{2,4})){1,2})\s*[)\]]?$/i;

/** A line of units below the names, with values of these units below it. */
function isUnits(fields: readonly string[], below: readonly (readonly string[])[]): boolean {
  const told = fields.flatMap((field, index) =>
    field.trim() === '' ? [] : [{ field: field.trim(), index }],
  );
  return (
    told.length > 0 &&
    below.length > 0 &&
    told.every(
      ({ field, index }) =>
        unit.test(field) &&
        below.slice(0, 5).every((row) => (row[index] ?? '') === '' || isDataValue(row[index] ?? '', true)),
    )
  );
}
