import type { DicomDataset } from '../archive/dicom-json.js';
import { numbersOf } from '../archive/dicom-json.js';

/** Two images closer than this lie at the same place, mm. */
const samePlaceMm = 0.01;
/** Gaps may differ from the usual one by this much: positions are written with few decimals. */
const toleratedMm = (usualMm: number): number => Math.max(0.1, 0.05 * usualMm);

type Vector = readonly [number, number, number];

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

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

/**
 * What is wrong with the slices of a series, in words that identify nobody: orientation that changes, two images
 * at one place, missing slices, uneven spacing. Numbers are places along the stack, counted from 1.
 */
export const sliceProblems = (images: readonly DicomDataset[]): string[] => {
  if (images.length < 2) return [];
  const orientation = numbersOf(images[0] ?? {}, '00200037');
  const row = vectorOf(orientation, 0);
  const column = vectorOf(orientation, 3);
  if (row === undefined || column === undefined) return ['noGeometry: images without orientation'];
  const normal = cross(row, column);
  const places: number[] = [];
  for (const image of images) {
    const other = numbersOf(image, '00200037');
    const position = vectorOf(numbersOf(image, '00200032'), 0);
    if (position === undefined || other === undefined)
      return ['noGeometry: images without position'];
    if (other.some((value, index) => Math.abs(value - (orientation?.[index] ?? NaN)) > 1e-3)) {
      return ['mixedOrientation: images of more than one orientation'];
    }
    places.push(dot(position, normal));
  }
  places.sort((a, b) => a - b);
  const gaps = places.slice(1).map((place, index) => place - (places[index] ?? place));
  const problems: string[] = [];
  if (gaps.some(gap => gap < samePlaceMm))
    problems.push('sharedPosition: more than one image at one place');
  const apart = gaps.filter(gap => gap >= samePlaceMm);
  const usual = median(apart);
  for (const [index, gap] of gaps.entries()) {
    if (gap < samePlaceMm || Math.abs(gap - usual) <= toleratedMm(usual)) continue;
    const times = Math.round(gap / usual);
    const between = `between places ${index + 1} and ${index + 2}`;
    problems.push(
      times >= 2 && Math.abs(gap - times * usual) <= toleratedMm(usual)
        ? `missingSlice: ${times - 1} ${between}`
        : `unevenSpacing: ${gap.toFixed(2)} mm ${between}, usually ${usual.toFixed(2)} mm`
    );
  }
  return problems;
};
