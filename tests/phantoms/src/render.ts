import { anatomyOf, paintBody, type KeepOut } from './anatomy.js';
import { paintCut, SIZE } from './canvas.js';
import { noiseTile } from './noise.js';
import type { LesionSite, SubjectPlan, TimepointPlan } from './subjects.js';

/** Standard deviation of the noise, HU. */
export const NOISE_SIGMA = 9;
/** Stored value = HU + OFFSET, twelve bits unsigned. */
export const OFFSET = 1024;

/** HU of a lesion and of the tissue around it, by location. */
export const contrast: Record<LesionSite['location'], { lesion: number; around: number }> = {
  LIVER: { lesion: 48, around: 112 },
  LUNG: { lesion: 42, around: -860 },
  'LYMPH NODE': { lesion: 72, around: -92 },
};

/** Noise is scaled by the same tile everywhere; slices read it from different offsets. */
let tile: Int16Array | undefined;

/** Renders the slices of one subject at one timepoint. */
export interface Renderer {
  /**
   * One slice at height z.
   * @param z mm LPS
   * @param salt moves the noise, so that two slices of the same height differ
   * @returns SIZE x SIZE stored values, HU + OFFSET, row by row; valid until the next call
   */
  slice(z: number, salt: number): Uint16Array;
}

export function rendererOf(subject: SubjectPlan, timepoint: TimepointPlan, seed: number): Renderer {
  tile ??= noiseTile(SIZE, NOISE_SIGMA, 20260105);
  const noise = tile;
  const anatomy = anatomyOf(seed);
  const hu = new Int16Array(SIZE * SIZE);
  const stored = new Uint16Array(SIZE * SIZE);
  const clear: KeepOut[] = subject.sites.map(site => ({
    center: site.center,
    radius: 5 + Math.max(...subject.timepoints.map(({ sizes }) => sizes[site.id]?.[0] ?? 0)) / 2,
  }));
  return {
    slice(z, salt) {
      paintBody(hu, anatomy, z, clear);
      for (const site of subject.sites) {
        const size = timepoint.sizes[site.id];
        if (!size || size[0] === 0) continue;
        const [x, y, centerZ] = site.center;
        const [a, b] = [size[0] / 2, size[1] / 2];
        const { lesion, around } = contrast[site.location];
        const ellipsoid = { x, y, z: centerZ, a, b, c: b, angle: site.angle };
        if (site.node) paintCut(hu, { ...ellipsoid, a: a + 3, b: b + 3, c: b + 3 }, z, around);
        paintCut(hu, ellipsoid, z, lesion);
      }
      const shiftX = (salt * 197 + 31) % SIZE;
      const shiftY = (salt * 89 + 7) % SIZE;
      for (let row = 0; row < SIZE; row++) {
        const from = ((row + shiftY) % SIZE) * SIZE;
        const to = row * SIZE;
        for (let column = 0; column < SIZE; column++) {
          const value = hu[to + column]! + noise[from + ((column + shiftX) & (SIZE - 1))]! + OFFSET;
          stored[to + column] = value < 0 ? 0 : value > 4095 ? 4095 : value;
        }
      }
      return stored;
    },
  };
}
