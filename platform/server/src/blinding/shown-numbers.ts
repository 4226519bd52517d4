import { numbersOf, type DicomDataset } from '../archive/dicom-json.js';
import { ctIods, type IodId } from './iods.js';
import { ctWindows } from './standard-values.js';

/** The value of a list that lies nearest; of two as near the first. */
export const nearestOf = (values: readonly number[], number: number): number =>
  values.reduce((best, value) =>
    Math.abs(value - number) < Math.abs(best - number) ? value : best
  );

export interface Window {
  readonly center: number;
  readonly width: number;
}

/** How unlike two windows look: by the ratio of their widths, and by their centres in widths of the usual one. */
const unlikeness = ({ center, width }: Window, [usual, usualWidth]: readonly [number, number]) =>
  Math.abs(Math.log(width / usualWidth)) + Math.abs(center - usual) / usualWidth;

const usualCt = (window: Window): Window => {
  const [center, width] = ctWindows.reduce((best, one) =>
    unlikeness(window, one) < unlikeness(window, best) ? one : best
  );
  return { center, width };
};

const twoDigits = ({ center, width }: Window): Window => ({
  center: Number(center.toPrecision(2)),
  width: Number(width.toPrecision(2)),
});

/**
 * The windows of an image as they are shown: of CT the nearest usual ones, of others, whose units are their scanner's, to two
 * digits. None where centres and widths are not pairs, or a width is not above zero.
 */
export const shownWindow = (dataset: DicomDataset, iod: IodId): Window[] => {
  const centers = numbersOf(dataset, '00281050') ?? [];
  const widths = numbersOf(dataset, '00281051') ?? [];
  if (centers.length !== widths.length || widths.some(width => width <= 0)) return [];
  const shown = ctIods.includes(iod) ? usualCt : twoDigits;
  return centers.map((center, place) => shown({ center, width: widths[place] ?? 1 }));
};
