import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec, Transaction, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { SqlMark, Vocabulary } from '../../analyses/sql-desk.js';
import { proposalsAt, type Proposal } from './completion.js';
import { duckdb } from './dialect.js';
import { look } from './look.js';

/** What an editor is made of. */
export interface EditorParts {
  /** A shadow root: only there CodeMirror brings its styles in a way that the page's policy allows. */
  readonly root: ShadowRoot;
  readonly text: string;
  readonly selection: { readonly anchor: number; readonly head: number } | null;
  readonly label: string;
  readonly hint: string;
  /** CodeMirror's own words in the reader's language. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Says where a proposal comes from, in the reader's language. */
  readonly detail: (proposal: Proposal) => string;
  readonly vocabulary: () => Promise<Vocabulary>;
  readonly ontext: (text: string) => void;
  readonly onrun: () => void;
  readonly onleave: () => void;
}

/** An editor of SQL. Tab leaves it; Ctrl + Space asks for proposals, Enter takes one, Ctrl + Enter runs. */
export function createEditor(parts: EditorParts): EditorView {
  const selection = parts.selection ?? undefined;
  const state = EditorState.create({
    doc: parts.text,
    ...(selection ? { selection } : {}),
    extensions: extensions(parts),
  });
  const view = new EditorView({ state, root: parts.root, parent: parts.root });
  if (selection) view.focus();
  return view;
}

/** Shows a text from outside, such as that of an undo; the editor's own undo does not bring the other back. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: Math.min(view.state.selection.main.head, text.length) },
    annotations: Transaction.addToHistory.of(false),
  });
}

/** Underlines what is wrong, or nothing. */
export function showMark(view: EditorView, mark: SqlMark | null): void {
  const end = view.state.doc.length;
  const diagnostics = mark
    ? [
        {
          from: Math.min(mark.from, end),
          to: Math.min(mark.to, end),
          message: mark.message,
          severity: 'error' as const,
        },
      ]
    : [];
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

function extensions(parts: EditorParts): Extension[] {
  return [
    history(),
    lineNumbers(),
    drawSelection(),
    bracketMatching(),
    sql({ dialect: duckdb }),
    autocompletion({ override: [source(parts)], icons: false, activateOnTypingDelay: 60 }),
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run: (view) => runFrom(view, parts) }])),
    keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    typeOverSelection,
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    EditorState.phrases.of(parts.phrases),
    EditorView.contentAttributes.of({
      'aria-label': parts.label,
      'aria-description': parts.hint,
      autocapitalize: 'off',
      spellcheck: 'false',
      translate: 'no',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) parts.ontext(update.state.doc.toString());
    }),
    // At once, not with the editor's own news of it, which come later than what is focused next.
    EditorView.domEventHandlers({ blur: () => parts.onleave() }),
    look,
  ];
}

function runFrom(view: EditorView, { onrun }: EditorParts): true {
  closeCompletion(view);
  onrun();
  return true;
}

/** Chrome itself would put the colours of what is replaced into a style attribute, which the page's policy refuses. */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    if (event.inputType !== 'insertText' || event.data === null || event.isComposing) return false;
    if (state.selection.main.empty || state.readOnly) return false;
    view.dispatch(
      state.update(state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true }),
    );
    return true;
  },
});

function source({ vocabulary, detail }: EditorParts): CompletionSource {
  return async (context) => {
    const known = await vocabulary();
    const found = context.aborted ? null : proposalsAt(context.state.doc.toString(), context.pos, known);
    if (!found) return null;
    const isAsked = context.explicit || context.pos > found.from;
    const isAfterDot = context.state.sliceDoc(found.from - 1, found.from) === '.';
    if (!isAsked && !isAfterDot) return null;
    const options = found.options.map((proposal): Completion => ({
      label: proposal.label,
      detail: detail(proposal),
      boost: proposal.boost * 10,
      type: proposal.kind,
      ...(proposal.insert === undefined ? {} : { apply: proposal.insert }),
    }));
    return { from: found.from, options, validFor: /^(?:"[^"]*|\$?[\p{L}\p{N}_$]*)$/u };
  };
}
