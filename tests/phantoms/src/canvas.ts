// Bound once: in the test runner's sandbox each look-up of a global inside a pixel loop is slow.
const { sqrt, round } = Math;

/** Side of a slice in pixels. */
export const SIZE = 512;
/** Pixel spacing, mm, both directions. */
export const SPACING = 0.75;
/** x and y of the centre of the first pixel, mm LPS. */
export const ORIGIN = -192;

/** An ellipse in the axial plane; half axes and centre in mm, angle in degrees from +x to +y. */
export interface Ellipse {
  x: number;
  y: number;
  a: number;
  b: number;
  angle?: number;
}

/**
 * Paints an ellipse in HU over what is there. The edge is one pixel wide and passes half the
 * contrast exactly on the ellipse, so a threshold at half contrast gives the true size.
 * @param hu SIZE x SIZE, row by row, changed in place
 */
export function paint(hu: Int16Array, shape: Ellipse, value: number): void {
  const { x, y, a, b } = shape;
  if (a < 0.3 || b < 0.3) return;
  const turn = ((shape.angle ?? 0) * Math.PI) / 180;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const halfX = Math.hypot(a * cos, b * sin) + SPACING;
  const halfY = Math.hypot(a * sin, b * cos) + SPACING;
  const x0 = Math.max(0, Math.ceil((x - halfX - ORIGIN) / SPACING));
  const x1 = Math.min(SIZE - 1, Math.floor((x + halfX - ORIGIN) / SPACING));
  const y0 = Math.max(0, Math.ceil((y - halfY - ORIGIN) / SPACING));
  const y1 = Math.min(SIZE - 1, Math.floor((y + halfY - ORIGIN) / SPACING));
  const ia = 1 / (a * a);
  const ib = 1 / (b * b);
  const least = Math.min(a, b);
  const inside = least > SPACING ? (1 - SPACING / least) ** 2 : 0;
  const outside = (1 + SPACING / least) ** 2;
  for (let row = y0; row <= y1; row++) {
    const dy = ORIGIN + row * SPACING - y;
    let index = row * SIZE + x0;
    for (let column = x0; column <= x1; column++, index++) {
      const dx = ORIGIN + column * SPACING - x;
      const u = dx * cos + dy * sin;
      const v = dy * cos - dx * sin;
      const q = u * u * ia + v * v * ib;
      if (q <= inside) {
        hu[index] = value;
      } else if (q < outside) {
        const f = sqrt(q);
        const slope = sqrt(u * u * ia * ia + v * v * ib * ib);
        const distance = slope > 0 ? ((f - 1) * f) / slope : -least;
        const part = 0.5 - distance / SPACING;
        if (part >= 1) hu[index] = value;
        else if (part > 0) hu[index] = round(hu[index]! * (1 - part) + value * part);
      }
    }
  }
}

/** An ellipsoid with two axes in the axial plane: centre z and half height in mm. */
export interface Ellipsoid extends Ellipse {
  z: number;
  c: number;
}

/** Paints the cut of an ellipsoid at height z (mm LPS), if there is one. */
export function paintCut(hu: Int16Array, shape: Ellipsoid, z: number, value: number): void {
  const h = (z - shape.z) / shape.c;
  const rest = 1 - h * h;
  if (rest <= 0) return;
  const scale = Math.sqrt(rest);
  paint(hu, { ...shape, a: shape.a * scale, b: shape.b * scale }, value);
}
