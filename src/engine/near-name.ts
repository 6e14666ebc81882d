/** The name that somebody most likely meant: one that differs by a slip of the hand or goes on longer; null when none does. */
export function nearName(written: string, names: readonly string[]): string | null {
  const wanted = plain(written);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const scored = names
    .map((name) => ({ name, slips: slips(wanted, plain(name)), starts: isStart(wanted, plain(name)) }))
    .filter(({ slips: count, starts }) => count <= most || starts);
  return scored.toSorted((a, b) => a.slips - b.slips)[0]?.name ?? null;
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function isStart(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** Letters to change, add, drop or swap with their neighbour (optimal string alignment, Boytsov 2011). */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
