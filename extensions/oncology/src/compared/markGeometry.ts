import { readKeys, type ReadKey } from './comparedReads.js';

/** In pixels of the pane, from its upper left corner. */
export type CanvasPoint = readonly [number, number];

export interface MarkShape {
  /** Each diameter from end to end. */
  lines: readonly (readonly [CanvasPoint, CanvasPoint])[];
  /** The ends, where the handles are. */
  ends: readonly CanvasPoint[];
}

/** The diameters of a mark: points in pairs, the longest diameter first. */
export function markShape(points: readonly CanvasPoint[]): MarkShape {
  const lines: [CanvasPoint, CanvasPoint][] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [from, to] = [points[index], points[index + 1]];
    if (from !== undefined && to !== undefined) lines.push([from, to]);
  }
  return { lines, ends: lines.flat() };
}

export interface PlacedLabel {
  /** Upper left corner of the text's box. */
  x: number;
  y: number;
}

export interface LabelRequest {
  side: ReadKey;
  ends: readonly CanvasPoint[];
  width: number;
}

export const labelHeightPx = 20;
const gapPx = 6;

const overlaps = (
  a: PlacedLabel & { width: number },
  b: PlacedLabel & { width: number }
): boolean => a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < labelHeightPx;

/**
 * Where the labels stand: A's above its mark, B's below, the next ones above and below in turn, so that two marks of one
 * lesion never cover each other's label; one that would lie on an earlier one moves on in the same direction. All stay within
 * the pane.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  pane: { width: number; height: number }
): PlacedLabel[] {
  const placed: (PlacedLabel & { width: number })[] = [];
  for (const { side, ends, width } of requests) {
    const ys = ends.map(([, y]) => y);
    const middle = ends.reduce((sum, [x]) => sum + x, 0) / Math.max(1, ends.length);
    const isAbove = readKeys.indexOf(side) % 2 === 0;
    const step = isAbove ? -labelHeightPx : labelHeightPx;
    const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));
    const x = within(middle - width / 2, pane.width - width);
    const start = isAbove ? Math.min(...ys) - gapPx - labelHeightPx : Math.max(...ys) + gapPx;
    let label = { x, y: within(start, pane.height - labelHeightPx), width };
    for (let tries = 0; tries < placed.length; tries += 1) {
      if (!placed.some(other => overlaps(other, label))) break;
      label = { ...label, y: within(label.y + step, pane.height - labelHeightPx) };
    }
    placed.push(label);
  }
  return placed.map(({ x, y }) => ({ x, y }));
}
