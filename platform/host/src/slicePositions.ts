import type { CornerstoneCore } from './types.js';

type Vector = readonly [number, number, number];

function vector(value: unknown): Vector | null {
  if (typeof value !== 'object' || value === null || !('length' in value)) {
    return null;
  }
  const [x, y, z] = Array.from(value as ArrayLike<unknown>).map(Number);
  return x !== undefined &&
    y !== undefined &&
    z !== undefined &&
    [x, y, z].every(component => Number.isFinite(component))
    ? [x, y, z]
    : null;
}

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/**
 * The place of a slice along the patient axis nearest to its normal, mm (LPS, so towards left, back or head).
 * Null without position and orientation.
 */
export function slicePosition(cornerstone: CornerstoneCore, imageId: string): number | null {
  const plane = cornerstone.metaData.get('imagePlaneModule', imageId);
  if (typeof plane !== 'object' || plane === null) {
    return null;
  }
  const fields = plane as Readonly<Record<string, unknown>>;
  const position = vector(fields['imagePositionPatient']);
  const rows = vector(fields['rowCosines']);
  const columns = vector(fields['columnCosines']);
  if (position === null || rows === null || columns === null) {
    return null;
  }
  const normal = cross(rows, columns);
  const largest = Math.max(...normal.map(Math.abs));
  const sign = normal.find(component => Math.abs(component) === largest) ?? 1;
  const along = position.reduce((sum, value, axis) => sum + value * (normal[axis] ?? 0), 0);
  return sign < 0 ? -along : along;
}

/** Index of the slice nearest to a place, the earlier one of two equally near; null when no slice has a place. */
export function nearestSlice(positions: readonly (number | null)[], at: number): number | null {
  let best: number | null = null;
  let least = Infinity;
  positions.forEach((position, index) => {
    const distance = position === null ? Infinity : Math.abs(position - at);
    if (distance < least) {
      least = distance;
      best = index;
    }
  });
  return best;
}
