import dcmjs from 'dcmjs';
import { describe, expect, it } from '@jest/globals';
import { ORIGIN, SIZE, SPACING } from './canvas.js';
import { phantomFiles } from './generate.js';
import { decodeJpegLs } from './jpegls.js';
import { contrast, OFFSET } from './render.js';
import { subjectPlans } from './subjects.js';
import { JPEG_LS_LOSSLESS, phantomPlan } from './truth.js';
import type { LesionTruth } from './types.js';

const truth = phantomPlan();
const files = new Map([...phantomFiles(truth)].map(file => [file.sopInstanceUid, file]));

async function pixelsOf(sopInstanceUid: string): Promise<Uint16Array> {
  const file = files.get(sopInstanceUid);
  if (!file) throw new Error(`no file ${sopInstanceUid}`);
  const bytes = await file.build();
  const { meta, dict } = dcmjs.data.DicomMessage.readFile(bytes.slice().buffer as ArrayBuffer);
  const data = dict['7FE00010']?.Value[0];
  if (!(data instanceof ArrayBuffer)) throw new Error(`${file.path} has no pixels`);
  return meta['00020010']?.Value[0] === JPEG_LS_LOSSLESS
    ? decodeJpegLs(new Uint8Array(data))
    : new Uint16Array(data);
}

/** Mean of 3 x 3 pixels, HU. */
function smoothed(pixels: Uint16Array, column: number, row: number): number {
  let sum = 0;
  for (let y = row - 1; y <= row + 1; y++)
    for (let x = column - 1; x <= column + 1; x++) sum += pixels[y * SIZE + x] ?? 0;
  return sum / 9 - OFFSET;
}

/** The pixels connected with the centre that are nearer to the lesion's HU than to its surroundings'. */
function maskOf(pixels: Uint16Array, lesion: LesionTruth): [number, number][] {
  const site = subjectPlans
    .flatMap(({ sites }) => sites)
    .find(({ id, center }) => id === lesion.id && center === lesion.centerLps);
  if (!site) throw new Error(`no site of ${lesion.id}`);
  const { lesion: own, around } = contrast[site.location];
  const half = (own + around) / 2;
  const start = [0, 1].map(i => Math.round(((lesion.centerLps[i] ?? 0) - ORIGIN) / SPACING));
  const seen = new Set<number>();
  const queue: [number, number][] = [[start[0] ?? 0, start[1] ?? 0]];
  const mask: [number, number][] = [];
  for (let pixel = queue.pop(); pixel; pixel = queue.pop()) {
    const [x, y] = pixel;
    const key = y * SIZE + x;
    if (seen.has(key)) continue;
    seen.add(key);
    const value = smoothed(pixels, x, y);
    if (own > around ? value < half : value > half) continue;
    mask.push([ORIGIN + x * SPACING, ORIGIN + y * SPACING]);
    queue.push([x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]);
  }
  return mask;
}

/** Greatest distance between the centres of two pixels of a mask and half a pixel, mm. */
function longestOf(mask: [number, number][]): number {
  let longest = 0;
  for (const [ax, ay] of mask)
    for (const [bx, by] of mask) longest = Math.max(longest, Math.hypot(ax - bx, ay - by));
  return longest + SPACING / 2;
}

/** Axes of the ellipse with the second moments of a mask, mm. */
function axesOf(mask: [number, number][]): [number, number] {
  const n = mask.length;
  const mx = mask.reduce((sum, [x]) => sum + x, 0) / n;
  const my = mask.reduce((sum, [, y]) => sum + y, 0) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [x, y] of mask) {
    xx += (x - mx) ** 2 / n;
    yy += (y - my) ** 2 / n;
    xy += ((x - mx) * (y - my)) / n;
  }
  const mean = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  return [4 * Math.sqrt(mean + spread), 4 * Math.sqrt(mean - spread)];
}

describe('the pixels', () => {
  for (const subject of truth.subjects) {
    for (const timepoint of subject.timepoints) {
      it(`of ${subject.subjectId} ${timepoint.id} measure as the truth says, within one pixel`, async () => {
        for (const lesion of timepoint.lesions) {
          const pixels = await pixelsOf(lesion.sopInstanceUid);
          if (lesion.status === 'absent') {
            const [x, y] = [0, 1].map(i =>
              Math.round(((lesion.centerLps[i] ?? 0) - ORIGIN) / SPACING)
            );
            const value = smoothed(pixels, x ?? 0, y ?? 0);
            expect(Math.abs(value - (lesion.location === 'LUNG' ? -860 : 112))).toBeLessThan(30);
            continue;
          }
          const mask = maskOf(pixels, lesion);
          const [long, short] = axesOf(mask);
          const name = `${lesion.id}: ${long.toFixed(2)} x ${short.toFixed(2)} mm`;
          expect({ name, near: Math.abs(long - lesion.longestDiameterMm) < SPACING }).toEqual({
            name,
            near: true,
          });
          expect({ name, near: Math.abs(short - lesion.shortAxisMm) < SPACING }).toEqual({
            name,
            near: true,
          });
          expect(Math.abs(longestOf(mask) - lesion.longestDiameterMm)).toBeLessThan(SPACING);
        }
      });
    }
  }
});
