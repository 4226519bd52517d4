import { describe, expect, it } from '@jest/globals';
import { caseAddress } from './caseAddress.js';
import type { ReadStudy } from './wire.js';

const study = (studyInstanceUid: string, images: boolean): ReadStudy => ({
  studyInstanceUid,
  timepoint: studyInstanceUid,
  current: false,
  series: images ? [{ seriesInstanceUid: '1', role: 'CT', problems: [] }] : [],
  notShown: [],
});
const addressOf = (...studies: ReadStudy[]): string =>
  caseAddress('oncology-recist', { readId: 'r1', studies });

describe('the address of a case', () => {
  it('names the studies in their order', () => {
    expect(addressOf(study('1.2', true), study('1.3', true))).toBe(
      '/oncology-recist?StudyInstanceUIDs=1.2,1.3&read=r1'
    );
  });

  it('leaves out a study without series while another has some', () => {
    expect(addressOf(study('1.2', false), study('1.3', true))).toContain('UIDs=1.3&');
    expect(addressOf(study('1.2', false))).toContain('UIDs=1.2&');
  });
});
