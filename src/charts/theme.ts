/**
 * The look of every chart, as plain presentation attributes: no CSS variables, no measuring, so that the screen, the
 * exported page, the SVG file and the print are the same drawing.
 */
export const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const ink = {
  text: '#1d2433',
  muted: '#5a6478',
  line: '#c9cfdb',
  faint: '#eef1f6',
  paper: '#ffffff',
} as const;

/** Accent and its light form, for one-series charts. */
export const accent = { strong: '#0072b2', soft: '#cfe3f1', warm: '#d55e00' } as const;

/**
 * Colours that people of every colour vision tell apart (Okabe & Ito 2008), without the yellow, which white swallows. Text
 * beside them is in ink: not all of them are dark enough to be read.
 */
export const categories = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#e69f00',
  '#000000',
] as const;

/** Light to dark blue, monotone in lightness; text on it flips to white from 0.55 up. */
export const sequential = [
  '#f4f8fc',
  '#d5e6f3',
  '#a6cbe4',
  '#6aa8d1',
  '#2f80b7',
  '#0a5a8f',
  '#063a61',
] as const;

export const fontSize = { tick: 12, label: 13, title: 15, big: 22 } as const;
