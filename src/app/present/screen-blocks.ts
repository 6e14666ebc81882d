import type { Block } from './parts.js';

const heading = 'h1, h2, h3, h4, h5, h6, figcaption, caption, thead';
/** What a presentation does not cut as long as it fits the screen. */
const whole = `${heading}, figure, svg, table, [role="region"], p, li, tr, dl > div, details, form, pre, blockquote`;

/** The blocks of a drawn cell, places from the top of `root`. What is taller than the room is looked into. */
export function screenBlocks(root: HTMLElement, room: number): Block[] {
  const { top: origin } = root.getBoundingClientRect();
  const look = (element: Element): Block[] => {
    const { top, bottom, height, width } = element.getBoundingClientRect();
    // Words for screen readers only take one pixel.
    if (height <= 1 || width <= 1) return [];
    const isBlock = element.childElementCount === 0 || element instanceof SVGElement;
    if (isBlock || (element.matches(whole) && height <= room))
      return [{ top: top - origin, bottom: bottom - origin, isHeading: element.matches(heading) }];
    return [...element.children].flatMap(look);
  };
  return [...root.children].flatMap(look);
}

/** The boxes whose table is wider than they are. */
export function wideTables(root: ParentNode): HTMLElement[] {
  const boxes = [...root.querySelectorAll<HTMLElement>('[role="region"]')];
  return boxes.filter((box) => box.querySelector('table') && box.scrollWidth > box.clientWidth + 1);
}

/** Moves wide tables sideways by most of what is seen of them. */
export function moveSideways(root: ParentNode, direction: 1 | -1): void {
  for (const box of wideTables(root)) box.scrollBy({ left: direction * box.clientWidth * 0.6 });
}
