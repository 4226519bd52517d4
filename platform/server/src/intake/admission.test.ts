import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { admission, type KnownImages, type ReceivedImage } from './admission.js';

const image: ReceivedImage = {
  ...{ sopUid: '1.1', studyUid: '1', seriesUid: '1.0', patientId: 'P', sha256: 'a' },
  ...{ identifying: [], refusal: null },
};
const nothing: KnownImages = {
  ...{ instance: null, kept: null, otherStudyOfSeries: false, otherPatientOfStudy: false },
};
const known = (over: Partial<ReceivedImage>): KnownImages => ({
  ...nothing,
  instance: { ...image, keptSha256: 'd', ...over },
});

describe('the admission of an image', () => {
  it('lets in what is new', () => {
    expect(admission(image, nothing)).toEqual({ outcome: 'stored' });
  });
  it('finds the same bytes there, whatever they hold', () => {
    expect(admission({ ...image, identifying: ['PatientName'] }, known({}))).toEqual({
      outcome: 'alreadyThere',
    });
  });
  it.each([
    ['other bytes', known({ sha256: 'b' }), ['otherBytes']],
    ['another study', known({ sha256: 'b', studyUid: '2' }), ['otherBytes', 'otherStudy']],
    ['another series', known({ sha256: 'b', seriesUid: '2' }), ['otherBytes', 'otherStudy']],
    ['another patient', known({ sha256: 'b', patientId: 'Q' }), ['otherBytes', 'otherPatient']],
    ['a patient nobody noted', known({ sha256: 'b', patientId: null }), ['otherBytes']],
    ['a study of another patient', { ...nothing, otherPatientOfStudy: true }, ['otherPatient']],
    ['a series of another study', { ...nothing, otherStudyOfSeries: true }, ['otherStudy']],
  ])('keeps apart what is known with %s', (_name, what, causes) => {
    expect(admission(image, what)).toEqual({ outcome: 'quarantined', held: false, causes });
  });
  it('keeps apart what identifies a person', () => {
    expect(admission({ ...image, identifying: ['PatientName'] }, nothing)).toEqual({
      ...{ outcome: 'quarantined', held: false, causes: ['identity'] },
    });
  });
  it('knows what it keeps in place of what came', () => {
    expect(admission({ ...image, sha256: 'd' }, known({}))).toEqual({ outcome: 'alreadyThere' });
  });
  it('keeps apart what can not be de-identified, and says once what is burned in', () => {
    const refused = { ...image, refusal: 'malformed' };
    expect(admission(refused, nothing)).toEqual({
      ...{ outcome: 'quarantined', held: false, causes: ['notDeidentified'] },
    });
    expect(admission({ ...refused, identifying: ['BurnedInAnnotation'] }, nothing)).toEqual({
      ...{ outcome: 'quarantined', held: false, causes: ['identity'] },
    });
  });
  it('remembers what was decided about the same bytes', () => {
    expect(admission(image, { ...nothing, kept: { state: 'quarantined' } })).toEqual({
      ...{ outcome: 'quarantined', held: true, causes: [] },
    });
    expect(admission(image, { ...nothing, kept: { state: 'refused' } }).outcome).toBe('refused');
  });

  it('never lets other bytes in under a known UID', () => {
    fc.assert(
      fc.property(
        fc.record({
          studyUid: fc.constantFrom('1', '2'),
          seriesUid: fc.constantFrom('1.0', '2.0'),
          patientId: fc.constantFrom('P', 'Q', null),
        }),
        fc.boolean(),
        fc.boolean(),
        (over, otherStudyOfSeries, otherPatientOfStudy) => {
          const decided = admission(image, {
            ...known({ ...over, sha256: 'b' }),
            ...{ otherStudyOfSeries, otherPatientOfStudy },
          });
          expect(decided).toMatchObject({ outcome: 'quarantined', held: false });
          expect(decided.outcome === 'quarantined' && decided.causes).toContain('otherBytes');
        }
      )
    );
  });
});
