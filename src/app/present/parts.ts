/** Something on a cell's screen that is not to be cut; places in pixels from the top of the cell. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  /** A heading stands with what follows it. */
  readonly isHeading: boolean;
}

/** What is shown at once of a cell that is taller than the screen. */
export interface Part {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Cuts a cell between its blocks into as few parts as a screen of that height needs. What stands side by side stays
 * together; a block that is itself taller than the screen is cut.
 */
export function partsOf(blocks: readonly Block[], room: number): Part[] {
  const parts: { top: number; bottom: number }[] = [];
  for (const row of rowsOf(blocks)) {
    const last = parts.at(-1);
    if (last && row.bottom - last.top <= room) last.bottom = row.bottom;
    else parts.push(...piecesOf(row, room));
  }
  return parts.length > 0 ? parts : [{ top: 0, bottom: room }];
}

/** The part in which a place stands, the last one that begins above it. */
export function partAt(parts: readonly Part[], place: number): number {
  return Math.max(
    0,
    parts.findLastIndex((part) => part.top <= place + 1),
  );
}

/** Blocks that overlap in height, and headings with what follows, are one. */
function rowsOf(blocks: readonly Block[]): Part[] {
  const rows: { top: number; bottom: number; isOpen: boolean }[] = [];
  for (const block of blocks.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const last = rows.at(-1);
    if (last && (last.isOpen || block.top < last.bottom - 1)) {
      last.isOpen = block.isHeading && block.bottom >= last.bottom;
      last.bottom = Math.max(last.bottom, block.bottom);
    } else rows.push({ top: block.top, bottom: block.bottom, isOpen: block.isHeading });
  }
  return rows;
}

function piecesOf({ top, bottom }: Part, room: number): { top: number; bottom: number }[] {
  const count = Math.max(1, Math.ceil((bottom - top) / Math.max(1, room)));
  return Array.from({ length: count }, (_, index) => ({
    top: top + index * room,
    bottom: Math.min(bottom, top + (index + 1) * room),
  }));
}
