import { getContext, setContext } from 'svelte';

/** The screen that a presentation gives to a View; lengths in CSS pixels. */
export interface Stage {
  /** The room of one chart that stands alone, its heading left out. */
  readonly width: number;
  readonly height: number;
  /** The height that is left under what stands above the View's first chart; nothing where that fills the screen. */
  readonly shared: number;
  /** Size of the smallest text. */
  readonly type: number;
  /** Size of the text in dense tables and matrices. */
  readonly denseType: number;
}

const key = Symbol('stage');

/** Says to every chart and table below that it stands on a screen; `stage` is read again when the window changes. */
export function provideStage(stage: () => Stage): void {
  setContext(key, stage);
}

/** The screen that the component stands on; undefined in the notebook and in the exported page. */
export function useStage(): () => Stage | undefined {
  return getContext<(() => Stage) | undefined>(key) ?? (() => undefined);
}

/** The rows of a table that fit on a screen under `heads` rows of headings and its caption, three at least. */
export function rowsThatFit({ height, denseType }: Stage, heads = 1): number {
  const rowHeight = denseType * 1.85;
  return Math.max(3, Math.floor((height - denseType * 2) / rowHeight) - heads);
}
