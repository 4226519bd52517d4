import { describe, expect, it } from '@jest/globals';
import { type StateRules, targetState } from './lesionState.js';
import { diameters } from './measure.js';
import { readSubject } from './subject.js';
import { type Entered, merged, type More, t, timepointsOf } from './targets.testdata.js';

const part = (id: string, mm: number, more: More = {}) => t(id, mm, { splitFrom: 'T01', ...more });
const ablated = (date?: string) => ({
  locallyTreated: { kind: 'ablation', ...(date && { date }) },
});

/** The state of a target, with what it adds in mm, at the last of these visits, which are a month apart. */
function stateOf(
  id: string,
  visits: Entered[],
  localTreatment: StateRules['localTreatment'] = 'zero'
) {
  const measure = diameters(5);
  const timepoints = timepointsOf(visits);
  const subject = readSubject({ criterion: 'recist-1.1', timepoints }, measure, []);
  const history = subject.baseline ? [subject.baseline, ...subject.visits] : [];
  const state = targetState({ id, node: false }, history, {
    measure,
    scale: subject.scale,
    localTreatment,
    hosts: 'targets',
  });
  return { ...state, mm: measure.toOutput(state.known, subject.scale) };
}

describe('a target that was treated locally', () => {
  const base = [t('T01', 20)];
  it.each([
    ['NE', { complete: false, present: false, byRule: false, excluded: false }],
    ['zero', { complete: true, present: true, byRule: true, excluded: false }],
    ['exclude', { complete: true, present: true, byRule: false, excluded: true }],
  ] as const)('localTreatment %s', (rule, expected) => {
    expect(stateOf('T01', [base, [t('T01', 9, ablated())]], rule)).toMatchObject({
      id: 'T01',
      status: 'treated',
      mm: 0,
      normalBelow: null,
      reason: 'TREATED_LOCAL',
      scanDate: '2026-02-05',
      ...expected,
    });
  });
  it('is so at a baseline that says it', () => {
    expect(stateOf('T01', [[t('T01', 20, ablated())]]).status).toBe('treated');
  });
  it.each([
    ['the day before the scan', '2026-02-04', null, 'treated'],
    ['on the day of the scan', '2026-02-05', null, 'treated'],
    ['the day after the scan', '2026-02-06', null, 'measured'],
    ['before its own scan, that was after the visit', '2026-02-06', '2026-02-07', 'treated'],
    ['after its own scan, that was before the visit', '2026-02-04', '2026-02-03', 'measured'],
  ])('%s', (_name, treatedOn, date, status) => {
    expect(stateOf('T01', [base, [t('T01', 9, { date, ...ablated(treatedOn) })]]).status).toBe(
      status
    );
  });
  it('with a date is treated at a visit without one', () => {
    const visits = [base, [t('T01', 9, ablated('2026-02-01'))]];
    const undated = visits.map(lesions => ({ date: null, lesions }));
    expect(stateOf('T01', undated)).toMatchObject({ status: 'treated', scanDate: null });
  });
});

describe('a target that was treated with the mass that it was part of', () => {
  const base = [t('T01', 20), t('T02', 15)];
  it('is not, where it was apart again by the day of the treatment', () => {
    const joint = [t('T01', 30, ablated('2026-02-20')), merged('T02', 'T01')];
    const apart = [t('T01', 20), t('T02', 15)];
    expect(stateOf('T01', [base, joint, apart]).status).toBe('treated');
    expect(stateOf('T02', [base, joint, apart]).status).toBe('measured');
    expect(stateOf('T02', [base, joint, [t('T01', 30)]]).status).toBe('treated');
  });
  it('is not, where two that are merged into each other are listed beside another', () => {
    const visit = [merged('T01', 'T02'), merged('T02', 'T01'), t('T03', 9, ablated())];
    expect(stateOf('T01', [[...base, t('T03', 9)], visit])).toMatchObject({
      status: 'notEvaluable',
      reason: 'MERGED_INTO_UNKNOWN',
    });
  });
});

describe('a part that was treated', () => {
  const base = [t('T01', 40)];
  const visit = (date: string | null, treatedOn: string) => [
    base,
    [part('T01a', 12, { date, ...ablated(treatedOn) }), part('T01b', 15)],
  ];
  it.each([
    ['by the day of the visit', null, '2026-02-05', 15, 'TREATED_LOCAL'],
    ['after the visit', null, '2026-02-06', 27, null],
    ['by the day of its own scan', '2026-02-07', '2026-02-06', 15, 'TREATED_LOCAL'],
    ['after its own scan', '2026-02-03', '2026-02-04', 27, null],
  ])('%s', (_name, date, treatedOn, mm, reason) => {
    expect(stateOf('T01', visit(date, treatedOn))).toMatchObject({
      status: 'split',
      mm,
      reason,
    });
  });
  it.each([
    ['by the day of the visit', null, '2026-02-05', 'treated'],
    ['after the visit', null, '2026-02-06', 'split'],
    ['by the day of its own scan', '2026-02-07', '2026-02-06', 'treated'],
    ['after its own scan', '2026-02-03', '2026-02-04', 'split'],
  ])('%s, where that takes the whole out of the sum', (_name, date, treatedOn, status) => {
    expect(stateOf('T01', visit(date, treatedOn), 'exclude').status).toBe(status);
  });
});

describe('the scan of a split target', () => {
  it.each([
    ['is the latest of its parts', '2026-02-07', '2026-02-06', '2026-02-07'],
    ['is the visit where a part has no date of its own', null, '2026-02-03', '2026-02-05'],
  ])('%s', (_name, first, second, expected) => {
    const parts = [part('T01a', 12, { date: first }), part('T01b', 15, { date: second })];
    expect(stateOf('T01', [[t('T01', 40)], parts]).scanDate).toBe(expected);
  });
  it('is that of a part with a date where the visit has none', () => {
    const parts = [part('T01a', 12), part('T01b', 15, { date: '2026-02-03' })];
    const visits = [[t('T01', 40)], parts].map(lesions => ({ date: null, lesions }));
    expect(stateOf('T01', visits).scanDate).toBe('2026-02-03');
  });
});

it('a target without any visit was not assessed', () => {
  expect(stateOf('T01', [])).toMatchObject({
    status: 'notEvaluable',
    complete: false,
    reason: 'NOT_ASSESSED',
    scanDate: null,
  });
});
