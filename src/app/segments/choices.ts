import type { Engine } from '../../engine/engine.js';
import { ident, sql } from '../../engine/sql.js';
import type { FilterChoice } from '../../ui/filters/words.js';

/** Values that a person can choose from; of more than that they are typed. */
const mostChoices = 300;

/** The values of a column, the most frequent first; null when there are too many, or when the table is not there. */
export async function choicesOf(
  engine: Engine,
  table: string,
  field: string,
): Promise<readonly FilterChoice[] | null> {
  const column = ident(field);
  const found = await engine
    .query<FilterChoice>(
      sql`select ${column} as value, count(*) as count
from ${ident(table)}
where ${column} is not null
group by 1
order by 2 desc, 1
limit ${mostChoices + 1}`,
    )
    .catch(() => null);
  return found && found.length <= mostChoices ? found : null;
}
