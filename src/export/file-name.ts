/** Names that Windows keeps for devices, whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that people can read and every system accepts: `Ventes : été` becomes `Ventes été.html`. */
export function fileName(title: string, extension: string): string {
  const readable = title
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ');
  const base = Array.from(readable)
    .slice(0, 80)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (base === '') return `Clientele.${extension}`;
  return reserved.test(base.split('.')[0] ?? '') ? `_${base}.${extension}` : `${base}.${extension}`;
}
