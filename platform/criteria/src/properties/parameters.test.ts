import { describe, expect, it } from '@jest/globals';
import { assess, criteria } from '../assess.js';
import type { AssessmentInput, TimepointOutput } from '../schemas.js';
import { subjected } from './subjected.testdata.js';

/** Takes no diameters: its own tests have these parameters. */
const withoutSizes = 'percist-1.0';

/** Every criterion of measured sizes that has a parameter. */
const having = (parameter: string, ...without: string[]): string[] =>
  Object.values(criteria)
    .filter(
      ({ id, parameters }) =>
        parameter in parameters.properties && ![withoutSizes, ...without].includes(id)
    )
    .map(({ id }) => id);

/** A target whose product is as its longest diameter: every one is 20 mm across. */
const target = (id: string, longest: number, more: object = {}) => ({
  id,
  role: 'target',
  location: 'SOFT TISSUE',
  longestDiameterMm: longest,
  perpendicularDiameterMm: 20,
  ...more,
});

/** The second of two visits. */
function second(
  criterion: string,
  parameters: object,
  lesions: readonly (readonly object[])[]
): TimepointOutput {
  const { timepoints } = assess({
    criterion,
    parameters,
    tumourType: 'CE',
    petClass: 'variable',
    timepoints: lesions.map((own, index) => ({
      id: `V${index}`,
      date: ['2026-01-05', '2026-03-10'][index],
      lesions: own,
    })),
  } as unknown as AssessmentInput);
  const visit = timepoints[1];
  if (!visit) throw new Error('no second visit');
  return visit;
}

/** PR, SD, PD or NE by measured lesions, whatever the criterion calls it. */
const bySize = (criterion: string, visit: TimepointOutput): string =>
  (subjected[criterion]?.bySize(visit) ?? '').slice(-2).toUpperCase();

const baseline = [target('T01', 40), target('T02', 40)];

describe.each(having('localTreatment'))('localTreatment of %s', criterion => {
  const treated = { locallyTreated: { kind: 'ablation', date: '2026-02-10' } };
  // 30 of 80 is -62.5 %, 30 of 40 is -25 %: a response to Choi alone.
  const quarter = criterion === 'choi' ? 'PR' : 'SD';
  it.each([
    ['NE', 'NE', null],
    ['zero', 'PR', 0],
    ['exclude', quarter, null],
  ])('%s: the rest is %s', (localTreatment, expected, value) => {
    const visit = second(criterion, { localTreatment }, [
      baseline,
      [target('T01', 30), target('T02', 40, treated)],
    ]);
    expect(bySize(criterion, visit)).toBe(expected);
    expect(visit.lesions[1]).toMatchObject({ id: 'T02', status: 'treated', value });
  });

  it('holds from the day of the treatment, not before', () => {
    const later = { locallyTreated: { kind: 'ablation', date: '2026-03-11' } };
    const visit = second(criterion, {}, [baseline, [target('T01', 30), target('T02', 40, later)]]);
    expect(visit.lesions[1]).toMatchObject({ status: 'measured' });
  });
});

// A single mass that grew by half is progression to Cheson by itself; its sums have cases of their own.
describe.each(having('partialBounds', 'cheson-2007'))('partialBounds of %s', criterion => {
  it.each([
    ['pdOnly', 130, 'PD'],
    ['pdOnly', 80, 'NE'],
    ['none', 130, 'NE'],
  ])('%s: %s mm of a sum of 80 with a target missing is %s', (partialBounds, longest, expected) => {
    const visit = second(criterion, { partialBounds }, [
      baseline,
      [target('T01', longest), { ...target('T02', 0), longestDiameterMm: null, evaluable: false }],
    ]);
    expect(bySize(criterion, visit)).toBe(expected);
    expect(visit.burden).toMatchObject({ value: null, lowerBound: visit.lesions[0]?.value });
  });
});

describe.each(having('visitDateRule'))('visitDateRule of %s', criterion => {
  const other = (more: object = {}) => ({
    id: 'NT01',
    role: 'non-target',
    location: 'LUNG',
    status: 'present',
    ...more,
  });
  const on = (day: number) => ({ date: `2026-03-${String(day).padStart(2, '0')}` });
  it.each([
    ['pdEarliestElseLatest', 90, 'PD', '2026-03-08'],
    ['pdEarliestElseLatest', 40, 'SD', '2026-03-12'],
    ['earliest', 90, 'PD', '2026-03-05'],
    ['earliest', 40, 'SD', '2026-03-05'],
    ['latest', 90, 'PD', '2026-03-12'],
    ['latest', 40, 'SD', '2026-03-12'],
  ])('%s: %s mm (%s) is dated %s', (visitDateRule, longest, category, date) => {
    const visit = second(criterion, { visitDateRule }, [
      [...baseline, other()],
      [target('T01', 40, on(5)), target('T02', longest, on(8)), other(on(12))],
    ]);
    expect([bySize(criterion, visit), visit.date]).toEqual([category, date]);
  });
});
