import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import type { Labs } from './inputs.js';
import { run, plasmacytoma } from './course.testdata.js';

describe('plasmacytomas', () => {
  const labs: Labs = { serumMGPerDl: 3, urineMMgPer24h: 0 };
  const at = (...lesions: LesionInput[]) => ({ labs, lesions });
  const small: Labs = { serumMGPerDl: 0.3, urineMMgPer24h: 0 };
  const nl: LesionInput = { id: 'NL01', role: 'new', location: 'BONE', status: 'unequivocal' };
  it.each([
    [
      'two lesions +50 %',
      [
        at(plasmacytoma(20, 20), plasmacytoma(20, 20, 'T02')),
        at(plasmacytoma(30, 20), plasmacytoma(30, 20, 'T02')),
      ],
      'PD',
    ],
    [
      'two lesions +49 %',
      [
        at(plasmacytoma(20, 20), plasmacytoma(20, 20, 'T02')),
        at(plasmacytoma(29.8, 20), plasmacytoma(29.8, 20, 'T02')),
      ],
      'SD',
    ],
    ['one lesion, diameter +50 %', [at(plasmacytoma(20, 11)), at(plasmacytoma(30, 11))], 'PD'],
    ['one lesion of 10 mm across', [at(plasmacytoma(20, 10)), at(plasmacytoma(30, 10))], 'SD'],
    ['new bone lesion', [at(), at(nl)], 'PD'],
    ['not imaged drops one level', [at(plasmacytoma(20, 20)), { labs: small, lesions: [] }], 'PR'],
  ] as [string, Parameters<typeof run>[0], string][])('%s', (_name, visits, expected) => {
    const [, visit] = run(visits).timepoints;
    expect(visit?.overall).toBe(expected);
  });

  it('needs no second examination for progression by imaging', () => {
    const result = run([at(), at(nl)]);
    expect(result.bestOverallResponse.confirmed.value).toBe('PD');
    expect(result.timepoints[1]).toMatchObject({ revised: null, components: { confirmed: 'PD' } });
  });

  it.each([
    ['the visit that calls it unequivocal', 2],
    ['the baseline', 0],
  ])('confirms no equivocal lesion where %s was not evaluable', (_name, unread) => {
    const seen = (status: 'equivocal' | 'unequivocal') =>
      at(plasmacytoma(20, 20), { ...nl, status });
    const visits = [at(plasmacytoma(20, 20)), seen('equivocal'), seen('unequivocal')].map(
      (visit, index) => (index === unread ? { ...visit, more: { evaluable: false } } : visit)
    );
    const { timepoints, bestOverallResponse } = run(visits);
    expect(timepoints.slice(1).map(({ revised }) => revised)).toEqual([null, null]);
    expect(bestOverallResponse.confirmed.value).not.toBe('PD');
  });

  it('takes the last examination where imaging is not repeated', () => {
    const gone: LesionInput = { ...plasmacytoma(0, 0), status: 'absent' };
    const complete: Labs = {
      serumMGPerDl: 0,
      serumImmunofixation: 'negative',
      urineImmunofixation: 'negative',
      marrowPlasmaCellsPct: 2,
    };
    const rated = run([
      at(plasmacytoma(20, 20)),
      { labs: complete, lesions: [gone] },
      { labs: complete, lesions: [] },
    ]);
    expect(rated.timepoints.slice(1).map(one => one.overall)).toEqual(['CR', 'CR']);
    // Listed without a measurement is not the same as not imaged.
    const listed: LesionInput = { id: 'T01', role: 'target', location: 'SOFT TISSUE' };
    const part = { ...gone, id: 'T01a', splitFrom: 'T01' };
    const unmeasured = run([
      at(plasmacytoma(20, 20)),
      { labs: complete, lesions: [part] },
      { labs: complete, lesions: [listed] },
    ]);
    expect(unmeasured.timepoints.slice(1).map(one => one.overall)).toEqual(['CR', 'PR']);
  });

  it('backdates an equivocal lesion that is confirmed', () => {
    const rated = run([at(), at({ ...nl, status: 'equivocal' }), at(nl)]).timepoints;
    expect(rated[1]).toMatchObject({ overall: 'SD', revised: { value: 'PD', byTimepoint: 'V2' } });
  });

  it.each([
    ['no perpendicular', { perpendicularDiameterMm: null }, 'measurement.perpendicularMissing'],
    [
      'no measurement',
      { longestDiameterMm: null, perpendicularDiameterMm: null },
      'measurement.missing',
    ],
  ])('%s is a finding', (_name, more, rule) => {
    const [, visit] = run([
      at(plasmacytoma(20, 20)),
      at({ ...plasmacytoma(20, 20), ...more }),
    ]).timepoints;
    expect(visit?.findings.map(one => one.rule)).toContain(rule);
  });
});
