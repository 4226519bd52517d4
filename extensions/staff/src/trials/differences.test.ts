import { describe, expect, it } from '@jest/globals';
import { changedSections, countOf } from './differences.js';

const before = {
  sites: [
    { code: '101', name: 'North' },
    { code: '102', name: 'South' },
  ],
  timepoints: [{ id: 'BL' }, { id: 'TP1', day: 56 }],
  tracks: [{ id: 'efficacy', showDerived: 'live' }],
};
const after = {
  sites: [{ code: '101', name: 'Northern site' }],
  timepoints: [{ id: 'BL' }, { id: 'TPX', day: 28 }, { id: 'TP1', day: 70 }],
  tracks: [{ id: 'efficacy', showDerived: 'live' }],
};

describe('changes by section', () => {
  const found = changedSections(
    [
      { path: '/timepoints/1', to: after.timepoints[1] },
      { path: '/timepoints/2/day', from: 56, to: 70 },
      { path: '/sites/1', from: before.sites[1] },
      {
        ...{ path: '/sites/0/name', from: 'North', to: 'Northern site' },
        words: [
          { op: 'removed', text: 'North' },
          { op: 'added', text: 'Northern site' },
        ],
      },
      { path: '/timepoints', from: ['BL', 'TP1'], to: ['TP1', 'BL'], order: true },
      { path: '/calendar', to: { holidays: [] } },
    ],
    before,
    after
  );

  it('stand in the order of the schema', () => {
    expect(found.map(({ section }) => section)).toEqual(['sites', 'timepoints', 'calendar']);
  });

  it('name entries as the charter does: one that is gone as it was called before', () => {
    const places = found.flatMap(({ changes }) =>
      changes.map(({ kind, where }) => `${kind} ${where.join('/')}`)
    );
    expect(places).toEqual([
      'removed 102',
      'changed 101/name',
      'added TPX',
      'changed TP1/day',
      'order ',
      'added ',
    ]);
  });

  it('are counted by kind', () => {
    expect(
      ['added', 'removed', 'changed', 'order'].map(kind => countOf(found, kind as 'added'))
    ).toEqual([2, 1, 2, 1]);
  });

  it('of the first version are against nothing', () => {
    const [section] = changedSections([{ path: '/sites', to: after.sites }], undefined, after);
    expect(section).toMatchObject({ section: 'sites', changes: [{ kind: 'added', where: [] }] });
  });
});
