import { dateOf, textOf, type DicomDataset } from '../archive/dicom-json.js';
import { codedValues } from './coded-values.js';

/** Sex and age of a subject at a timepoint, as far as its images say them. */
export interface SubjectFacts {
  /** M, F or O. */
  readonly sex: string | null;
  /** Whole years; 90 stands for all that is above 89. */
  readonly ageYears: number | null;
}

/** Above 89 an age alone can tell who somebody is (45 CFR 164.514(b)(2)(i)(C)). */
const oldest = 90;

const atMost = (years: number): number | null =>
  years < 0 || years > 150 ? null : Math.min(years, oldest);

/** Whole years from a date of birth to a full date, both ISO 8601. */
const yearsBetween = (birth: string, date: string): number => {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
};

const yearsIn: Readonly<Record<string, number>> = { Y: 1, M: 12, W: 52.1775, D: 365.2425 };

/** PatientAge: three digits and their unit (PS3.5, 6.2). */
const writtenYears = (text: string | undefined): number | null => {
  const match = /^(\d{3})([DWMY])$/.exec(text ?? '');
  const unit = yearsIn[match?.[2] ?? ''];
  return match === null || unit === undefined ? null : Math.floor(Number(match[1]) / unit);
};

/**
 * Age at a timepoint by the date of birth, else as the image says it; whole years, 90 for all above 89. Null when neither is
 * there.
 */
export const ageYears = (dataset: DicomDataset, timepointDate: string | null): number | null => {
  const birth = dateOf(dataset, '00100030');
  const isWhole = timepointDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(timepointDate);
  const years =
    birth !== undefined && isWhole
      ? yearsBetween(birth, timepointDate)
      : writtenYears(textOf(dataset, '00101010'));
  return years === null ? null : atMost(years);
};

/** An age as DICOM writes it. */
export const ageText = (years: number): string => `${String(years).padStart(3, '0')}Y`;

/** Of the first of some images that says it. */
export const subjectFacts = (
  images: Iterable<DicomDataset>,
  timepointDate: string | null
): SubjectFacts => {
  let sex: string | null = null;
  let years: number | null = null;
  for (const image of images) {
    const said = textOf(image, '00100040');
    sex ??= codedValues.PatientSex.find(code => code === said) ?? null;
    years ??= ageYears(image, timepointDate);
    if (sex !== null && years !== null) break;
  }
  return { sex, ageYears: years };
};
