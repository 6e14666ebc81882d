/** Numbers in [0, 1), the same on every machine for the same seed: sfc32 of Chris Doty-Humphrey's PractRand. */
export function randomFrom(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  // Seeds that are alike give numbers that are not only after some rounds.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** `size` of the numbers 0…count − 1, each as likely as the others, in ascending order; all of them when there are no more. */
export function sampleOf(count: number, size: number, random: () => number): Uint32Array {
  const chosen = new Uint32Array(Math.min(count, size));
  // Selection sampling: Knuth, The Art of Computer Programming, vol. 2, 3.4.2, algorithm S.
  for (let index = 0, taken = 0; taken < chosen.length; index += 1) {
    if ((count - index) * random() >= chosen.length - taken) continue;
    chosen[taken] = index;
    taken += 1;
  }
  return chosen;
}
