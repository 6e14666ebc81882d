import { condition } from '../../data/condition.js';
import { list, sql, type Sql } from '../../engine/sql.js';
import type { Names } from './cube.js';
import type { Dimension, Layout, ValueColumn } from './layout.js';
import { nextItem, previousItem } from './params.js';

/** The field that a mode follows: where it stands, and the cells that differ in nothing but its member. */
export interface Base {
  readonly axis: 'rows' | 'columns';
  /** Its place on the axis, from 0. */
  readonly place: number;
  readonly dimension: Dimension;
  readonly member: Sql;
  /** True for cells that have a member of the field: totals above it have none, and show nothing. */
  readonly isWithin: Sql;
  /** Members before it on its axis. */
  readonly above: readonly Sql[];
  /** Cells with the same of these differ only by the field's member. */
  readonly others: readonly Sql[];
}

/** The base field of a value: the first row or column field unless the person chose one; null when there is none. */
export function baseOf({ baseField }: ValueColumn, layout: Layout, names: Names): Base | null {
  const wanted = baseField ?? layout.rows[0]?.name ?? layout.columns[0]?.name;
  for (const axis of ['rows', 'columns'] as const) {
    const place = layout[axis].findIndex((dimension) => dimension.name === wanted);
    const dimension = layout[axis][place];
    const member = names[axis][place];
    if (!dimension || !member) continue;
    const depth = axis === 'rows' ? sql`row_depth` : sql`column_depth`;
    const all = [...names.rows, ...names.columns];
    return {
      ...{ axis, place, dimension, member },
      isWithin: sql`${depth} > ${place}`,
      above: names[axis].slice(0, place),
      others: [sql`row_depth`, sql`column_depth`, ...all.filter((name) => name !== member)],
    };
  }
  return null;
}

interface Shown {
  readonly value: Sql;
  /** The total up to the member, where the mode needs it. */
  readonly running: Sql;
  /** The place of the member among those of the base field. */
  readonly position: Sql;
  readonly base: Base | null;
}

/**
 * The value as its mode shows it. Everything that a value is compared with is a cell of the same cube, so that a
 * customer who is in two rows counts once in the total by which both are divided. Without that cell, or when it is
 * zero, there is no value.
 */
export function shownSql(column: ValueColumn, { rows, columns }: Names, shown: Shown): Sql {
  const { value, running, position, base } = shown;
  const at = (where: Sql, within: readonly Sql[]): Sql =>
    sql`max(case when ${where} then ${value} end) over (partition by ${list(within)})`;
  const rowTotal = at(sql`column_depth = 0`, [sql`row_depth`, ...rows]);
  const columnTotal = at(sql`row_depth = 0`, [sql`column_depth`, ...columns]);
  const grandTotal = at(sql`row_depth = 0 and column_depth = 0`, [sql`1`]);
  /** The cell one level up on an axis; the total of all stands for itself. */
  const parent = (depth: Sql, axis: readonly Sql[], rest: readonly Sql[]): Sql => {
    const levels = axis.map((_, index) => {
      const total = at(sql`${depth} = ${index}`, [...axis.slice(0, index), ...rest]);
      return sql`when ${depth} = ${index + 1} then ${total}`;
    });
    return levels.reduce((all, level) => sql`${all} ${level}`, sql`case when ${depth} = 0 then ${value}`);
  };
  switch (column.showAs) {
    case null:
      return value;
    case 'row_share':
      return share(value, rowTotal);
    case 'column_share':
      return share(value, columnTotal);
    case 'total_share':
      return share(value, grandTotal);
    case 'parent_row_share':
      return share(value, sql`${parent(sql`row_depth`, rows, [sql`column_depth`, ...columns])} end`);
    case 'parent_column_share':
      return share(value, sql`${parent(sql`column_depth`, columns, [sql`row_depth`, ...rows])} end`);
    case 'index':
      return share(
        sql`cast(${value} as double) * cast(${grandTotal} as double)`,
        sql`cast(${rowTotal} as double) * cast(${columnTotal} as double)`,
      );
    default:
      break;
  }
  if (!base) return sql`null`;
  const within = (result: Sql): Sql => sql`case when ${base.isWithin} then ${result} end`;
  const item = itemOf(column, base, value, position);
  const rank = (order: Sql): Sql =>
    sql`case when ${value} is not null then dense_rank() over (partition by ${list([...base.others, base.isWithin])} order by ${value} ${order} nulls last) end`;
  switch (column.showAs) {
    case 'item_share':
      return within(share(value, item));
    case 'difference':
      return within(sql`${value} - ${item}`);
    case 'difference_share':
      return within(share(sql`${value} - ${item}`, sql`abs(${item})`));
    case 'running_total':
      return within(running);
    case 'running_share':
      return within(
        share(
          running,
          sql`last_value(${running}) over (partition by ${list(base.others)} order by ${position} rows between unbounded preceding and unbounded following)`,
        ),
      );
    case 'rank_ascending':
      return within(rank(sql`asc`));
    case 'rank_descending':
      return within(rank(sql`desc`));
    case 'parent_share': {
      const [depth, rest] =
        base.axis === 'rows'
          ? [sql`row_depth`, [sql`column_depth`, ...columns]]
          : [sql`column_depth`, [sql`row_depth`, ...rows]];
      const total = at(sql`${depth} = ${base.place + 1}`, [
        ...base.above,
        base.member,
        base.isWithin,
        ...rest,
      ]);
      return within(share(value, total));
    }
  }
}

function itemOf({ baseItem }: ValueColumn, base: Base, value: Sql, position: Sql): Sql {
  const cells = sql`partition by ${list(base.others)}`;
  if (baseItem === previousItem)
    return sql`max(${value}) over (${cells} order by ${position} range between 1 preceding and 1 preceding)`;
  if (baseItem === nextItem)
    return sql`max(${value}) over (${cells} order by ${position} range between 1 following and 1 following)`;
  const name = `${base.axis === 'rows' ? 'r' : 'c'}${base.place + 1}`;
  const isItem = condition({ field: name, op: 'eq', value: baseItem }, { name, type: base.dimension.type });
  return sql`max(case when ${isItem} then ${value} end) over (${cells})`;
}

function share(part: Sql, of: Sql): Sql {
  return sql`cast(${part} as double) / nullif(cast(${of} as double), 0)`;
}
