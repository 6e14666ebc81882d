const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The name of a table as its document means it; SheetJS leaves it as it is written. */
export function tableName(written: string): string {
  return written.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[];
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Names, as they are written, of the tables that a document does not show; SheetJS does not tell. */
export function hiddenTables(content: string): ReadonlySet<string> {
  const hiddenStyles = new Set<string>();
  const styles =
    /<style:style\s[^<>]*?style:name="([^"]*)"[^<>]*>\s*<style:table-properties\s[^<>]*table:display="false"/g;
  for (const [, style = ''] of content.matchAll(styles)) hiddenStyles.add(style);
  const hidden = new Set<string>();
  if (hiddenStyles.size === 0) return hidden;
  for (const [tag] of content.matchAll(/<table:table\s[^<>]*>/g)) {
    const style = /\stable:style-name="([^"]*)"/.exec(tag)?.[1];
    const name = /\stable:name="([^"]*)"/.exec(tag)?.[1];
    if (style !== undefined && name !== undefined && hiddenStyles.has(style)) hidden.add(name);
  }
  return hidden;
}
