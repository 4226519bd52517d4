import { describe, expect, it } from '@jest/globals';
import { asSaid, isComplete, standing, type Judgement } from './judgement.js';
import { exam } from './qc.testdata.js';
import type { Series } from './qcData.js';

const [plain, broken] = exam.seriesList as [Series, Series];

describe('what stands of a series before a person has judged it', () => {
  it('is what intake proposed', () => {
    expect(standing(plain)).toEqual({
      ...{ role: 'CT-PV-AX', noneFits: false, purposes: {} },
      read: { usable: 'yes', reason: '' },
    });
  });

  it('is without a role for a person to choose, and limited by what else is wrong with it', () => {
    const found = standing(broken);
    expect(found).toMatchObject({ role: null, noneFits: false });
    expect(found.read).toEqual({
      ...{ usable: 'limited', reason: '4 of 60 slices are missing (4, 7-9)' },
    });
    expect(standing({ ...broken, problems: [{ code: 'noRole' }] }).read).toEqual({
      ...{ usable: 'yes', reason: '' },
    });
  });

  it('can not be read where intake found nothing to show', () => {
    const unread: Series = {
      ...{ ...broken, modality: 'SR', usable: { read: 'no', reason: 'unsupportedModality' } },
      problems: [{ code: 'unsupportedModality', modality: 'SR' }],
    };
    expect(standing(unread)).toMatchObject({
      noneFits: true,
      read: { usable: 'no', reason: 'Modality SR can not be read here' },
    });
  });
});

describe('what a person says of a series', () => {
  const said = (more: Partial<Judgement>): Judgement => ({ ...standing(plain), ...more });

  it.each<[string, Partial<Judgement>, boolean]>([
    ['as proposed', {}, true],
    ['without a role', { role: null }, false],
    ['that none fits', { role: null, noneFits: true, read: { usable: 'no', reason: 'x' } }, true],
    ['limited', { read: { usable: 'limited', reason: ' ' } }, false],
    ['no for a purpose', { purposes: { 'recist-1.1': { usable: 'no', reason: '' } } }, false],
    ['no for a purpose, why', { purposes: { 'recist-1.1': { usable: 'no', reason: 'x' } } }, true],
  ])('is complete or not: %s', (_, more, complete) => {
    expect(isComplete(said(more))).toBe(complete);
  });

  it('has reasons where it is not fully usable, and nowhere else', () => {
    const judgement = said({
      read: { usable: 'yes', reason: 'left over' },
      purposes: { 'recist-1.1': { usable: 'limited', reason: ' Thick ' } },
    });
    expect(asSaid('series-1', judgement)).toEqual({
      ...{ series: 'series-1', role: 'CT-PV-AX' },
      usable: [
        { purpose: 'read', usable: 'yes', reason: null },
        { purpose: 'recist-1.1', usable: 'limited', reason: 'Thick' },
      ],
    });
  });
});
