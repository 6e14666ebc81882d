/** Steepness of the weights: two weak claims never push aside a strong one. */
const steepness = 5;

/**
 * Gives each role to at most one column and each column at most one role so that the scores together are highest: the
 * Hungarian method with potentials (Kuhn 1955, Munkres 1957), n²m steps for n roles and m columns.
 *
 * `scores[column][role]` is 0–1; 0 means that the pair is impossible. The result has the role of each column, or -1.
 */
export function assignRoles(scores: readonly Float64Array[], roleCount: number): Int32Array {
  const columnCount = scores.length;
  // One empty column per role stands for "no column has it".
  const width = columnCount + roleCount;
  const cost = (role: number, column: number): number =>
    column < columnCount ? -(scores[column]![role]! ** steepness) : 0;
  const rolePotential = new Float64Array(roleCount + 1);
  const columnPotential = new Float64Array(width + 1);
  // Everything is counted from 1; 0 is the role that is being placed.
  const roleOf = new Int32Array(width + 1);
  const before = new Int32Array(width + 1);
  for (let role = 1; role <= roleCount; role += 1) {
    roleOf[0] = role;
    let column = 0;
    const slack = new Float64Array(width + 1).fill(Infinity);
    const seen = new Uint8Array(width + 1);
    do {
      seen[column] = 1;
      const current = roleOf[column]!;
      let delta = Infinity;
      let next = 0;
      for (let other = 1; other <= width; other += 1) {
        if (seen[other]) continue;
        const reduced = cost(current - 1, other - 1) - rolePotential[current]! - columnPotential[other]!;
        if (reduced < slack[other]!) {
          slack[other] = reduced;
          before[other] = column;
        }
        if (slack[other]! < delta) {
          delta = slack[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= width; other += 1) {
        if (seen[other]) {
          rolePotential[roleOf[other]!]! += delta;
          columnPotential[other]! -= delta;
        } else slack[other]! -= delta;
      }
      column = next;
    } while (roleOf[column] !== 0);
    while (column !== 0) {
      const previous = before[column]!;
      roleOf[column] = roleOf[previous]!;
      column = previous;
    }
  }
  return Int32Array.from(scores, (row, column) => {
    const role = roleOf[column + 1]! - 1;
    return role >= 0 && row[role]! > 0 ? role : -1;
  });
}
