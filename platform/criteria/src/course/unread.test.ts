import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';

const lesion = (id: string, mm: number, more: object = {}) => ({
  id,
  role: 'target',
  location: 'BRAIN',
  longestDiameterMm: mm,
  perpendicularDiameterMm: 10,
  ...more,
});
const course = (criterion: string, visits: object[], parameters: object = {}) =>
  assess({
    criterion,
    parameters,
    timepoints: visits.map((visit, index) => ({ id: `V${index}`, ...visit })),
  } as AssessmentInput).timepoints;

describe('a visit or a baseline that was not evaluable', () => {
  const criteria = ['recist-1.1', 'irecist', 'imrecist', 'mrecist', 'choi', 'irrc', 'macdonald'];
  it.each([...criteria, 'rano-hgg-2010', 'rano-2.0'])('%s says why its targets are NE', id => {
    const whole = { lesions: [lesion('T01', 30)] };
    const unread = { ...whole, evaluable: false, reason: 'NOT_IMAGED' };
    for (const visits of [
      [whole, unread],
      [unread, whole],
    ]) {
      const visit = course(id, visits)[1];
      expect([visit?.target, visit?.overall]).toEqual(['NE', 'NE']);
      const rules = visit?.trace.map(({ rule }) => rule) ?? [];
      expect(rules).toContain('target.ne');
      expect(rules.filter(rule => rule.startsWith('overall.'))).toHaveLength(1);
    }
  });
  it.each([...criteria, 'rano-hgg-2010', 'rano-2.0'])('%s says nothing of new lesions', id => {
    const whole = { lesions: [lesion('T01', 30)] };
    const visit = course(id, [whole, { lesions: [], evaluable: false }])[1];
    const rules = visit?.trace.map(({ rule }) => rule) ?? [];
    expect(rules.filter(rule => rule.startsWith('newLesion.'))).toEqual(['newLesion.ne']);
    expect(visit?.newLesions).toBeNull();
  });
});

describe('a target treated locally that is excluded', () => {
  it.each([
    ['recist-1.1', 40, 'mm'],
    ['macdonald', 400, 'mm2'],
  ])('%s: stays out of the references of a visit without images', (id, nadir, unit) => {
    const treated = { locallyTreated: { kind: 'ablation' } };
    const rated = course(
      id,
      [
        { lesions: [lesion('T01', 40), lesion('T02', 50)] },
        { lesions: [lesion('T01', 60), lesion('T02', 0, treated)] },
        { lesions: [], evaluable: false },
      ],
      { localTreatment: 'exclude' }
    );
    for (const visit of rated.slice(1)) expect(visit.burden).toMatchObject({ nadir, unit });
    expect(rated[2]?.lesions.map(({ status }) => status)).toEqual(['notEvaluable', 'treated']);
  });
});
