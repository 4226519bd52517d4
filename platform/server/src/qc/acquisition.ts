import { numbersOf, textOf, type DicomDataset } from '../archive/dicom-json.js';

/** A number of the images of a series: the least and the largest there is. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How a series was acquired, as its images say. What they do not say is null. */
export interface Acquisition {
  readonly images: number;
  readonly number: number | null;
  /** Free text of the site, as far as de-identification keeps it. */
  readonly description: string | null;
  readonly scanner: string | null;
  readonly sliceThicknessMm: Range | null;
  readonly pixelSpacingMm: Range | null;
  readonly matrix: string | null;
  readonly kernel: string | null;
  /** An agent is named; false where the images do not name one, which does not say that none was given. */
  readonly contrastAgent: boolean;
}

const rangeOf = (images: readonly DicomDataset[], tag: string): Range | null => {
  const values = images.flatMap(image => numbersOf(image, tag) ?? []);
  return values.length === 0 ? null : { from: Math.min(...values), to: Math.max(...values) };
};

/** The text that all images have that have one; null where they differ or none has. */
const agreed = (images: readonly DicomDataset[], tag: string): string | null => {
  const [value, ...others] = new Set(images.flatMap(image => textOf(image, tag) ?? []));
  return value === undefined || others.length > 0 ? null : value;
};

const joined = (parts: readonly (string | null)[], between: string): string | null => {
  const known = parts.flatMap(part => part ?? []);
  return known.length === 0 ? null : known.join(between);
};

/** How the images of one series were acquired. */
export const acquisitionOf = (images: readonly DicomDataset[]): Acquisition => {
  const [rows, columns] = [agreed(images, '00280010'), agreed(images, '00280011')];
  return {
    images: images.length,
    number: rangeOf(images, '00200011')?.from ?? null,
    description: agreed(images, '0008103E'),
    scanner: joined([agreed(images, '00080070'), agreed(images, '00081090')], ' '),
    sliceThicknessMm: rangeOf(images, '00180050'),
    pixelSpacingMm: rangeOf(images, '00280030'),
    matrix: rows === null || columns === null ? null : `${columns} × ${rows}`,
    kernel: agreed(images, '00181210'),
    contrastAgent: images.some(image => textOf(image, '00180010') !== undefined),
  };
};
