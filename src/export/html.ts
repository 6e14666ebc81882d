import { formatDate } from '../i18n/format.js';
import { translate } from '../i18n/translate.js';
import { cellSection } from './cell-section.js';
import { escapeJson, escapeMarkup, escapeScript, escapeStyle } from './escape.js';
import { reportSteps, type Report, type ReportCell, type ReportStep } from './report.js';
import { texts } from './texts.js';

/**
 * The whole report as one HTML file that reads without script, offline, and asks the network for nothing. Its policy
 * allows the one viewer script by its hash; where the browser cannot hash (a page served without https), the script is
 * left out and the page is read only.
 */
export async function writeReport(report: Report): Promise<string> {
  const script = escapeScript(report.script);
  const hash = await sha256(script);
  return [
    '<!doctype html>',
    `<html lang="${report.locale}">`,
    '<head>',
    `<meta http-equiv="Content-Security-Policy" content="${policy(hash)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    '<meta name="generator" content="Clientele">',
    `<title>${escapeMarkup(report.title)}</title>`,
    `<style>${escapeStyle(report.stylesheet)}</style>`,
    '</head>',
    '<body class="report">',
    header(report),
    contents(report),
    `<main>${sections(report)}</main>`,
    `<footer><p>${translate(texts, report.locale, 'footer')}</p></footer>`,
    `<script type="application/json" id="clientele-report">${escapeJson(islandOf(report))}</script>`,
    hash === null ? '' : `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What the viewer reads back (its side of this contract is `viewer/island.ts`): the cells that it can draw again. */
function islandOf({ locale, currency, cells }: Report): object {
  const drawn = cells.filter((cell) => cell.result !== null && cell.result !== undefined);
  return {
    locale,
    currency,
    cells: drawn.map(({ id, kind, params, result }) => ({ id, kind, params, result })),
  };
}

function policy(hash: string | null): string {
  return (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'" +
    (hash === null ? '' : `; script-src 'sha256-${hash}'`)
  );
}

async function sha256(text: string): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes));
}

function header({ title, locale, asOf, created, sources = [] }: Report): string {
  const lines: string[] = [];
  if (asOf !== null) lines.push(translate(texts, locale, 'asOf', { date: formatDate(locale, asOf, 'long') }));
  lines.push(translate(texts, locale, 'created', { date: formatDate(locale, created, 'long') }));
  if (sources.length > 0) {
    lines.push(translate(texts, locale, 'sources', { count: sources.length, names: sources.join(', ') }));
  }
  return `<header><h1>${escapeMarkup(title)}</h1>${lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')}</header>`;
}

/** The cells of each step that has some, in the order of the steps. */
function byStep(cells: readonly ReportCell[]): { step: ReportStep; cells: ReportCell[] }[] {
  return reportSteps
    .map((step) => ({ step, cells: cells.filter((cell) => cell.step === step) }))
    .filter((group) => group.cells.length > 0);
}

function anchor(cell: ReportCell, report: Report): string {
  return `cell-${report.cells.indexOf(cell) + 1}`;
}

function contents(report: Report): string {
  const label = translate(texts, report.locale, 'contents');
  const items = byStep(report.cells).map(({ step, cells }) => {
    const links = cells
      .filter((cell) => cell.title !== '')
      .map((cell) => `<li><a href="#${anchor(cell, report)}">${escapeMarkup(cell.title)}</a></li>`);
    const list = links.length > 0 ? `<ul>${links.join('')}</ul>` : '';
    return `<li><a href="#step-${step}">${translate(texts, report.locale, `step.${step}`)}</a>${list}</li>`;
  });
  return items.length === 0
    ? ''
    : `<nav aria-label="${label}"><h2>${label}</h2><ol>${items.join('')}</ol></nav>`;
}

function sections(report: Report): string {
  const { locale, currency } = report;
  if (report.cells.length === 0) return `<p>${translate(texts, locale, 'empty')}</p>`;
  return byStep(report.cells)
    .map(({ step, cells }) => {
      const heading = `<h2 id="step-${step}">${translate(texts, locale, `step.${step}`)}</h2>`;
      const printed = cells.map((cell) => cellSection(cell, anchor(cell, report), locale, currency));
      return heading + printed.join('');
    })
    .join('');
}
