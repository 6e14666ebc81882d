import type { Reject } from './source.js';
import { fateOf, lineReject, scanRecords, type Table } from './records.js';

/** Problems that are kept for showing; beyond, they are counted. */
export const shownRejects = 1000;
/** More pieces than this are written anew instead of being cut out. */
const mostCuts = 200;

/** What one pass over all bytes finds: how many records fit, and which do not. */
export interface Survey {
  readonly rows: number;
  readonly emptyLines: number;
  /** Lines that do not fit: all counted, the first thousand listed. */
  readonly rejectCount: number;
  readonly rejects: readonly Reject[];
  /** Columns without a name that hold nothing. */
  readonly emptyColumns: readonly number[];
  /** Byte ranges behind the header that the engine must not see. */
  readonly cuts: readonly (readonly [from: number, to: number])[];
  /** The engine would read these bytes differently: they are written anew. */
  readonly needsRewriting: boolean;
}

/** Surveys a table; null when its bytes are not UTF-8. */
export async function survey(
  table: Table,
  signal?: AbortSignal,
  onprogress?: (share: number) => void,
): Promise<Survey | null> {
  const { dialect } = table;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const columns = dialect.names.length;
  const used = new Set<number>();
  const rejects: Reject[] = [];
  const cuts: [number, number][] = [];
  let isWide = false;
  let [rows, emptyLines, rejectCount, isOdd] = [0, 0, 0, false];
  try {
    const scanner = await scanRecords(
      table,
      (record) => {
        const fate = fateOf(record, dialect);
        const position = record.offset + record.start;
        if (fate !== 'kept') {
          // A line feed alone is skipped by the engine too.
          if ((record.end > record.start || columns === 1) && cuts.length <= mostCuts) {
            cuts.push([position, record.offset + record.next]);
          }
          if (fate === 'empty') {
            emptyLines += 1;
            return;
          }
          rejectCount += 1;
          if (rejects.length < shownRejects) rejects.push(lineReject(record, fate));
          return;
        }
        rows += 1;
        if (record.flaw === 'stray' || record.count !== columns) isOdd = true;
        for (const index of dialect.unnamed) if (record.length(index) > 0) used.add(index);
      },
      signal,
      (bytes, share) => {
        // ASCII needs no decoding; from the first other letter on, a character may go over the end of a slice.
        if (!isWide && isAscii(bytes)) return onprogress?.(share);
        isWide = true;
        checkUtf8(utf8, bytes);
        onprogress?.(share);
      },
    );
    checkUtf8(utf8);
    const mixedNewlines = ![0, 1, 2].includes(scanner.newlines);
    return {
      rows,
      emptyLines,
      rejectCount,
      rejects,
      cuts,
      emptyColumns: dialect.unnamed.filter((index) => !used.has(index)),
      needsRewriting: isOdd || mixedNewlines || cuts.length > mostCuts,
    };
  } catch (cause) {
    if (cause instanceof NotUtf8) return null;
    throw cause;
  }
}

/** True when no byte has its high bit set, looked at four at a time. */
function isAscii(bytes: Uint8Array): boolean {
  const whole = bytes.length >> 2;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole);
  let bits = 0;
  for (let index = 0; index < whole; index += 1) bits |= words[index]!;
  for (let index = whole * 4; index < bytes.length; index += 1) bits |= bytes[index]!;
  return (bits & 0x80808080) === 0;
}

class NotUtf8 extends Error {}

function checkUtf8(decoder: TextDecoder, bytes?: Uint8Array): void {
  try {
    if (bytes) decoder.decode(bytes, { stream: true });
    else decoder.decode();
  } catch (cause) {
    throw new NotUtf8('not UTF-8', { cause });
  }
}
