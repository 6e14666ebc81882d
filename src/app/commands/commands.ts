import { missingFor } from '../../analyses/analysis.js';
import { cellKinds, type CellKind } from '../../analyses/registry.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import type { Cell } from '../../notebook/document.js';
import type { Workspace } from '../workspace.svelte.js';
import { currentCell, enterCell, focusCell, pressTool } from './cell-focus.js';
import type { Command, NamedCommand } from './command.js';
import { commandTexts, paletteTexts } from './command-texts.js';

/** What commands act on. */
export interface CommandWorld {
  readonly workspace: Workspace;
  readonly i18n: I18n;
  readonly pick: () => void;
  readonly paste: () => void;
  /** Opens the palette; `kinds` shows only what can be added, at a place beside a cell. */
  readonly openPalette: (place?: AddPlace) => void;
  readonly openKeys: () => void;
  /** The cell that was copied. */
  readonly clipboard: { cell: Cell | null };
}

/** Beside which cell a new one goes. */
export interface AddPlace {
  readonly after?: string;
  readonly before?: string;
}

/** Everything that can be done just now, to the cell that has the focus unless another one is named. */
export function commandsOf(world: CommandWorld, cell: string | null = currentCell()): Command[] {
  const named = [...pageCommands(world), ...cellCommands(world, cell)].filter(
    ({ isThere }) => isThere !== false,
  );
  return [
    ...named.map((command) => withWords(command, world.i18n)),
    ...goCommands(world),
    ...addCommands(world),
  ];
}

/** The kinds of cell that can be added at a place. */
export function addCommands(world: CommandWorld, place?: AddPlace): Command[] {
  const { workspace, i18n } = world;
  if (!isEditing(workspace)) return [];
  const { open } = workspace;
  return cellKinds.flatMap((kind): Command[] => {
    const analysis = open.analysisOf(kind);
    if (!analysis || missingFor(analysis, open.warehouse).length > 0) return [];
    const title = i18n.t(analysis.texts, 'title');
    return [
      {
        id: `add.${kind}`,
        group: 'add',
        label: i18n.t(paletteTexts, 'addBelow', { title }),
        words: `${kind} ${analysis.texts.fr.title} ${analysis.texts.en.title} ${i18n.t(analysis.texts, 'summary')}`,
        keys: [],
        place: 'page',
        run: () => addCell(world, kind, place ?? besideCurrent()),
      },
    ];
  });
}

function pageCommands({ workspace, i18n, pick, paste, openPalette, openKeys }: CommandWorld): NamedCommand[] {
  const isNotebook = workspace.screen.name === 'notebook';
  const isWriter = isNotebook && !workspace.writer.isReader;
  const { open, views } = workspace;
  return [
    { id: 'view.palette', group: 'view', keys: ['mod+k'], run: () => openPalette() },
    { id: 'view.keys', group: 'view', keys: ['?'], run: openKeys },
    { id: 'edit.undo', group: 'edit', keys: ['mod+z'], isThere: isWriter, run: () => open.undo() },
    {
      id: 'edit.redo',
      group: 'edit',
      keys: ['mod+shift+z', 'mod+y'],
      isThere: isWriter,
      run: () => open.redo(),
    },
    { id: 'file.open', group: 'file', isThere: !isNotebook || isWriter, run: pick },
    { id: 'file.paste', group: 'file', isThere: !isNotebook, run: paste },
    {
      id: 'file.sample',
      group: 'file',
      isThere: workspace.screen.name === 'home',
      run: () => workspace.openSample(),
    },
    {
      id: 'file.home',
      group: 'file',
      isThere: workspace.screen.name !== 'home',
      run: () => workspace.goHome(),
    },
    {
      id: 'file.save',
      group: 'file',
      keys: ['mod+s'],
      isThere: isWriter,
      run: () => workspace.autosave.flush(),
    },
    { id: 'file.share', group: 'file', isThere: isNotebook, run: () => (workspace.isSharing = true) },
    {
      id: 'file.versions',
      group: 'file',
      isThere: isNotebook,
      run: () => (workspace.areVersionsOpen = true),
    },
    { id: 'view.data', group: 'view', isThere: isNotebook, run: () => workspace.openData() },
    {
      id: 'view.edit',
      group: 'view',
      isThere: isNotebook && views.current !== 'edit',
      run: () => views.show('edit'),
    },
    {
      id: 'view.read',
      group: 'view',
      isThere: isNotebook && views.current !== 'read',
      run: () => views.show('read'),
    },
    { id: 'view.present', group: 'view', isThere: isNotebook, run: () => views.show('present') },
    { id: 'view.language', group: 'view', run: () => (i18n.locale = i18n.locale === 'fr' ? 'en' : 'fr') },
  ];
}

function cellCommands(world: CommandWorld, id: string | null): NamedCommand[] {
  const { workspace, clipboard, openPalette } = world;
  if (!isEditing(workspace)) return [];
  const { open } = workspace;
  const { cells } = open.document;
  const at = cells.findIndex((cell) => cell.id === id);
  const cell = cells[at];
  const go = (place: number): unknown => focusCell(cells[place]?.id ?? cell?.id ?? null);
  const first = { id: 'cell.next', group: 'cell', keys: ['arrowdown', 'j'], place: 'cell' } as const;
  if (!cell) return [{ ...first, place: 'page', keys: [], isThere: cells.length > 0, run: () => go(0) }];
  const own = (command: Omit<NamedCommand, 'group' | 'place'>): NamedCommand => ({
    ...command,
    group: 'cell',
    place: 'cell',
  });
  const copied = clipboard.cell;
  return [
    { ...first, run: () => go(at + 1) },
    own({ id: 'cell.previous', keys: ['arrowup', 'k'], run: () => go(at - 1) }),
    own({ id: 'cell.enter', keys: ['enter'], run: () => enterCell(cell.id) }),
    { id: 'cell.leave', group: 'cell', keys: ['escape'], place: 'page', run: () => focusCell(cell.id) },
    own({ id: 'cell.above', keys: ['a'], run: () => openPalette({ before: cell.id }) }),
    own({ id: 'cell.below', keys: ['b'], run: () => openPalette({ after: cell.id }) }),
    own({ id: 'cell.text', keys: ['m'], run: () => addCell(world, 'text', { after: cell.id }) }),
    own({ id: 'cell.up', keys: ['alt+arrowup'], run: () => (open.move(cell.id, 'up'), focusCell(cell.id)) }),
    own({
      id: 'cell.down',
      keys: ['alt+arrowdown'],
      run: () => (open.move(cell.id, 'down'), focusCell(cell.id)),
    }),
    own({ id: 'cell.copy', keys: ['c'], run: () => (clipboard.cell = cell) }),
    own({
      id: 'cell.paste',
      keys: ['v'],
      isThere: copied !== null,
      run: () => (copied ? focusCell(open.insertCopy(copied, cell.id).id) : undefined),
    }),
    own({ id: 'cell.duplicate', run: () => open.duplicate(cell.id) }),
    own({
      id: 'cell.delete',
      keys: ['d d', 'delete'],
      run: () => {
        const neighbour = cells[at + 1] ?? cells[at - 1];
        workspace.removeCell(cell.id);
        return focusCell(neighbour?.id ?? null);
      },
    }),
    { id: 'cell.run', group: 'cell', keys: ['mod+enter'], place: 'cell', run: () => open.rerun(cell.id) },
    own({ id: 'cell.runNext', keys: ['shift+enter'], run: () => (open.rerun(cell.id), go(at + 1)) }),
    ...(['settings', 'table', 'sql', 'concept'] as const).map((tool) =>
      own({ id: `cell.${tool}`, run: () => pressTool(cell.id, tool) }),
    ),
  ];
}

function goCommands({ workspace, i18n }: CommandWorld): Command[] {
  if (workspace.screen.name !== 'notebook') return [];
  const { open } = workspace;
  return open.document.cells.map((cell) => ({
    id: `go.${cell.id}`,
    group: 'go',
    label: i18n.t(paletteTexts, 'go', { title: open.titleOf(cell) }),
    words: cell.name,
    keys: [],
    place: 'page',
    run: () => {
      workspace.closeData();
      return focusCell(cell.id);
    },
  }));
}

function addCell({ workspace }: CommandWorld, kind: CellKind, place: AddPlace): unknown {
  const analysis = workspace.open.analysisOf(kind);
  const beside = workspace.open.document.cells.find((cell) => cell.id === (place.after ?? place.before));
  const step = beside?.step ?? analysis?.step ?? 'identify';
  return focusCell(workspace.open.addCell(kind, { step, ...place }).id);
}

function besideCurrent(): AddPlace {
  const id = currentCell();
  return id === null ? {} : { after: id };
}

function isEditing({ screen, isDataOpen, views, writer }: Workspace): boolean {
  return screen.name === 'notebook' && !isDataOpen && views.current === 'edit' && !writer.isReader;
}

function withWords({ id, group, keys = [], place = 'page', run }: NamedCommand, i18n: I18n): Command {
  const { fr, en } = commandTexts;
  return { id, group, label: i18n.t(commandTexts, id), words: `${fr[id]} ${en[id]}`, keys, place, run };
}
