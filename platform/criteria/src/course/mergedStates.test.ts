import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { targetState } from './lesionState.js';
import { diameters } from './measure.js';
import { readSubject } from './subject.js';
import { lastOf, merged, type More, node, said, statesOf, t } from './targets.testdata.js';

const nt = (more: More = {}) => said('NT01', { role: 'non-target', ...more });

/** Target response, burden and the targets' states at the last of these visits. */
function last(criterion: string, visits: LesionInput[][]) {
  const visit = lastOf(criterion, visits);
  return [visit?.target, visit?.burden?.value ?? null, statesOf(visit)];
}

describe('a merged target is there while the joint mass is, measured as what that is', () => {
  const nodes = [node('T01', { shortAxisMm: 20 }), node('T02', { shortAxisMm: 18 })];
  const matted = merged('T02', 'T01', { location: 'LYMPH NODE' });
  const mixed = [t('T01', 20), node('T02', { shortAxisMm: 18 })];
  const livers = [t('T01', 20), t('T02', 20)];
  const gone = [t('T01', 0), t('T02', 0)];
  it.each<[string, LesionInput[][], unknown[]]>([
    [
      'nodes too small to measure count 5 mm, which is normal',
      [
        nodes,
        [node('T01', { shortAxisMm: 36 }), matted],
        [node('T01', { tooSmallToMeasure: true }), matted],
      ],
      ['CR', 5, ['T01 tooSmallToMeasure', 'T02 merged']],
    ],
    [
      'a node in a mass of another organ that is gone',
      [mixed, [t('T01', 0), matted]],
      ['CR', 0, ['T01 absent', 'T02 merged']],
    ],
    [
      'a lesion in a node that is a node without a place later',
      [mixed, [merged('T01', 'T02'), said('T02', { location: null, shortAxisMm: 9.9 })]],
      ['CR', 9.9, ['T01 merged', 'T02 measured']],
    ],
    [
      'a lesion in a node of 10 mm',
      [mixed, [merged('T01', 'T02'), node('T02', { shortAxisMm: 10 })]],
      ['PR', 10, ['T01 merged', 'T02 measured']],
    ],
    [
      'a mass that is back after a complete response',
      [livers, gone, [t('T01', 5), merged('T02', 'T01')]],
      ['PD', 5, ['T01 measured', 'T02 merged']],
    ],
    [
      'a mass that was not evaluable after a complete response is not back',
      [livers, gone, [said('T01', { evaluable: false, reason: 'OBSCURED' }), merged('T02', 'T01')]],
      ['NE', null, ['T01 notEvaluable OBSCURED', 'T02 merged']],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(last('recist-1.1', visits)).toEqual(expected);
  });
});

describe('a merged target whose host needs to be in no sum', () => {
  const measure = diameters(5);
  const stateIn = (host: LesionInput) => {
    const { baseline, visits, scale } = readSubject(
      {
        criterion: 'recist-1.1',
        timepoints: [
          { id: 'V0', date: '2026-01-05', lesions: [t('T02', 20), nt()] },
          { id: 'V1', date: '2026-02-05', lesions: [merged('T02', 'NT01'), host] },
        ],
      },
      measure,
      []
    );
    const history = baseline ? [baseline, ...visits] : [];
    return targetState({ id: 'T02', node: false }, history, {
      measure,
      scale,
      localTreatment: 'NE',
    });
  };
  it.each<[string, More, object]>([
    [
      'measured',
      { longestDiameterMm: 12 },
      { status: 'merged', complete: true, present: true, reason: null },
    ],
    ['there', { status: 'present' }, { status: 'merged', complete: true, present: true }],
    ['gone', { status: 'absent' }, { status: 'merged', complete: true, present: false }],
    ['without a word', {}, { status: 'notEvaluable', complete: false, reason: 'NOT_MEASURED' }],
    [
      'not evaluable',
      { evaluable: false, status: 'present', reason: 'OBSCURED' },
      { status: 'notEvaluable', complete: false, present: false, reason: 'OBSCURED' },
    ],
    [
      '0 mm and there',
      { longestDiameterMm: 0, status: 'present' },
      { status: 'notEvaluable', complete: false, present: false, reason: 'CONTRADICTION' },
    ],
  ])('%s', (_name, host, expected) => {
    expect(stateIn(nt(host))).toMatchObject({ id: 'T02', known: 0n, ...expected });
  });
  it('has the date of its own scan', () => {
    expect(stateIn(nt({ date: '2026-02-07' })).scanDate).toBe('2026-02-05');
    expect(stateIn(nt({ date: '2026-02-07', status: 'present' })).scanDate).toBe('2026-02-05');
  });
});

describe('what merges where new lesions are in the sum', () => {
  const size = (mm: number): More => ({ longestDiameterMm: mm, perpendicularDiameterMm: mm });
  const target = (id: string, mm: number) => said(id, size(mm));
  const there = nt({ status: 'present' });
  const fresh = (id: string, more: More) =>
    said(id, { role: 'new', status: 'unequivocal', ...more });
  const base = [target('T01', 20), target('T02', 20), there];
  const grown = [...base, fresh('NL01', size(30)), fresh('NL02', size(10))];
  const newInto = (host: string) => merged('NL01', host, { role: 'new' });
  const own = ['T01 measured', 'T02 measured'];
  // Sums of products in mm², and of diameters in mm.
  it.each<[string, LesionInput[][], [string, number | null], [string, number | null], string[]]>([
    [
      'a target in a new lesion: that carries the size of both',
      [base, [target('T01', 20), there, merged('T02', 'NL01'), fresh('NL01', size(30))]],
      ['PD', 1300],
      ['PD', 50],
      ['T01 measured', 'T02 merged', 'NL01 measured'],
    ],
    [
      'a target in a non-target: the size of both is in no sum',
      [base, [target('T01', 20), there, merged('T02', 'NT01')]],
      ['NE', null],
      ['NE', null],
      ['T01 measured', 'T02 notEvaluable MERGED_INTO_NO_TARGET'],
    ],
    [
      'a target in a lesion that the baseline does not know, and that is no new one',
      [base, [target('T01', 20), there, merged('T02', 'T03'), target('T03', 30)]],
      ['NE', null],
      ['NE', null],
      ['T01 measured', 'T02 notEvaluable MERGED_INTO_NO_TARGET'],
    ],
    [
      'a new lesion in a non-target: the size of both is in no sum',
      [base, [...base, fresh('NL01', size(30))], [...base, newInto('NT01')]],
      ['NE', null],
      ['NE', null],
      [...own, 'NL01 notEvaluable MERGED_INTO_NO_TARGET'],
    ],
    [
      'a new lesion in a non-target that is not listed again',
      [base, [...base, fresh('NL01', size(30))], [...base, newInto('NT01')], base],
      ['NE', null],
      ['NE', null],
      [...own, 'NL01 notEvaluable MERGED_INTO_NO_TARGET'],
    ],
    [
      'a new lesion in another',
      [base, grown, [...base, newInto('NL02'), fresh('NL02', size(40))]],
      ['PD', 2400],
      ['PD', 80],
      [...own, 'NL01 merged', 'NL02 measured'],
    ],
    [
      'a new lesion in a target',
      [base, grown, [target('T01', 40), ...base.slice(1), newInto('T01'), fresh('NL02', size(10))]],
      ['PD', 2100],
      ['PD', 70],
      [...own, 'NL01 merged', 'NL02 measured'],
    ],
  ])('%s', (_name, visits, byProducts, byDiameters, states) => {
    expect(last('irrc', visits)).toEqual([...byProducts, states]);
    expect(last('imrecist', visits)).toEqual([...byDiameters, states]);
  });
  it('is not evaluable in a new lesion without a size', () => {
    const visit = [target('T01', 20), there, merged('T02', 'NL01'), fresh('NL01', {})];
    const expected = ['NE', null, ['T01 measured', 'T02 notEvaluable NOT_MEASURED']];
    expect(last('irrc', [base, visit])).toEqual(expected);
    expect(last('imrecist', [base, visit])).toEqual(expected);
  });
});
