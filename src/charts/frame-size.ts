import { fontSize } from './theme.js';
import type { Stage } from './stage.js';

/** The size of a drawing in its own units, and how many pixels one unit takes. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

export interface FrameWishes {
  /** Size in drawing units where the chart does not stand on a screen. */
  readonly width: number;
  readonly height: number;
  /** Below this height in units the chart would say nothing: it then takes a screen for itself. */
  readonly least: number;
  /** A matrix with a text in every cell: its letters may be a little smaller. */
  readonly isDense?: boolean;
}

/**
 * On a screen the units are as large as makes the chart's smallest text readable from the last row, and there are as
 * many of them as the screen has room for: the chart is laid out again instead of being magnified.
 */
export function frameSize(
  stage: Stage | undefined,
  { width, height, least, isDense = false }: FrameWishes,
): FrameSize {
  if (!stage) return { width, height, scale: 1 };
  const scale = (isDense ? stage.denseType : stage.type) / fontSize.tick;
  const units = (pixels: number): number => Math.floor(pixels / scale);
  const shared = units(stage.shared);
  return {
    width: units(stage.width),
    height: shared >= least ? shared : Math.max(units(stage.height), Math.min(least, 160)),
    scale,
  };
}

/** Lines on a screen are three pixels thick at least. */
export function lineWidth(scale: number): number | undefined {
  return scale > 1 ? Math.ceil((3 / scale) * 100) / 100 : undefined;
}
