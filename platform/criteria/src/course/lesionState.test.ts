import { describe, expect, it } from '@jest/globals';
import {
  type Entered,
  findingsOf,
  lastOf,
  merged,
  type More,
  node,
  said,
  statesOf,
  t,
} from './targets.testdata.js';

const part = (id: string, mm: number, more: More = {}) => t(id, mm, { splitFrom: 'T01', ...more });
const treated = { locallyTreated: { kind: 'ablation' } };
const spleen = t('T03', 10, { location: 'SPLEEN' });

/** Overall response, sum, targets' states and findings of the last of these visits. */
function last(visits: Entered[], localTreatment = 'NE') {
  const visit = lastOf('recist-1.1', visits, { localTreatment });
  return [visit?.overall, visit?.burden?.value ?? null, statesOf(visit), findingsOf(visit)];
}

describe('a merged target whose host was treated locally', () => {
  const visits = [
    [t('T01', 20), t('T02', 15), spleen],
    [t('T01', 30), merged('T02', 'T01'), spleen],
    [said('T01', treated), merged('T02', 'T01'), spleen],
  ];
  const both = ['T01 treated TREATED_LOCAL', 'T02 treated TREATED_LOCAL', 'T03 measured'];
  it.each([
    ['NE', 'NE', null],
    // 10 mm of 45 mm: -77.78 %.
    ['zero', 'PR', 10],
    // T03 alone, 10 mm of its own 10 mm.
    ['exclude', 'SD', 10],
  ])('localTreatment %s: %s', (localTreatment, overall, sum) => {
    expect(last(visits, localTreatment)).toEqual([overall, sum, both, []]);
    expect(last([...visits, [spleen]], localTreatment)).toEqual([overall, sum, both, []]);
  });
});

describe('a target that is apart from a treated host', () => {
  const [both, joint] = [
    [t('T01', 20), t('T02', 15)],
    [t('T01', 30), merged('T02', 'T01')],
  ];
  it('stays treated where the treatment found them merged', () => {
    const visits = [both, [t('T01', 9, treated), merged('T02', 'T01')], [t('T01', 9), t('T02', 5)]];
    const states = ['T01 treated TREATED_LOCAL', 'T02 treated TREATED_LOCAL'];
    expect(last(visits)).toEqual(['NE', null, states, []]);
  });
  it('is measured where it was apart before the treatment', () => {
    const visits = [both, joint, both, [t('T01', 9, treated), t('T02', 5)]];
    expect(last(visits)[2]).toEqual(['T01 treated TREATED_LOCAL', 'T02 measured']);
  });
});

describe('a split target of which a part was treated locally', () => {
  const [base, apart] = [[t('T01', 40)], [part('T01a', 15), part('T01b', 15)]];
  const visit = [part('T01a', 0, treated), part('T01b', 15)];
  it.each([
    ['NE', 'NE', null, 'T01 split TREATED_LOCAL'],
    ['zero', 'PR', 15, 'T01 split TREATED_LOCAL'],
    ['exclude', 'NE', null, 'T01 treated TREATED_LOCAL'],
  ])('localTreatment %s: %s', (localTreatment, overall, sum, state) => {
    expect(last([base, apart, visit], localTreatment)).toEqual([overall, sum, [state], []]);
    expect(last([base, apart, visit, [part('T01b', 15)]], localTreatment)).toEqual([
      overall,
      sum,
      [state],
      [],
    ]);
  });
  it('has no response from the rest that is listed under its own name', () => {
    expect(last([base, apart, visit, [t('T01', 12)]])).toEqual([
      'NE',
      null,
      ['T01 split TREATED_LOCAL'],
      [],
    ]);
  });
  it('is not disease back after a complete response once the rest is gone', () => {
    const gone = [part('T01a', 0), part('T01b', 0)];
    const visits = [base, gone, [part('T01a', 0, treated), part('T01b', 0)]];
    expect(last(visits, 'zero')).toEqual(['PR', 0, ['T01 treated TREATED_LOCAL'], []]);
    const back = [base, gone, [part('T01a', 0, treated), part('T01b', 3)]];
    expect(last(back, 'zero')).toEqual(['PD', 3, ['T01 split TREATED_LOCAL'], []]);
  });
  it.each([
    ['NE', 'T01 split TREATED_LOCAL', ['lesion.notAssessed T01c']],
    ['exclude', 'T01 treated TREATED_LOCAL', []],
  ])('localTreatment %s: asks for another part only where it counts', (rule, state, asked) => {
    const three = [...apart, part('T01c', 5)];
    const visits = [base, three, [...visit, part('T01c', 5)], [part('T01b', 15)]];
    expect(last(visits, rule).slice(2)).toEqual([[state], asked]);
  });
  it('is measured while the treatment is still to come', () => {
    const later = { locallyTreated: { date: '2026-12-01' } };
    expect(last([base, [part('T01a', 12, later), part('T01b', 10)]])).toEqual([
      'PR',
      22,
      ['T01 split'],
      [],
    ]);
  });
});

describe('a split target that is listed whole again', () => {
  const [base, apart] = [[t('T01', 40)], [part('T01a', 15), part('T01b', 15)]];
  it.each([
    ['measured', t('T01', 25), 'PR', 25, ['T01 measured']],
    ['absent', said('T01', { status: 'absent' }), 'CR', 0, ['T01 absent']],
    ['too small', said('T01', { tooSmallToMeasure: true }), 'PR', 5, ['T01 tooSmallToMeasure']],
    [
      'not evaluable',
      said('T01', { evaluable: false, reason: 'OBSCURED' }),
      'NE',
      null,
      ['T01 notEvaluable OBSCURED'],
    ],
    ['without a word', said('T01'), 'NE', null, ['T01 split NOT_ASSESSED']],
  ])('%s', (_name, lesion, overall, sum, states) => {
    expect(last([base, apart, [lesion]]).slice(0, 3)).toEqual([overall, sum, states]);
  });
  it('merged as a whole adds nothing beside its host', () => {
    const two = [...base, t('T02', 20)];
    const visits = [two, [...apart, t('T02', 20)], [merged('T01', 'T02'), t('T02', 50)]];
    expect(last(visits)).toEqual(['SD', 50, ['T01 merged', 'T02 measured'], []]);
  });
});

describe('an entry after a merge', () => {
  const both = [t('T01', 20), t('T02', 15)];
  const joint = [t('T01', 30), merged('T02', 'T01')];
  const still = ['SD', 30, ['T01 measured', 'T02 merged'], []];
  it('says nothing at a visit that was not read', () => {
    const unread = { evaluable: false, lesions: [t('T01', 30), t('T02', 9)] };
    expect(last([both, joint, unread, [t('T01', 30)]])).toEqual(still);
    expect(last([both, { evaluable: false, lesions: joint }, [t('T01', 30)]])).toEqual([
      'NE',
      null,
      ['T01 measured', 'T02 notEvaluable NOT_ASSESSED'],
      ['lesion.notAssessed T02'],
    ]);
  });
  it('without a word leaves it merged, and later visits need not list it', () => {
    expect(last([both, joint, [t('T01', 30), said('T02')], [t('T01', 30)]])).toEqual(still);
  });
  it('of the wrong diameter is a measurement that is missing, not a merge', () => {
    const nodes = [node('T01', { shortAxisMm: 20 }), node('T02', { shortAxisMm: 18 })];
    const mass = [node('T01', { shortAxisMm: 36 }), node('T02', { mergedInto: 'T01' })];
    const apart = [node('T01', { shortAxisMm: 20 }), node('T02', { longestDiameterMm: 25 })];
    expect(last([nodes, mass, apart])).toEqual([
      'NE',
      null,
      ['T01 measured', 'T02 notEvaluable NOT_MEASURED'],
      ['measurement.nodeLongAxis T02'],
    ]);
  });
  it('that merges two with each other leaves no value and ends', () => {
    expect(last([both, [merged('T01', 'T02'), merged('T02', 'T01')]])[0]).toBe('NE');
  });
});

describe('a target that is called absent and too small to measure', () => {
  it.each<[string, More]>([
    ['without a size', {}],
    ['with 0 mm', { longestDiameterMm: 0 }],
    ['with 3 mm', { longestDiameterMm: 3 }],
  ])('%s contradicts itself', (_name, more) => {
    const both = said('T01', { status: 'absent', tooSmallToMeasure: true, ...more });
    expect(last([[t('T01', 20)], [both]])).toEqual([
      'NE',
      null,
      ['T01 notEvaluable CONTRADICTION'],
      ['measurement.contradiction T01'],
    ]);
  });
});
