const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute, in HTML and in XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** JSON that can stand in a `<script type="application/json">` whatever the texts in it hold. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A built script that can stand in an inline `<script>`: what the HTML parser would end, comment out or change is
 * written another way, so that the bytes that are hashed are the bytes that run.
 */
export function escapeScript(script: string): string {
  return script
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\\x00')
    .replace(/<\/(?=script)/gi, '<\\/')
    .replaceAll('<!--', '\\x3c!--');
}

/** A built stylesheet that can stand in a `<style>`. */
export function escapeStyle(stylesheet: string): string {
  return stylesheet.replace(/<\//g, '<\\/');
}
