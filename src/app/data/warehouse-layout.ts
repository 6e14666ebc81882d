import type { MapLink, MapTable, WarehouseMap } from './warehouse-map.js';

/** A rectangle of the drawing: x and width in thousandths of its width, y and height in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedTable extends Box {
  readonly table: MapTable;
}

export interface PlacedLink {
  readonly link: MapLink;
  /** Corners of the line, from border to border. */
  readonly points: readonly Point[];
  /** Middle of its label, clear of the boxes. */
  readonly label: Point;
}

export interface WarehouseLayout {
  readonly height: number;
  readonly tables: readonly PlacedTable[];
  readonly links: readonly PlacedLink[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width of the drawing in its own units; on screen it is as wide as its place. */
export const drawingWidth = 1000;

/** Where each table of the star stands: the lines of orders in the middle, who bought on the left, what on the right. */
const slots: readonly (readonly string[])[] = [
  ['survey_answers', 'orders', 'calendar'],
  ['customers', 'order_lines', 'products'],
  ['tickets', 'interactions', 'costs'],
  ['prospects', 'campaign_contacts', 'campaigns'],
];
const boxWidth = 240;
const boxHeight = 92;
const rowGap = 68;
const labelSize = { width: 84, height: 30 };

/** Places tables and lines; the same tables always stand in the same places. */
export function layOutWarehouse({ tables, links }: WarehouseMap): WarehouseLayout {
  const cells = cellsOf(tables);
  const usedColumns = [...new Set(cells.map(({ column }) => column))].sort();
  const usedRows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const stepX = usedColumns.length > 1 ? (drawingWidth - boxWidth) / (usedColumns.length - 1) : 0;
  const firstX = usedColumns.length > 1 ? 0 : (drawingWidth - boxWidth) / 2;
  const placed = cells.map(({ table, column, row }): PlacedTable => ({
    table,
    x: firstX + usedColumns.indexOf(column) * stepX,
    y: usedRows.indexOf(row) * (boxHeight + rowGap),
    width: boxWidth,
    height: boxHeight,
  }));
  return {
    height: usedRows.length * (boxHeight + rowGap) - (usedRows.length > 0 ? rowGap : 0),
    tables: placed,
    links: placeLinks(links, placed),
  };
}

interface Cell {
  readonly table: MapTable;
  readonly column: number;
  readonly row: number;
}

/** The first table of a kind takes its slot; every other takes the next free one, below the star when all are taken. */
function cellsOf(tables: readonly MapTable[]): Cell[] {
  const taken = new Map<string, Cell>();
  const put = (table: MapTable, row: number, column: number): void =>
    void taken.set(`${row},${column}`, { table, row, column });
  const others: MapTable[] = [];
  for (const table of tables) {
    const row = slots.findIndex((names) => table.canonical !== null && names.includes(table.canonical));
    const column = slots[row]?.indexOf(table.canonical ?? '') ?? -1;
    if (row < 0 || taken.has(`${row},${column}`)) others.push(table);
    else put(table, row, column);
  }
  for (const table of others) {
    for (let place = 0; ; place += 1) {
      const [row, column] = [1 + Math.floor(place / 3), place % 3];
      if (taken.has(`${row},${column}`)) continue;
      put(table, row, column);
      break;
    }
  }
  return [...taken.values()];
}

function placeLinks(links: readonly MapLink[], tables: readonly PlacedTable[]): PlacedLink[] {
  const labels: Box[] = [];
  const bottom = Math.max(0, ...tables.map(({ y, height }) => y + height));
  return links.flatMap((link): PlacedLink[] => {
    const from = tables.find(({ table }) => table.id === link.from);
    const to = tables.find(({ table }) => table.id === link.to);
    if (!from || !to || from === to) return [];
    const others = tables.filter((table) => table !== from && table !== to);
    const points = routes(from, to, bottom).find((route) => !others.some((box) => crosses(route, box)));
    const route = points ?? straight(from, to);
    const label = labelPlace(route, [...tables, ...labels]);
    labels.push(around(label));
    return [{ link, points: route, label }];
  });
}

/** Ways from one box to another, best first: straight, then through the gaps between rows or columns. */
function routes(from: Box, to: Box, bottom: number): Point[][] {
  const [a, b] = [middle(from), middle(to)];
  const above = Math.min(from.y, to.y) - rowGap / 2;
  const below = Math.max(from.y + from.height, to.y + to.height) + rowGap / 2;
  const between = a.y < b.y ? to.y - rowGap / 2 : to.y + to.height + rowGap / 2;
  const beside = a.x <= b.x ? from.x + from.width + 40 : from.x - 40;
  const overRows = (y: number): Point[] => [
    { x: a.x, y: y < a.y ? from.y : from.y + from.height },
    { x: a.x, y },
    { x: b.x, y },
    { x: b.x, y: y < b.y ? to.y : to.y + to.height },
  ];
  const sideX = beside > from.x ? from.x + from.width : from.x;
  return [
    straight(from, to),
    ...[between, below, above].filter((y) => y >= 0 && y <= bottom).map(overRows),
    [
      { x: sideX, y: a.y },
      { x: beside, y: a.y },
      { x: beside, y: b.y },
      { x: beside < to.x ? to.x : to.x + to.width, y: b.y },
    ],
  ];
}

function straight(from: Box, to: Box): Point[] {
  return [edgeTowards(from, middle(to)), edgeTowards(to, middle(from))];
}

/** Where the line from a box's middle to a point leaves the box. */
function edgeTowards(box: Box, target: Point): Point {
  const { x, y } = middle(box);
  const [dx, dy] = [target.x - x, target.y - y];
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return { x: x + dx * scale, y: y + dy * scale };
}

/** The middle of the line's longest stretch, or near it where that is taken. */
function labelPlace(points: readonly Point[], taken: readonly Box[]): Point {
  const stretches = points.slice(1).map((end, index) => [points[index] ?? end, end] as const);
  const size = ([a, b]: readonly [Point, Point]): number => Math.hypot(b.x - a.x, b.y - a.y);
  const longest = stretches.toSorted((a, b) => size(b) - size(a))[0];
  if (!longest) return points[0] ?? { x: 0, y: 0 };
  const at = (share: number): Point => ({
    x: longest[0].x + (longest[1].x - longest[0].x) * share,
    y: longest[0].y + (longest[1].y - longest[0].y) * share,
  });
  const free = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
    .map(at)
    .find((point) => !taken.some((box) => overlap(around(point), box)));
  return free ?? at(0.5);
}

function around({ x, y }: Point): Box {
  return { x: x - labelSize.width / 2, y: y - labelSize.height / 2, ...labelSize };
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a line passes through a box or close by, looked at in small steps. */
function crosses(points: readonly Point[], box: Box): boolean {
  const margin = 6;
  const wide = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  return points.slice(1).some((end, index) => {
    const start = points[index] ?? end;
    return Array.from({ length: 101 }, (_, step) => step / 100).some((share) => {
      const x = start.x + (end.x - start.x) * share;
      const y = start.y + (end.y - start.y) * share;
      return overlap({ x, y, width: 0, height: 0 }, wide);
    });
  });
}
