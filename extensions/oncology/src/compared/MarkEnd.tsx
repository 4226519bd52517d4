import type { ReadKey } from './comparedReads.js';
import type { CanvasPoint } from './markGeometry.js';

/** Corners of the ends that are polygons, from their middle, in halves: C's point up, D's are diamonds, E's point down. */
const corners: Readonly<Partial<Record<ReadKey, readonly CanvasPoint[]>>> = {
  c: [
    [0, -1.1],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  d: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  e: [
    [-1.1, -0.9],
    [1.1, -0.9],
    [0, 1.1],
  ],
};

export interface MarkEndProps {
  side: ReadKey;
  at: CanvasPoint;
  /** Half of its width, px. */
  half: number;
}

/** The end of a line of a mark: A's are squares, B's rings, the others' as above. Told apart without colour. */
export function MarkEnd({ side, at: [x, y], half }: MarkEndProps) {
  if (side === 'a') {
    return (
      <rect
        x={x - half}
        y={y - half}
        width={2 * half}
        height={2 * half}
      />
    );
  }
  const shape = corners[side];
  return shape === undefined ? (
    <circle
      cx={x}
      cy={y}
      r={half}
    />
  ) : (
    <polygon points={shape.map(([dx, dy]) => `${x + dx * half},${y + dy * half}`).join(' ')} />
  );
}
