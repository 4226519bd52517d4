import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';
import { baseline, bone, run, scan, target } from './course.testdata.js';

describe('what PCWG is given', () => {
  it.each([
    [0, '/timepoints/0/boneScan/date'],
    [1, '/timepoints/1/boneScan/date'],
  ])('refuses a bone scan on a day that does not exist, visit %s', (index, path) => {
    const visits = [baseline(), scan(8, 2)];
    const wrong = visits.map((visit, at) =>
      at === index ? { ...visit, boneScan: { ...visit.boneScan, date: '2026-02-30' } } : visit
    );
    expect(() => run(wrong)).toThrow(expect.objectContaining({ code: 'CL_DATE', path }));
  });

  it('names the criterion of a parameter it does not have', () => {
    expect(() => run([baseline()], { flare: 84 })).toThrow(/^pcwg3 has no parameter "flare"/);
  });

  it.each([
    [{ softTissue: 'NN', bone: 'NON-PD' }, 'NON-CR/NON-PD'],
    [{ softTissue: 'NA', bone: 'NON-PD' }, 'NON-CR/NON-PD'],
    [{ softTissue: null, bone: 'PDu' }, 'PDu'],
    [{ softTissue: 'CR', bone: null }, 'CR'],
  ])('combines %j', (components, overall) => {
    expect(combine({ criterion: 'pcwg3', components })).toEqual({ overall });
  });

  it.each([
    [{ softTissue: 'iCR' }, '/components/softTissue'],
    [{ bone: 'FLARE' }, '/components/bone'],
  ])('says where a code is wrong: %j', (components, path) => {
    expect(() => combine({ criterion: 'pcwg3', components })).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN', path })
    );
  });

  it('has only one first scan, also within the window', () => {
    expect(bone([scan(4, 0), scan(10, 2), scan(16, 2)])).toEqual([
      ['NON-PD', null],
      ['PDu', 'PD'],
      ['PD', null],
    ]);
  });

  it('PCWG2: soft tissue that was not read does not count as the first assessment', () => {
    const unread = { softTissueEvaluable: false, lesions: [] };
    const grown = { lesions: [target(60)] };
    const rated = run([baseline(), scan(6, 0, unread), scan(12, 0, grown), scan(18, 0, grown)], {
      standard: 'pcwg2',
    }).timepoints;
    expect(rated.slice(1).map(({ overall, revised }) => [overall, revised?.value])).toEqual([
      ['NE', undefined],
      ['PDu', 'PD'],
      ['PD', undefined],
    ]);
  });
});
