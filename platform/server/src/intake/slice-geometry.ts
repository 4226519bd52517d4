import type { ImageProblem } from '@corelab/reads';
import type { DicomDataset } from '../archive/dicom-json.js';
import { numbersOf } from '../archive/dicom-json.js';

/** Two images closer than this lie at the same place, mm. */
const samePlaceMm = 0.01;
/** Gaps may differ from the usual one by this much: positions are written with few decimals. */
const toleratedMm = (usualMm: number): number => Math.max(0.1, 0.05 * usualMm);
/** Direction cosines that differ by less are the same orientation. */
const sameCosine = 1e-3;

type Vector = readonly [number, number, number];
interface Plane {
  readonly orientation: readonly number[];
  readonly normal: Vector;
  readonly position: Vector;
}

const vectorOf = (values: readonly number[] | undefined, from: number): Vector | undefined => {
  const [x, y, z] = values?.slice(from, from + 3) ?? [];
  return x === undefined || y === undefined || z === undefined ? undefined : [x, y, z];
};
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Undefined when the image does not say where it lies. */
const planeOf = (image: DicomDataset): Plane | undefined => {
  const orientation = numbersOf(image, '00200037');
  const row = vectorOf(orientation, 0);
  const column = vectorOf(orientation, 3);
  const position = vectorOf(numbersOf(image, '00200032'), 0);
  if (orientation === undefined || row === undefined || column === undefined) return undefined;
  return position === undefined ? undefined : { orientation, normal: cross(row, column), position };
};

const parallel = (one: Plane, other: Plane): boolean =>
  one.orientation.every(
    (value, index) => Math.abs(value - (other.orientation[index] ?? NaN)) <= sameCosine
  );

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

/** Distances along the normal, ascending from the end where the instance numbers begin. */
const placesOf = (planes: readonly Plane[], normal: Vector): number[] => {
  const along = planes.map(plane => dot(plane.position, normal));
  const downward = (along[0] ?? 0) > (along.at(-1) ?? 0);
  return along.map(place => (downward ? -place : place)).sort((a, b) => a - b);
};

const gapProblems = (places: readonly number[]): ImageProblem[] => {
  const gaps = places.slice(1).map((place, index) => place - (places[index] ?? place));
  const usualMm = median(gaps.filter(gap => gap >= samePlaceMm));
  const near = (gap: number, expected: number): boolean =>
    Math.abs(gap - expected) <= toleratedMm(usualMm);
  const missing: number[] = [];
  const uneven: { after: number; gapMm: number }[] = [];
  let shared = 0;
  let slice = 1;
  for (const gap of gaps) {
    const steps = Math.max(1, Math.round(gap / usualMm));
    if (gap < samePlaceMm) {
      shared += 1;
    } else if (near(gap, steps * usualMm)) {
      for (let step = 1; step < steps; step += 1) missing.push(slice + step);
      slice += steps;
    } else {
      uneven.push({ after: slice, gapMm: gap });
      slice += 1;
    }
  }
  const hundredths = (value: number): number => Math.round(value * 100) / 100;
  const [first] = uneven;
  return [
    ...(shared === 0 ? [] : [{ code: 'sharedPosition' as const, images: shared }]),
    ...(missing.length === 0 ? [] : [{ code: 'missingSlices' as const, missing, of: slice }]),
    ...(first === undefined
      ? []
      : [
          {
            code: 'unevenSpacing' as const,
            places: uneven.length,
            after: first.after,
            gapMm: hundredths(first.gapMm),
            usualMm: hundredths(usualMm),
          },
        ]),
  ];
};

/**
 * What is wrong with the slices of a series: images without a place, more than one orientation, two images at one
 * place, missing slices, uneven spacing.
 * @param images in the order of their instance numbers
 */
export const sliceProblems = (images: readonly DicomDataset[]): ImageProblem[] => {
  if (images.length < 2) return [];
  const planes = images.flatMap(image => planeOf(image) ?? []);
  const [first] = planes;
  if (first === undefined || planes.length < images.length) {
    const without = images.length - planes.length;
    return [{ code: 'noGeometry', images: without, of: images.length }];
  }
  const orientations: Plane[] = [];
  for (const plane of planes) {
    if (!orientations.some(known => parallel(known, plane))) orientations.push(plane);
  }
  return orientations.length > 1
    ? [{ code: 'mixedOrientation', orientations: orientations.length }]
    : gapProblems(placesOf(planes, first.normal));
};
