import type { DicomDataset } from '../archive/dicom-json.js';

/** Every value of an attribute as one text, backslashes between; empty when it is absent or empty. */
export const wholeText = (image: DicomDataset, tag: string): string =>
  (image[tag]?.Value ?? [])
    .map(value => {
      if (typeof value === 'object' && value !== null && 'Alphabetic' in value)
        return String(value.Alphabetic);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    })
    .join('\\')
    .replaceAll('\0', '')
    .trim();
