import init, {
  Compression,
  readParquet,
  Table,
  writeParquet,
  WriterPropertiesBuilder,
  type InitInput,
} from 'parquet-wasm/esm';

/** Rows that the reader puts into one Arrow batch; its own default of 1,024 makes loading slow. */
const batchRows = 65_536;

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
