import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { node, overall, run, type Values } from './course.testdata.js';

describe('nodes that were treated locally', () => {
  const treated = (mm: number, id: string): LesionInput => ({
    ...node(mm, 10, id),
    locallyTreated: { date: '2026-01-20' },
  });
  const start: Values = { lesions: [node(30, 30), node(30, 30, 'T02')] };
  const visits = (...lesions: LesionInput[]): Values[] => [
    start,
    { lesions, labs: { marrow: 'normal' } },
  ];
  it.each(['zero', 'exclude'])(
    'are never of normal size, which keeps CR away: %s',
    localTreatment => {
      expect(overall(visits(node(14, 10), treated(14, 'T02')), { localTreatment })).toEqual(['PR']);
      expect(overall(visits(node(14, 10), node(14, 10, 'T02')), { localTreatment })).toEqual([
        'CR',
      ]);
    }
  );
  it('leave nothing to rate where all of them are excluded', () => {
    const all = visits(treated(14, 'T01'), treated(14, 'T02'));
    const [, visit] = run(all, { localTreatment: 'exclude' }).timepoints;
    expect(visit).toMatchObject({ overall: 'NE', burden: null });
    expect(visit?.trace[0]).toMatchObject({
      rule: 'nodes.ne',
      text: 'nodes: every one was treated locally.',
      margin: null,
    });
  });
});
