/** Points of a space with `width` dimensions, one behind the other in `values`. */
export interface Points {
  readonly values: Float64Array;
  readonly width: number;
  readonly count: number;
}

/** What a column was moved and divided by. */
export interface Scaling {
  readonly mean: number;
  /** Population standard deviation; 1 for a column that is the same everywhere, or that is not to be scaled. */
  readonly deviation: number;
}

/** Mean and population standard deviation of a column. */
export function scalingOf(column: Float64Array): Scaling {
  let sum = 0;
  for (const value of column) sum += value;
  const mean = column.length === 0 ? 0 : sum / column.length;
  let squares = 0;
  for (const value of column) squares += (value - mean) * (value - mean);
  const deviation = Math.sqrt(squares / Math.max(1, column.length));
  // What rounding leaves of a constant is no spread.
  return { mean, deviation: deviation > 1e-9 * Math.max(1, Math.abs(mean)) ? deviation : 1 };
}

/** Columns of equal length as points, each column moved and divided by its scaling. */
export function pointsOf(columns: readonly Float64Array[], scalings: readonly Scaling[]): Points {
  const width = columns.length;
  const count = columns[0]?.length ?? 0;
  const values = new Float64Array(count * width);
  columns.forEach((column, dimension) => {
    const { mean, deviation } = scalings[dimension] ?? { mean: 0, deviation: 1 };
    for (let point = 0; point < count; point += 1) {
      values[point * width + dimension] = ((column[point] ?? 0) - mean) / deviation;
    }
  });
  return { values, width, count };
}

/** Some of the points, by number; one may stand there more than once. */
export function pickPoints({ values, width }: Points, numbers: ArrayLike<number>): Points {
  const picked = new Float64Array(numbers.length * width);
  for (let place = 0; place < numbers.length; place += 1) {
    const from = (numbers[place] ?? 0) * width;
    for (let dimension = 0; dimension < width; dimension += 1) {
      picked[place * width + dimension] = values[from + dimension] ?? 0;
    }
  }
  return { values: picked, width, count: numbers.length };
}

/** How many different points there are, counted up to `most`. */
export function countDistinct({ values, width, count }: Points, most: number): number {
  const seen = new Set<string>();
  for (let point = 0; point < count && seen.size < most; point += 1) {
    seen.add(values.subarray(point * width, (point + 1) * width).join(' '));
  }
  return seen.size;
}
