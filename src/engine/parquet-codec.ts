import init, {
  Compression,
  ParquetFile,
  readParquet,
  Table,
  writeParquet,
  WriterPropertiesBuilder,
  type InitInput,
} from 'parquet-wasm/esm';
import { AppError } from '../core/errors.js';

/** Rows that the reader puts into one Arrow batch; its own default of 1,024 makes loading slow. */
const batchRows = 65_536;

/** How much of a foreign file is read: beyond, its footer lies, or the browser could not hold its rows. */
const most = { footerBytes: 16 * 1024 * 1024, rows: 100_000_000, groupBytes: 1024 ** 3 } as const;

/** What the footer of a Parquet file says: rows of each of its row groups. */
export interface ParquetOutline {
  readonly groups: readonly number[];
}

/** Loads the codec's WebAssembly once, from a URL or from its bytes. */
export async function startCodec(wasm: InitInput): Promise<void> {
  await init({ module_or_path: wasm });
}

/** An Arrow IPC stream as one Parquet file, compressed with ZSTD. */
export function encodeParquet(stream: Uint8Array): Uint8Array {
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build();
  // Both calls take over and free the objects they are given.
  return writeParquet(Table.fromIPCStream(stream), properties);
}

/** A Parquet file as an Arrow IPC stream. */
export function decodeParquet(file: Uint8Array): Uint8Array {
  return readParquet(file, { batchSize: batchRows }).intoIPCStream();
}

/** Reads the footer of a file that anybody may have written. */
export async function outlineParquet(blob: Blob): Promise<ParquetOutline> {
  const end = new DataView(await blob.slice(Math.max(0, blob.size - 8)).arrayBuffer());
  const mark = end.byteLength === 8 ? end.getUint32(4) : 0;
  if (mark === 0x50415245) throw new AppError('file/protected');
  const footerBytes = mark === 0x50415231 ? end.getUint32(0, true) : Infinity;
  if (footerBytes > Math.min(most.footerBytes, blob.size - 12)) throw damaged('footer');
  return damagedUnless(async () => {
    const file = await ParquetFile.fromFile(blob);
    const groups = file
      .metadata()
      .rowGroups()
      .map((group) => {
        const [rows, bytes] = [group.numRows(), group.totalByteSize()];
        if (rows < 0 || bytes < 0) throw damaged('row group');
        if (bytes > most.groupBytes) throw new AppError('file/inflates-too-much');
        return rows;
      });
    file.free();
    if (groups.reduce((sum, rows) => sum + rows, 0) > most.rows) throw new AppError('file/inflates-too-much');
    return { groups };
  });
}

/** Row groups as one Arrow IPC stream. */
export function readRowGroups(blob: Blob, rowGroups: readonly number[]): Promise<Uint8Array> {
  return damagedUnless(async () => {
    const file = await ParquetFile.fromFile(blob);
    const table = await file.read({ batchSize: batchRows, rowGroups: [...rowGroups] });
    file.free();
    return table.intoIPCStream();
  });
}

async function damagedUnless<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(String(cause), cause);
  }
}

function damaged(detail: string, cause?: unknown): AppError {
  return new AppError('file/damaged', { detail }, { cause });
}
