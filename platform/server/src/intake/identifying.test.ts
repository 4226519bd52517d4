import { describe, expect, it } from '@jest/globals';
import type { DicomDataset } from '../archive/dicom-json.js';
import { identifying } from './identifying.js';

const isSubject = (text: string): boolean => /^\d{3}-\d{3}$/.test(text);
const image = (tag: string, vr: string, ...values: unknown[]): DicomDataset => ({
  [tag]: { vr, Value: values },
});
const found = (dataset: DicomDataset): string[] => identifying(dataset, isSubject);

describe('what identifies a person', () => {
  it.each([
    ['PatientName', image('00100010', 'PN', { Alphabetic: 'DOE^JANE' })],
    ['PatientID', image('00100020', 'LO', 'H-4711')],
    ['PatientBirthDate', image('00100030', 'DA', '19611224')],
    ['OtherPatientIDs', image('00101000', 'LO', '101-004', 'H-4711')],
    ['OtherPatientIDsSequence', image('00101002', 'SQ', image('00100020', 'LO', 'H-4711'))],
    ['PatientAddress', image('00101040', 'LO', '101-004')],
    ['PatientTelephoneNumbers', image('00102154', 'SH', '0')],
    ['BurnedInAnnotation', image('00280301', 'CS', 'YES')],
  ])('is %s', (keyword, dataset) => {
    expect(found(dataset)).toEqual([keyword]);
  });

  it.each([
    ['an identifier of a subject as name', image('00100010', 'PN', { Alphabetic: '101-004' })],
    ['the same with empty components', image('00100010', 'PN', { Alphabetic: '101-004^^' })],
    ['an identifier of a subject', image('00100020', 'LO', '101-004')],
    ['an empty name', image('00100010', 'PN')],
    ['a year of birth', image('00100030', 'DA', '19610101')],
    ['other identifiers of subjects', image('00101002', 'SQ', image('00100020', 'LO', '101-004'))],
    ['no annotation in the pixels', image('00280301', 'CS', 'NO')],
    ['nothing at all', {}],
  ])('is not %s', (_name, dataset) => {
    expect(found(dataset)).toEqual([]);
  });
});
