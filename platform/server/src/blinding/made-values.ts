import type { DicomDataset } from '../archive/dicom-json.js';
import { shiftDate } from '../workflow/calendar.js';
import type { Computed } from './forms.js';
import type { SeriesFacts } from './series-facts.js';
import { ageText, ageYears } from './subject-facts.js';
import type { Variant } from './variant.js';

/** What stands in place of the identity of one timepoint's series in one read. */
export interface BlindingContext {
  readonly variant: Variant;
  /** PatientName and PatientID. */
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  /** The timepoint's date, real, ISO 8601; null when unknown. */
  readonly timepointDate: string | null;
  /** The series' role; its only description. */
  readonly role: string;
  readonly seriesNumber: number;
  /** The read's pseudonym for a real UID; undefined when this read does not show it. */
  readonly pseudonym: (realUid: string) => string | undefined;
  /** The pseudonymous study that stands for the timepoint. */
  readonly studyInstanceUid: string;
  /** The image's place in its series, from 1. */
  readonly place: number;
  readonly series: SeriesFacts;
  /** Windows as the site set them: for who does QC of its images. */
  readonly ownWindows?: boolean;
  /** As it is served. */
  readonly transferSyntax: string;
}

/** The date of a timepoint as a variant tells it, ISO 8601; null where it tells none, or none is known. */
export const toldDate = (
  date: string | null,
  { dates }: Pick<Variant, 'dates'>,
  shiftDays: number
): string | null => {
  switch (dates) {
    case 'shifted':
      return shiftDate(date, shiftDays);
    case 'shown':
      return date;
    case 'offsets':
    case 'removed':
      return null;
  }
};

/** What the server makes, by what the policy calls it. */
export const made: Readonly<
  Record<Computed, (dataset: DicomDataset, context: BlindingContext) => string | number | undefined>
> = {
  timepointDate: (_dataset, { timepointDate, variant, dateShiftDays }) =>
    toldDate(timepointDate, variant, dateShiftDays)?.replaceAll('-', ''),
  role: (_dataset, { role }) => role,
  subjectCode: (_dataset, { subjectCode }) => subjectCode,
  age: (dataset, { timepointDate }) => {
    const years = ageYears(dataset, timepointDate);
    return years === null ? undefined : ageText(years);
  },
  study: (_dataset, { studyInstanceUid }) => studyInstanceUid,
  seriesNumber: (_dataset, { seriesNumber }) => seriesNumber,
  imagePlace: (_dataset, { place }) => place,
  transferSyntax: (_dataset, { transferSyntax }) => transferSyntax,
};
