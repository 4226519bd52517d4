import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { mass, node, overall, type Row, stated } from './course.testdata.js';

describe('parts that contradict themselves', () => {
  const id = 'lugano-2014';
  const nodes = (status: 'absent' | 'present'): Row => [
    [node('N1a', 60, 40, { splitFrom: 'N1', status }), node('N1b', 12, 8, { splitFrom: 'N1' })],
  ];
  it('absent with a size: not evaluable, no growth', () => {
    const base: Row = [[node('N1', 30, 20)]];
    expect(overall(id, [base, nodes('present')])).toEqual(['PD']);
    expect(overall(id, [base, nodes('absent')])).toEqual(['NE']);
  });

  const parts = (b: Partial<LesionInput>): Row => [
    [
      mass('M1a', 20, 10, { splitFrom: 'M1' }),
      { ...stated('M1b', { splitFrom: 'M1' }, false), ...b },
    ],
  ];
  const base: Row = [[mass('M1', 30, 20)]];
  const gone = parts({ status: 'absent' });
  it('unequivocal at 0 mm: not evaluable, not back', () => {
    const zero = { longestDiameterMm: 0, perpendicularDiameterMm: 0 };
    const rows = [base, gone, parts({ ...zero, status: 'unequivocal' })];
    expect(overall(id, rows)).toEqual(['PR', 'NE']);
    expect(overall(id, [base, gone, parts(zero)])).toEqual(['PR', 'PR']);
  });

  it('20 x 0 mm: a product of 0 is gone, not back', () => {
    const flat = parts({ longestDiameterMm: 20, perpendicularDiameterMm: 0 });
    expect(overall(id, [base, gone, flat])).toEqual(['PR', 'PR']);
  });
});
