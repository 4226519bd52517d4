import type { HostInstance } from './types.js';

const numbers = (values: unknown, count: number): number[] | null => {
  const list = Array.isArray(values) ? values.map(Number) : [];
  return list.length === count && list.every(Number.isFinite) ? list : null;
};

/** Distance of a point (LPS, mm) from the plane of an image, mm; null when the image has no place in space. */
export function distanceFromPlane(
  instance: HostInstance | undefined,
  point: readonly number[]
): number | null {
  const position = numbers(instance?.ImagePositionPatient, 3);
  const cosines = numbers(instance?.ImageOrientationPatient, 6);
  if (position === null || cosines === null) return null;
  const [rx = 0, ry = 0, rz = 0, cx = 0, cy = 0, cz = 0] = cosines;
  const normal = [ry * cz - rz * cy, rz * cx - rx * cz, rx * cy - ry * cx];
  return Math.abs(
    normal.reduce(
      (sum, value, axis) => sum + value * ((point[axis] ?? Number.NaN) - (position[axis] ?? 0)),
      0
    )
  );
}
