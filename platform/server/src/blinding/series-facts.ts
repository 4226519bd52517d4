import { createHash } from 'node:crypto';
import { textOf, numbersOf, type DicomDataset } from '../archive/dicom-json.js';
import { momentOf, momentOfDateTime, secondsOfDay } from './moved-time.js';
import type { Variant } from './variant.js';

/** What of a series has to be known to blind one of its images. */
export interface SeriesFacts {
  /** Its earliest moment, seconds since 1970-01-01 in the station's time: of PET mostly the injection. Null without any. */
  readonly earliest: number | null;
  /** By tag: each number that stands there, with its place among them. */
  readonly ordinals: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

const moments: readonly (readonly [date: string, time: string])[] = [
  ['00080021', '00080031'],
  ['00080022', '00080032'],
  ['00080023', '00080033'],
];
const counted: readonly string[] = ['00200012', '00200100'];

const itemsOf = (dataset: DicomDataset, tag: string): DicomDataset[] =>
  (dataset[tag]?.Value ?? []).filter(
    (item): item is DicomDataset => typeof item === 'object' && item !== null
  );

const momentsIn = (dataset: DicomDataset): number[] => {
  const at = (date: string | undefined, time: string | undefined): number[] => {
    const moment = date === undefined ? undefined : momentOf(date, time);
    return moment === undefined ? [] : [moment.seconds];
  };
  const seriesDate = textOf(dataset, '00080021');
  return [
    // A date alone is no moment: its midnight would come before all that happened.
    ...moments.flatMap(([date, time]) => {
      const written = textOf(dataset, time);
      return written === undefined ? [] : at(textOf(dataset, date), written);
    }),
    ...itemsOf(dataset, '00540016').flatMap(item => {
      const whole = momentOfDateTime(textOf(item, '00181078') ?? '');
      const time = textOf(item, '00181072');
      return [
        ...(whole === undefined ? [] : [whole.seconds]),
        ...(time === undefined ? [] : at(seriesDate, time)),
      ];
    }),
  ];
};

/** The facts of a series of images as received. */
export const seriesFacts = (images: readonly DicomDataset[]): SeriesFacts => {
  const all = images.flatMap(momentsIn);
  const ordinals = new Map(
    counted.map(tag => {
      const values = new Set(images.flatMap(image => numbersOf(image, tag) ?? []));
      return [
        tag,
        new Map([...values].sort((a, b) => a - b).map((value, place) => [value, place + 1])),
      ] as const;
    })
  );
  return { earliest: all.length === 0 ? null : all.reduce((a, b) => Math.min(a, b)), ordinals };
};

/** The one day that stands for every day where none is shown, days since 1970-01-01: 2000-01-01. */
export const constantDay = 10_957;

/** Six in the morning, and as long after it as moments may begin. */
const firstSecond = 21_600;

/**
 * By how many seconds the moments of a series move, so that the earliest of them comes to stand in the morning of its day as
 * the variant tells it: at a second that follows from the read's own random name of the timepoint, and so is another one in
 * every read. Real dates keep their times.
 */
export const secondsToMove = (
  earliest: number,
  of: {
    readonly dates: Variant['dates'];
    readonly dateShiftDays: number;
    readonly studyInstanceUid: string;
  }
): number => {
  if (of.dates === 'shown') return 0;
  const day =
    of.dates === 'shifted' ? Math.floor(earliest / secondsOfDay) + of.dateShiftDays : constantDay;
  const drawn = createHash('sha256').update(of.studyInstanceUid).digest().readUInt32BE(0);
  return day * secondsOfDay + firstSecond + (drawn % firstSecond) - earliest;
};
