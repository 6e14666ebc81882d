const decoder = new TextDecoder('windows-1252');

/** The letters of bytes of Windows-1252, which all bytes are. */
export function westernText(bytes: Uint8Array): string {
  // Decoded as if more were to come: Node's way for whole texts takes the page for Latin 1.
  return decoder.decode(bytes, { stream: true });
}
