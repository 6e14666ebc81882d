const otherLetter = /[^\p{ASCII}\u00a0-\u00ffŒœŸ€‘’“”–—…\u202f\ufeff]/u;

/** True for a text that has only letters and signs of Western Europe: bytes that are read wrongly hardly ever give one. */
export function isWestern(text: string): boolean {
  return !otherLetter.test(text);
}
