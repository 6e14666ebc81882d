import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { sqlInk } from './sql-ink.js';

const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

const frame = EditorView.theme({
  '&': {
    fontSize: 'max(14px, 0.875em)',
    color: '#1d2433',
    backgroundColor: '#ffffff',
    border: '1px solid #8b95a7',
    borderRadius: '8px',
  },
  '&.cm-focused': { outline: '3px solid #0067a5', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: mono,
    lineHeight: '1.5',
    maxHeight: '38em',
    overflow: 'auto',
  },
  '.cm-content, .cm-gutter': { minHeight: '6.5em' },
  '.cm-content': { padding: '10px 0', caretColor: '#1d2433' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-gutters': {
    backgroundColor: '#f4f6f9',
    color: '#5a6478',
    border: 'none',
    borderRadius: '8px 0 0 8px',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 10px', minWidth: '34px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: '#e4f0f8',
    outline: '1px solid #0067a5',
  },
  '.cm-tooltip': {
    border: '1px solid #d9dee7',
    borderRadius: '8px',
    backgroundColor: '#ffffff',
    boxShadow: '0 8px 28px rgb(29 36 51 / 18%)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: mono, fontSize: '14px', maxHeight: '17em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 12px', lineHeight: '1.35' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: '#0067a5', color: '#ffffff' },
  '.cm-completionDetail': { marginLeft: '14px', fontStyle: 'normal', color: '#5a6478' },
  'li[aria-selected] .cm-completionDetail': { color: '#ffffff' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-diagnostic': { padding: '8px 12px', maxWidth: '46em', fontSize: '14px', whiteSpace: 'normal' },
  '.cm-diagnostic-error': { borderLeft: '4px solid #b4480a' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy #b4480a 1.5px',
    textUnderlineOffset: '3px',
    backgroundColor: '#fdf0e6',
  },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: sqlInk.keyword, fontWeight: '600' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: sqlInk.keyword },
  { tag: [tags.string, tags.special(tags.string)], color: sqlInk.string },
  { tag: [tags.number, tags.bool, tags.null], color: sqlInk.number },
  { tag: tags.comment, color: sqlInk.comment, fontStyle: 'italic' },
]);

/** The editor in the look of the app: light, with the size of text and the frame of its other fields. */
export const look: Extension = [frame, syntaxHighlighting(colours)];
