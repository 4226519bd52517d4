import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { mass, node, other, type Row, visits } from './course.testdata.js';

const X = (status: LesionInput['status'], more: object = {}) => other('X', status, more);
const beside = (lesions: readonly LesionInput[]): LesionInput[] => [node('N1', 14, 9), ...lesions];
const base: Row = [[node('N1', 30, 20), X('present')]];
/** Of the last of these visits, each with a normal node beside it. */
const last = (
  rows: readonly (readonly [LesionInput[], Record<string, unknown>?])[],
  parameters: Record<string, unknown> = {},
  first: Row = base
) =>
  visits(
    'cheson-2007',
    [first, ...rows.map(([lesions, more = {}]): Row => [beside(lesions), more])],
    parameters
  ).at(-1);

describe('the state of disease that is not measured', () => {
  it.each<[string, LesionInput[], string]>([
    ['present', [X('present')], 'NON-CR/NON-PD'],
    ['absent', [X('absent')], 'CR'],
    ['not listed', [], 'NE'],
    ['not listed, with a part of another', [other('Na', 'present', { splitFrom: 'N1' })], 'NE'],
    ['not evaluable, whatever was noted', [X('absent', { evaluable: false })], 'NE'],
    ['not larger', [X('present', { larger: false })], 'NON-CR/NON-PD'],
    ['without a state', [X(null)], 'NE'],
    // Something was seen: it is there, whichever diameter was taken.
    ['longest diameter alone', [X(null, { longestDiameterMm: 9 })], 'NON-CR/NON-PD'],
    ['the one across alone', [X(null, { perpendicularDiameterMm: 9 })], 'NON-CR/NON-PD'],
    ['short axis alone', [X(null, { shortAxisMm: 9 })], 'NON-CR/NON-PD'],
    ['too small to measure', [X(null, { tooSmallToMeasure: true })], 'NON-CR/NON-PD'],
    ['0 mm', [X(null, { longestDiameterMm: 0 })], 'CR'],
    [
      'in parts that are gone',
      ['Xa', 'Xb'].map(id => other(id, 'absent', { splitFrom: 'X' })),
      'CR',
    ],
    [
      'in parts, one not evaluable',
      [other('Xa', 'present', { splitFrom: 'X' }), other('Xb', null, { splitFrom: 'X' })],
      'NE',
    ],
  ])('%s', (_name, lesions, expected) => {
    expect(last([[lesions]])?.nonTarget).toBe(expected);
  });

  it('is not known where the visit is not evaluable', () => {
    const lost = { evaluable: false, nonTargetJudgement: 'CR' };
    expect(last([[[X('absent')], lost]])).toMatchObject({ overall: 'NE', nonTarget: 'NE' });
    expect(last([[[X('progressed')], lost]])?.nonTarget).toBe('NE');
  });
});

describe('merged into another lesion', () => {
  const into = (host: string, more: object = {}) => X(null, { mergedInto: host, ...more });
  const Y = (status: LesionInput['status'], more: object = {}) => other('Y', status, more);
  const first: Row = [[node('N1', 30, 20), X('present'), Y('present')]];
  type Visits = [LesionInput[]][];
  it.each<[string, Visits, string, string[]]>([
    ['it is there while the mass is', [[[into('Y'), Y('present')]]], 'NON-CR/NON-PD', []],
    ['it is gone with the mass', [[[into('Y'), Y('absent')]]], 'CR', []],
    ['it is normal with a node that is normal', [[[into('N1'), Y('absent')]]], 'CR', []],
    [
      'it stays so where the mass alone is listed again',
      [[[into('Y'), Y('present')]], [[Y('absent')]]],
      'CR',
      [],
    ],
    [
      'until it is listed apart',
      [[[into('Y'), Y('present')]], [[X('present'), Y('absent')]]],
      'NON-CR/NON-PD',
      [],
    ],
    [
      'or measured apart',
      [[[into('Y'), Y('present')]], [[X(null, { shortAxisMm: 9 }), Y('absent')]]],
      'NON-CR/NON-PD',
      [],
    ],
    [
      'it is not known without the mass',
      [[[into('Y'), Y('present')]], [[]]],
      'NE',
      ['lesion.notAssessed X', 'lesion.notAssessed Y'],
    ],
    [
      'it is not evaluable where it is stated so',
      [[[into('Y', { evaluable: false }), Y('absent')]]],
      'NE',
      [],
    ],
    [
      'it is there where the mass is not known',
      [[[into('Q'), Y('absent')]]],
      'NON-CR/NON-PD',
      ['lesion.mergedIntoUnknown X'],
    ],
  ])('%s', (_name, rows, nonTarget, findings) => {
    const visit = last(rows, {}, first);
    const found = visit?.findings
      .filter(({ rule }) => rule.startsWith('lesion.'))
      .map(({ rule, lesion }) => `${rule} ${lesion}`);
    expect([visit?.nonTarget, found]).toEqual([nonTarget, findings]);
  });
});

describe('back after it had gone', () => {
  const now: [LesionInput[]] = [[X('present')]];
  it('is progression', () => {
    expect(last([[[X('absent')]], now])).toMatchObject({ nonTarget: 'PD', overall: 'PD' });
    expect(last([[[X(null, { longestDiameterMm: 0 })]], now])?.nonTarget).toBe('PD');
  });

  it.each<[string, [LesionInput[], Record<string, unknown>?]]>([
    ['the lesion was not evaluable', [[X('absent', { evaluable: false })]]],
    ['the lesion was too small', [[X(null, { longestDiameterMm: 0, tooSmallToMeasure: true })]]],
    ['the visit was not evaluable', [[X('absent')], { evaluable: false }]],
    ['it was not listed', [[]]],
  ])('is none where %s in between', (_name, between) => {
    expect(last([between, now])?.nonTarget).toBe('NON-CR/NON-PD');
  });

  it('is none of one that was absent at baseline only', () => {
    const first: Row = [[node('N1', 30, 20), X('absent')]];
    expect(last([now], {}, first)?.nonTarget).toBe('NON-CR/NON-PD');
  });
});

describe('the call of the reader', () => {
  const call = (nonTargetJudgement: string) => ({ nonTargetJudgement });
  it.each<[string, LesionInput[], string, string]>([
    ['CR, the lesion not listed', [], 'CR', 'CR'],
    ['CR, the lesion listed and not evaluable', [X(null, { evaluable: false })], 'CR', 'NE'],
    ['CR, the lesion present', [X('present')], 'CR', 'NON-CR/NON-PD'],
    ['NON-CR/NON-PD, the lesion progressed', [X('progressed')], 'NON-CR/NON-PD', 'NON-CR/NON-PD'],
    ['NE', [X('absent')], 'NE', 'NE'],
    ['PD', [X('present')], 'PD', 'PD'],
  ])('%s: %s', (_name, lesions, judgement, expected) => {
    expect(last([[lesions, call(judgement)]])?.nonTarget).toBe(expected);
  });
});

describe('the date of progression', () => {
  const dated = (lesions: LesionInput[], more: Record<string, unknown> = {}) =>
    last([[lesions, { date: '2026-03-10', ...more }]])?.date;
  it('is that of the scan that shows it', () => {
    expect(dated([X('progressed', { date: '2026-03-08' })])).toBe('2026-03-08');
    // Called by the reader as a whole, the lesion that is marked shows it.
    expect(dated([X('progressed', { date: '2026-03-08' })], { nonTargetJudgement: 'PD' })).toBe(
      '2026-03-08'
    );
  });

  it('is that of the visit where no lesion is marked', () => {
    expect(dated([X('present', { date: '2026-03-12' })], { nonTargetJudgement: 'PD' })).toBe(
      '2026-03-10'
    );
  });

  it('is that of the first of several', () => {
    const lesions = [X('progressed', { date: '2026-03-12' })];
    const rows: Row[] = [
      [[node('N1', 20, 12), X('present')]],
      [[node('N1', 30, 12, { date: '2026-03-11' }), ...lesions], { date: '2026-03-10' }],
    ];
    expect(visits('cheson-2007', rows)[0]).toMatchObject({ overall: 'PD', date: '2026-03-11' });
  });
});

describe('treated on study', () => {
  it('is left out only from the day of the treatment on', () => {
    const exclude = { localTreatment: 'exclude' };
    const later = X('present', { locallyTreated: { date: '2026-04-01' } });
    expect(last([[[later]]], exclude)?.nonTarget).toBe('NON-CR/NON-PD');
    expect(last([[[later]], [[X('present')]]], exclude)?.nonTarget).toBe('CR');
  });
});

describe('a mass that two became', () => {
  it('is gone with the one that carries it', () => {
    const rows: Row[] = [
      [[mass('M1', 30, 20), mass('M2', 30, 20)]],
      [[mass('M1', 0, 0), { ...mass('M2', 0, 0), longestDiameterMm: null, mergedInto: 'M1' }]],
    ];
    expect(visits('lugano-2014', rows)[0]?.overall).toBe('CR');
  });
});
