/** A mark on an axis: where it stands, in drawing units, and what it says. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

interface ContinuousScale {
  (value: number): number;
  ticks(count?: number): number[];
}

interface BandScale {
  (value: string): number | undefined;
  domain(): string[];
  bandwidth(): number;
  step(): number;
}

/** About `count` round marks of a d3 linear scale, labelled by `format`. */
export function linearTicks(
  scale: ContinuousScale,
  count: number,
  format: (value: number) => string,
): Tick[] {
  return scale.ticks(count).map((value) => ({ at: scale(value), label: format(value) }));
}

/** One mark in the middle of every band, thinned evenly from the first so that neighbouring labels do not touch. */
export function bandTicks(scale: BandScale, format: (value: string) => string, size = 12): Tick[] {
  const all = scale.domain().map((value) => ({
    at: (scale(value) ?? 0) + scale.bandwidth() / 2,
    label: format(value),
  }));
  const widest = Math.max(0, ...all.map((tick) => textWidth(tick.label, size)));
  const every = Math.max(1, Math.ceil((widest + size) / scale.step()));
  return all.filter((_, index) => index % every === 0);
}

/** Approximate width of a text in drawing units; charts are laid out without measuring the page. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}
