import type { DicomDataset } from '../archive/dicom-json.js';
import { wholeText } from './whole-text.js';

/**
 * What an attribute may hold in a trial:
 * `subject` nothing, or an identifier of a subject as the charter writes them; `nothing`; `year` nothing, or the first
 * day of a year; `notYes` anything but YES.
 */
type Allowed = 'subject' | 'nothing' | 'year' | 'notYes';

interface IdentifyingAttribute {
  readonly tag: string;
  /** Keyword of PS3.6. */
  readonly keyword: string;
  readonly may: Allowed;
}

/**
 * Attributes that name a person directly (PS3.15, table E.1-1, where the basic profile removes, replaces or empties them), as far as a
 * value in them can only be a person's. What may or may not identify (descriptions, comments, institutions, devices)
 * is no incident: readers never get it, since blinding passes nothing that is not on its list.
 */
export const identifyingAttributes: readonly IdentifyingAttribute[] = [
  { tag: '00100010', keyword: 'PatientName', may: 'subject' },
  { tag: '00100020', keyword: 'PatientID', may: 'subject' },
  { tag: '00100030', keyword: 'PatientBirthDate', may: 'year' },
  { tag: '00100032', keyword: 'PatientBirthTime', may: 'nothing' },
  { tag: '00101000', keyword: 'OtherPatientIDs', may: 'subject' },
  { tag: '00101001', keyword: 'OtherPatientNames', may: 'subject' },
  { tag: '00101005', keyword: 'PatientBirthName', may: 'nothing' },
  { tag: '00101040', keyword: 'PatientAddress', may: 'nothing' },
  { tag: '00101060', keyword: 'PatientMotherBirthName', may: 'nothing' },
  { tag: '00102154', keyword: 'PatientTelephoneNumbers', may: 'nothing' },
  { tag: '00102297', keyword: 'ResponsiblePerson', may: 'nothing' },
  { tag: '00280301', keyword: 'BurnedInAnnotation', may: 'notYes' },
];

/** OtherPatientIDsSequence: each item has a PatientID of its own. */
const otherIds = '00101002';

/** A name without its empty components at the end; an expression would try each run of carets, in the square of its length. */
const withoutCarets = (value: string): string => {
  let end = value.length;
  while (value[end - 1] === '^') end -= 1;
  return value.slice(0, end);
};

const breaks = (text: string, may: Allowed, isSubject: (text: string) => boolean): boolean => {
  if (text === '') return false;
  switch (may) {
    case 'subject':
      // Several values, or the components of a name: each must be one.
      return !text.split('\\').every(value => value === '' || isSubject(withoutCarets(value)));
    case 'nothing':
      return true;
    case 'year':
      return !/^\d{4}0101$/.test(text);
    case 'notYes':
      return text.toUpperCase() === 'YES';
  }
};

/**
 * Keywords of the attributes by which an image still identifies a person, in the table's order; none when it does not.
 * @param isSubject whether a text is an identifier of a subject as the charter writes them
 */
export const identifying = (
  image: DicomDataset,
  isSubject: (text: string) => boolean
): string[] => {
  const found = identifyingAttributes
    .filter(({ tag, may }) => breaks(wholeText(image, tag), may, isSubject))
    .map(({ keyword }) => keyword);
  const others = (image[otherIds]?.Value ?? []) as readonly DicomDataset[];
  const named = others.some(item => breaks(wholeText(item, '00100020'), 'subject', isSubject));
  return named ? [...found, 'OtherPatientIDsSequence'] : found;
};
