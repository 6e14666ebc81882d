/**
 * What runs in the worker before DuckDB's own script, whose text is given.
 *
 * - Without `TransformStream` DuckDB hands the response itself to the compiler instead of copying 34 MB through JavaScript
 *   to count them, and the browser can keep the compiled code for the next visit.
 * - The WebAssembly exports its 75,000 functions for extensions, which are never loaded here, and the script would make a
 *   JavaScript function and a table entry of each, in half a second. It gets those that it names.
 * - Bytes read from a file are in the engine's memory by the time of the next read; posted to a port that is closed they
 *   are freed at once, where the garbage collector would let the whole file pile up.
 */
export function enginePrelude(script: string): string {
  return `
self.TransformStream = undefined;
{
  const named = ${JSON.stringify(namedExports(script))};
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...source) => {
    const { module, instance } = await start.apply(WebAssembly, source);
    if (named.length === 0 || !named.every((name) => name in instance.exports)) return { module, instance };
    const exports = Object.fromEntries(named.map((name) => [name, instance.exports[name]]));
    return { module, instance: { exports } };
  };
}
{
  const { port1: nowhere, port2 } = new MessageChannel();
  port2.close();
  const read = FileReaderSync.prototype.readAsArrayBuffer;
  let last = null;
  FileReaderSync.prototype.readAsArrayBuffer = function (blob) {
    if (last) nowhere.postMessage(null, [last]);
    last = read.call(this, blob);
    return last;
  };
}
`;
}

/** Exports of the WebAssembly that DuckDB's script calls by name. */
export function namedExports(script: string): string[] {
  return [...new Set(script.match(/(?<=\bwasmExports\.)[\w$]+/g))];
}
