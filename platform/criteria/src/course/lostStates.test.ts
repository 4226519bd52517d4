import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { findingsOf, lastOf, type More, said, t } from './targets.testdata.js';

const nt = (more: More = {}, id = 'NT01') => said(id, { role: 'non-target', ...more });
const fresh = (more: More) => said('NL01', { role: 'new', ...more });
const there = nt({ status: 'present' });
const part = (id: string, mm: number) => t(id, mm, { splitFrom: 'T01' });
const ntPart = (id: string, more: More = {}) => nt({ splitFrom: 'NT01', ...more }, id);

/** Target, non-target and overall response with the findings of the last of these visits. */
function last(...visits: LesionInput[][]) {
  const visit = lastOf('recist-1.1', visits);
  return [visit?.target, visit?.nonTarget, visit?.overall, findingsOf(visit)];
}

describe('a target merged into a lesion that is no target', () => {
  const base = [t('T01', 20), t('T02', 15), there];
  const into = (host: string) => said('T02', { mergedInto: host });
  const lost = ['lesion.mergedIntoNoTarget T02'];
  it.each<[string, LesionInput[], unknown[]]>([
    [
      'a non-target: its size is in no sum',
      [t('T01', 20), into('NT01'), nt({ longestDiameterMm: 40 })],
      ['NE', 'NON-CR/NON-PD', 'NE', lost],
    ],
    [
      'a new lesion: progression by that, no target response',
      [t('T01', 20), into('NL01'), there, fresh({ longestDiameterMm: 40, status: 'unequivocal' })],
      ['NE', 'NON-CR/NON-PD', 'PD', lost],
    ],
    [
      'a part of a target is one',
      [part('T01a', 10), part('T01b', 20), into('T01a'), there],
      ['SD', 'NON-CR/NON-PD', 'SD', []],
    ],
  ])('%s', (_name, visit, expected) => {
    expect(last(base, visit)).toEqual(expected);
  });
});

describe('a mass that is in the sum or is not', () => {
  const [small, whole] = [
    { perpendicularDiameterMm: 10 },
    { perpendicularDiameterMm: 20, longestDiameterMm: 40 },
  ];
  const base = [t('T01', 20, small), t('T02', 15, small), there];
  const lost = ['notEvaluable', 'MERGED_INTO_NO_TARGET', ['lesion.mergedIntoNoTarget T02']];
  const kept = ['merged', null, []];
  const hosts: Record<string, LesionInput[]> = {
    'a target': [t('T01', 40, small), there],
    'a non-target': [t('T01', 20, small), nt({ status: 'present', ...whole })],
    'a new lesion': [t('T01', 20, small), there, fresh({ status: 'unequivocal', ...whole })],
  };
  const ids: Record<string, string> = { 'a target': 'T01', 'a non-target': 'NT01' };
  it.each<[string, string, unknown]>([
    ...['recist-1.1', 'mrecist', 'irecist', 'pcwg3', 'imrecist', 'irrc'].flatMap(
      (criterion): [string, string, unknown][] => [
        [criterion, 'a target', kept],
        [criterion, 'a non-target', lost],
      ]
    ),
    ['recist-1.1', 'a new lesion', lost],
    ['mrecist', 'a new lesion', lost],
    // New lesions are part of their sums.
    ['imrecist', 'a new lesion', kept],
    ['irrc', 'a new lesion', kept],
  ])('%s: a target merged into %s', (criterion, host, expected) => {
    const into = said('T02', { mergedInto: ids[host] ?? 'NL01' });
    const visit = lastOf(criterion, [base, [...(hosts[host] ?? []), into]]);
    const state = visit?.lesions.find(({ id }) => id === 'T02');
    const findings = visit?.findings.filter(({ lesion }) => lesion === 'T02');
    const named = findings?.map(({ rule, lesion }) => `${rule} ${lesion}`);
    expect([state?.status, state?.reason, named]).toEqual(expected);
  });
});

describe('what makes a visit not evaluable is said', () => {
  const base = [t('T01', 40), there];
  const apart = [part('T01a', 15), part('T01b', 15), there];
  it.each<[string, LesionInput[][], unknown[]]>([
    [
      'a new node by its long axis',
      [[...base, fresh({ location: 'LYMPH NODE', longestDiameterMm: 22 })]],
      ['SD', 'NON-CR/NON-PD', 'SD', ['measurement.nodeLongAxis NL01']],
    ],
    [
      'a part of a non-target without a state',
      [[t('T01', 40), ntPart('NT01a')]],
      ['SD', 'NE', 'SD', ['nonTarget.stateMissing NT01a']],
    ],
    [
      'not a non-target listed without a word beside its parts',
      [
        [
          t('T01', 40),
          nt(),
          ntPart('NT01a', { status: 'absent' }),
          ntPart('NT01b', { status: 'present' }),
        ],
      ],
      ['SD', 'NON-CR/NON-PD', 'SD', []],
    ],
    [
      'a part of a target that is not listed again',
      [apart, [part('T01a', 15), there]],
      ['NE', 'NON-CR/NON-PD', 'NE', ['lesion.notAssessed T01b']],
    ],
    [
      'a part of a non-target that is not listed again',
      [
        [
          t('T01', 40),
          ntPart('NT01a', { status: 'present' }),
          ntPart('NT01b', { status: 'present' }),
        ],
        [t('T01', 40), ntPart('NT01a', { status: 'absent' })],
      ],
      ['SD', 'NE', 'SD', ['lesion.notAssessed NT01b']],
    ],
    [
      'absent and too small to measure',
      [[said('T01', { status: 'absent', tooSmallToMeasure: true }), there]],
      ['NE', 'NON-CR/NON-PD', 'NE', ['measurement.contradiction T01']],
    ],
    [
      '3 mm, absent and too small to measure',
      [[t('T01', 3, { status: 'absent', tooSmallToMeasure: true }), there]],
      ['NE', 'NON-CR/NON-PD', 'NE', ['measurement.contradiction T01']],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(last(base, ...visits)).toEqual(expected);
  });
});

describe('a non-target merged into a target', () => {
  const base = [t('T01', 40), there];
  const joint = [t('T01', 40), nt({ mergedInto: 'T01' })];
  const node = (more: More) => said('T01', { location: 'LYMPH NODE', ...more });
  const nodal = [node({ shortAxisMm: 20 }), there];
  it.each<[string, LesionInput[][], unknown[], LesionInput[]?]>([
    ['is there while the mass is', [joint], ['SD', 'NON-CR/NON-PD', 'SD', []]],
    ['need not be listed again', [joint, [t('T01', 40)]], ['SD', 'NON-CR/NON-PD', 'SD', []]],
    ['is gone with the mass', [[t('T01', 0), nt({ mergedInto: 'T01' })]], ['CR', 'CR', 'CR', []]],
    ['is gone with the mass without being listed', [joint, [t('T01', 0)]], ['CR', 'CR', 'CR', []]],
    [
      'is gone with a mass that is a node of normal size',
      [[node({ shortAxisMm: 9 }), nt({ mergedInto: 'T01' })]],
      ['CR', 'CR', 'CR', []],
      nodal,
    ],
    [
      'is gone with a mass that is a node too small to measure',
      [[node({ tooSmallToMeasure: true }), nt({ mergedInto: 'T01' })]],
      ['CR', 'CR', 'CR', []],
      nodal,
    ],
    [
      'is there when it is listed without a word',
      [joint, [t('T01', 40), nt()]],
      ['SD', 'NON-CR/NON-PD', 'SD', ['nonTarget.stateMissing NT01']],
    ],
    [
      'is not evaluable where it is called so',
      [[t('T01', 0), nt({ mergedInto: 'T01', evaluable: false })]],
      ['CR', 'NE', 'PR', []],
    ],
    [
      'is no part of the mass since it was measured apart',
      [joint, [t('T01', 40), nt({ longestDiameterMm: 12 })], [t('T01', 0)]],
      ['CR', 'NE', 'PR', ['lesion.notAssessed NT01']],
    ],
    [
      'was not assessed without the mass',
      [joint, []],
      ['NE', 'NE', 'NE', ['lesion.notAssessed T01', 'lesion.notAssessed NT01']],
    ],
  ])('%s', (_name, visits, expected, from = base) => {
    expect(last(from, ...visits)).toEqual(expected);
  });
});

describe('parts that merge again', () => {
  const base = [t('T01', 40), there];
  const split = [t('T01', 40), ...['NT01a', 'NT01b'].map(id => ntPart(id, { status: 'present' }))];
  const joint = (status: LesionInput['status'], more: More = { mergedInto: 'NT01a' }) => [
    t('T01', 40),
    ntPart('NT01a', status ? { status } : {}),
    ntPart('NT01b', more),
  ];
  const gone = [t('T01', 40), ntPart('NT01a', { status: 'absent' })];
  const parts = [part('T01a', 20), part('T01b', 15), there];
  const mass = [part('T01a', 30), said('T01b', { splitFrom: 'T01', mergedInto: 'T01a' }), there];
  const into = (host: string) => said('T01b', { splitFrom: 'T01', mergedInto: host });
  const lost = [part('T01a', 20), into('NT01'), there];
  it.each<[string, LesionInput[][], unknown[]]>([
    ['of a non-target: there', [split, joint('present')], ['SD', 'NON-CR/NON-PD', 'SD', []]],
    ['of a non-target: gone', [split, joint('absent')], ['SD', 'CR', 'SD', []]],
    ['of a non-target: not listed', [joint('present'), gone], ['SD', 'CR', 'SD', []]],
    [
      'of a non-target: not listed since one was seen apart',
      [joint('present'), joint('present', { status: 'present' }), gone],
      ['SD', 'NE', 'SD', ['lesion.notAssessed NT01b']],
    ],
    // 30 mm of 40 mm, then 20 mm, then none.
    ['of a target', [parts, mass], ['SD', 'NON-CR/NON-PD', 'SD', []]],
    [
      'of a target: not listed',
      [mass, [part('T01a', 20), there]],
      ['PR', 'NON-CR/NON-PD', 'PR', []],
    ],
    [
      'of a target: not listed, the mass gone',
      [mass, [part('T01a', 0), there]],
      ['CR', 'NON-CR/NON-PD', 'PR', []],
    ],
    [
      'of a target: not listed since one was measured apart',
      [mass, parts, [part('T01a', 20), there]],
      ['NE', 'NON-CR/NON-PD', 'NE', ['lesion.notAssessed T01b']],
    ],
    [
      'of a target, with what is no target: not listed',
      [lost, [part('T01a', 20), there]],
      ['NE', 'NON-CR/NON-PD', 'NE', []],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(last(base, ...visits)).toEqual(expected);
  });
});
