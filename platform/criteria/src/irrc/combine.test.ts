import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';

const overall = (components: Record<string, unknown>) =>
  combine({ criterion: 'irrc', components }).overall;

describe('codes', () => {
  it('of the burden may carry the ir of the paper, other codes are as in RECIST', () => {
    expect(overall({ target: 'irPR' })).toBe('irPR');
    expect(overall({ target: 'CR', nonTarget: 'NN' })).toBe('irPR');
    expect(overall({ target: null, nonTarget: 'NN' })).toBe('irSD');
  });
  it.each([
    ['NO', 'irCR'],
    ['EQUIVOCAL', 'irCR'],
    ['NA', 'irCR'],
    [null, 'irCR'],
    ['YES', 'irPR'],
    ['NE', 'irPR'],
  ])('of new lesions that are not measurable: %s', (newLesions, expected) => {
    expect(overall({ target: 'CR', nonTarget: 'CR', newLesions })).toBe(expected);
  });
  it.each([
    [{ target: 'CRir' }, '/components/target'],
    [{ target: 'CR', nonTarget: 'PR' }, '/components/nonTarget'],
    [{ target: 'CR', newLesions: 'MAYBE' }, '/components/newLesions'],
  ])('that the table does not have are refused: %j', (components, path) => {
    expect(() => overall(components)).toThrow(
      expect.objectContaining({
        code: 'CL_RESPONSE_UNKNOWN',
        path,
        message: expect.stringContaining('is not a response of irrc here'),
      })
    );
  });
});

describe('names', () => {
  it('of the criterion and its parameters, without a visit too', () => {
    expect(assess({ criterion: 'irrc', timepoints: [] })).toMatchObject({
      criterion: 'irrc',
      parameters: { irPdBeatsPr: true, measurableFromMm: 5 },
      timepoints: [],
      bestOverallResponse: { unconfirmed: { value: 'MISSING' } },
    });
    expect(() => assess({ criterion: 'irrc', parameters: { other: 1 }, timepoints: [] })).toThrow(
      /^irrc has no parameter "other"/
    );
  });
});
