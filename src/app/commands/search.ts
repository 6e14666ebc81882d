import type { Command } from './command.js';

/**
 * The commands that a search finds, the best first; all of them, in their order, for an empty one. Every word must be
 * found: at the beginning of a word of the label, else within it, else among the other words. Accents and case do not count.
 */
export function findCommands(commands: readonly Command[], search: string): Command[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...commands];
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

/** Those used last come first. */
export function recentFirst(commands: readonly Command[], recent: readonly string[]): Command[] {
  const rank = ({ id }: Command): number => {
    const place = recent.indexOf(id);
    return place < 0 ? recent.length : place;
  };
  return commands.toSorted((a, b) => rank(a) - rank(b));
}

function scoreOf({ label, words }: Command, searched: readonly string[]): number {
  const own = plain(label);
  const others = plain(words);
  let score = 0;
  for (const word of searched) {
    const found = startsAWord(own, word) ? 4 : own.includes(word) ? 3 : startsAWord(others, word) ? 2 : 0;
    if (found === 0) return isScattered(own, searched.join('')) ? 1 : 0;
    score += found;
  }
  // Among equals the one that says little else.
  return score / searched.length + 1 / (own.length + 1);
}

function startsAWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word));
}

/** The letters stand in the text in this order, whatever is between them. */
function isScattered(text: string, letters: string): boolean {
  let at = -1;
  return [...letters].every((letter) => (at = text.indexOf(letter, at + 1)) >= 0) && letters.length > 2;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').toLowerCase();
}
