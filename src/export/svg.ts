import { escapeMarkup } from './escape.js';

/** What the saved picture says of itself, in the reader's language; an empty text is left out. */
export interface PictureMeta {
  readonly title: string;
  /** Where the numbers come from, such as `Source : carnet « Ventes 2011 »`. */
  readonly source: string;
  /** The date of the data, such as `données au 9 décembre 2011`. */
  readonly date: string;
}

const caption = { size: 11, lineHeight: 16, padding: 10, colour: '#5a6478' } as const;

/**
 * A chart as a file of its own: well-formed XML on a white ground, without the page's classes, with a title and a
 * caption line under the drawing. Takes the `outerHTML` of a chart's `<svg>`, which has `width`, `height` and `viewBox`.
 */
export function toSvgFile(svgText: string, meta: PictureMeta): string {
  const xml = wellFormed(svgText);
  const box = /viewBox="([^"]*)"/
    .exec(xml)?.[1]
    ?.split(/[\s,]+/)
    .map(Number);
  const [x, y, width, height] = box ?? [];
  if (x === undefined || y === undefined || !width || !height) throw new Error('the chart has no viewBox');
  const lines = wrap(
    [meta.source, meta.date].filter(Boolean).join(' · '),
    Math.floor(width / (caption.size * 0.55)),
  );
  const extra = lines.length > 0 ? lines.length * caption.lineHeight + caption.padding : 0;
  const texts = lines.map(
    (line, index) =>
      `<text x="${x + caption.padding}" y="${y + height + (index + 1) * caption.lineHeight}" ` +
      `font-size="${caption.size}" fill="${caption.colour}">${escapeMarkup(line)}</text>`,
  );
  const total = height + extra;
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${total}" fill="#ffffff"/>`;
  const root = /^<svg[^>]*>/.exec(xml)?.[0] ?? '';
  const body = xml.slice(root.length, xml.lastIndexOf('</svg>')).replace(/^\s*<title>[^<]*<\/title>/, '');
  const size = ` viewBox="${x} ${y} ${width} ${total}" width="${width}" height="${total}"`;
  const opening = root.replace(/ (?:viewBox|width|height)="[^"]*"/g, '').replace(/>$/, `${size}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opening}<title>${escapeMarkup(meta.title)}</title>${ground}${body}${texts.join('')}</svg>\n`;
}

const tag = /<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*"[^"]*")?)*)\s*(\/?)>/g;
const attribute = /([\w:.-]+)(?:\s*=\s*"([^"]*)")?/g;

/** HTML's way of writing an SVG element → XML: comments and page attributes go, entities and `<` in values are XML's. */
function wellFormed(svgText: string): string {
  const xml = svgText
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(tag, (_, end: string, name: string, attributes: string, empty: string) => {
      if (end) return `</${name}>`;
      return `<${name}${cleanAttributes(attributes)}${empty}>`;
    })
    .replaceAll('&nbsp;', '&#160;')
    // Characters that XML forbids.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .trim();
  return xml.includes('xmlns=') ? xml : xml.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
}

function cleanAttributes(attributes: string): string {
  return Array.from(attributes.matchAll(attribute))
    .filter(([, name = '']) => !/^(class|style|tabindex|on.*|data-.*)$/i.test(name))
    .map(([, name, value = '']) => ` ${name}="${value.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`)
    .join('');
}

function wrap(text: string, limit: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
