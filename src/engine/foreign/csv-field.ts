/** A value as a field of comma-separated text, quoted as RFC 4180 says where it must be. */
export function csvField(text: string): string {
  return mustBeQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spaces at the ends are quoted too: some readers take unquoted ones away. */
const mustBeQuoted = /[",\r\n]|^\s|\s$/;
