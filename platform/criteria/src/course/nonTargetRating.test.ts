import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const NN = 'NON-CR/NON-PD';
const nt = (id: string, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'non-target',
  location: 'LUNG',
  ...more,
});
const node = (id: string, more: Partial<LesionInput> = {}) => nt(id, { node: true, ...more });
type Entry = readonly LesionInput[] | (Partial<TimepointInput> & { lesions: LesionInput[] });

/** Non-target response of the last of these visits, with its text and its margin as distance and category. */
function rated(entries: readonly Entry[], parameters: Record<string, unknown> = {}) {
  const timepoints = entries.map((entry, index): TimepointInput => {
    const more = 'lesions' in entry ? entry : { lesions: [...entry] };
    return { id: `V${index}`, ...more };
  });
  const visit = assess({ criterion: 'recist-1.1', parameters, timepoints }).timepoints.at(-1);
  const reason = visit?.trace.find(({ rule }) => rule.startsWith('nonTarget.'));
  const { value, category } = reason?.margin ?? {};
  return {
    response: visit?.nonTarget,
    overall: visit?.overall,
    text: reason?.text,
    margin: reason?.margin ? [value, category] : null,
  };
}

describe('the state of a non-target lesion', () => {
  it.each<[string, LesionInput, string]>([
    ['0 mm', nt('NT01', { longestDiameterMm: 0 }), 'CR'],
    [
      '0 mm, too small to measure',
      nt('NT01', { longestDiameterMm: 0, tooSmallToMeasure: true }),
      NN,
    ],
    ['0 mm, yet present', nt('NT01', { longestDiameterMm: 0, status: 'present' }), NN],
    ['0.1 mm', nt('NT01', { longestDiameterMm: 0.1 }), NN],
    ['too small to measure', nt('NT01', { tooSmallToMeasure: true }), NN],
    ['present', nt('NT01', { status: 'present' }), NN],
    ['merged', nt('NT01', { mergedInto: 'NT02', status: 'absent' }), NN],
    ['not evaluable', nt('NT01', { status: 'absent', evaluable: false }), 'NE'],
    ['named alone', nt('NT01'), 'NE'],
  ])('%s', (_name, lesion, expected) => {
    expect(rated([[nt('NT01', { status: 'present' })], [lesion]]).response).toBe(expected);
  });
  it.each<[string, Partial<LesionInput>, string]>([
    ['9.9 mm', { shortAxisMm: 9.9 }, 'CR'],
    ['9.9 mm, yet present', { shortAxisMm: 9.9, status: 'present' }, 'CR'],
    ['10 mm', { shortAxisMm: 10 }, NN],
    ['too small to measure', { tooSmallToMeasure: true }, 'CR'],
    ['0 mm, too small to measure', { shortAxisMm: 0, tooSmallToMeasure: true }, 'CR'],
    // A number that was given counts, whatever else was ticked.
    ['12 mm, too small to measure', { shortAxisMm: 12, tooSmallToMeasure: true }, NN],
    ['0 mm', { shortAxisMm: 0 }, 'CR'],
    ['by its long axis', { longestDiameterMm: 20 }, 'NE'],
  ])('of a node: %s', (_name, more, expected) => {
    expect(rated([[node('NT01', { shortAxisMm: 12 })], [node('NT01', more)]]).response).toBe(
      expected
    );
  });
});

describe('non-target lesions that split', () => {
  const whole = [nt('NT01', { status: 'present' }), nt('NT02', { status: 'present' })];
  const other = nt('NT02', { status: 'absent' });
  const part = (id: string, status: LesionInput['status'], splitFrom = 'NT01') =>
    nt(id, { splitFrom, ...(status === undefined ? {} : { status }) });
  it.each<[string, LesionInput[][], string]>([
    ['every part is gone', [[part('NT01a', 'absent'), part('NT01b', 'absent'), other]], 'CR'],
    ['a part is there', [[part('NT01a', 'absent'), part('NT01b', 'present'), other]], NN],
    ['a part was not read', [[part('NT01a', 'present'), part('NT01b', undefined), other]], 'NE'],
    ['a part progressed', [[part('NT01a', 'progressed'), part('NT01b', undefined), other]], 'PD'],
    ['the part is of the other', [[part('NT02a', 'absent', 'NT02'), other]], 'NE'],
    [
      'the part of the other is there',
      [[part('NT02a', 'present', 'NT02'), part('NT01a', 'absent'), other]],
      'CR',
    ],
    [
      'the whole is listed as well',
      [[nt('NT01', { status: 'present' }), part('NT01a', 'progressed'), other]],
      NN,
    ],
    [
      'a part that was seen is not listed',
      [
        [part('NT01a', 'present'), part('NT01b', 'present'), other],
        [part('NT01a', 'absent'), other],
      ],
      'NE',
    ],
    ['none that was seen is listed', [[part('NT01a', 'present'), other], [other]], 'NE'],
    [
      'a part split again and one of its parts progressed',
      [
        [part('NT01a', 'present'), other],
        [part('NT01aa', 'progressed', 'NT01a'), part('NT01ab', 'absent', 'NT01a'), other],
      ],
      'PD',
    ],
    [
      'a part split again and is gone',
      [
        [part('NT01a', 'present'), other],
        [part('NT01aa', 'absent', 'NT01a'), part('NT01ab', 'absent', 'NT01a'), other],
      ],
      'CR',
    ],
  ])('%s', (_name, visits, expected) => {
    expect(rated([whole, ...visits]).response).toBe(expected);
  });
});

describe('several non-target lesions', () => {
  const base = [
    nt('NT01', { status: 'present' }),
    nt('NT02', { status: 'present' }),
    node('NT03', { shortAxisMm: 12 }),
  ];
  const normal = node('NT03', { shortAxisMm: 8 });
  const both = (status: LesionInput['status'], other = status) => [
    nt('NT01', status === undefined ? {} : { status }),
    nt('NT02', other === undefined ? {} : { status: other }),
    normal,
  ];
  it.each<[string, Entry, string, string]>([
    ['progressed', both('progressed'), 'PD', 'Unequivocal progression of NT01, NT02.'],
    ['not read', both(undefined), 'NE', 'Not assessed and none progressed: NT01, NT02.'],
    ['persisting', both('present'), NN, 'Persisting: NT01, NT02.'],
    [
      'gone',
      both('absent'),
      'CR',
      'Every non-target lesion is absent, nodes below 10 mm short axis.',
    ],
    [
      'judged gone with one there and one progressed',
      { lesions: both('present', 'progressed'), nonTargetJudgement: 'CR' },
      NN,
      'Persisting: NT01, NT02.',
    ],
    [
      'judged gone with one progressed',
      { lesions: both('absent', 'progressed'), nonTargetJudgement: 'CR' },
      NN,
      'Persisting: NT02.',
    ],
  ])('%s', (_name, visit, response, text) => {
    expect(rated([base, visit])).toMatchObject({ response, text });
  });
  it.each<[string, Entry, unknown]>([
    [
      'the last node that is too large',
      [...both('absent').slice(0, 2), node('NT03', { shortAxisMm: 12 })],
      [2, 'CR'],
    ],
    [
      'none where another lesion persists',
      [...both('absent', 'present').slice(0, 2), node('NT03', { shortAxisMm: 12 })],
      null,
    ],
    ['the normal node', both('absent'), [-2, NN]],
    [
      'none by the call of the reader, who sees disease',
      {
        lesions: [...both('absent').slice(0, 2), node('NT03', { shortAxisMm: 12 })],
        nonTargetJudgement: NN,
      },
      null,
    ],
    [
      'none by the call of the reader, who sees none',
      { lesions: both('absent'), nonTargetJudgement: 'CR' },
      null,
    ],
    [
      'none where one progressed that was judged gone',
      {
        lesions: [...both('progressed', 'absent').slice(0, 2), node('NT03', { shortAxisMm: 12 })],
        nonTargetJudgement: 'CR',
      },
      null,
    ],
  ])('margin: %s', (_name, visit, margin) => {
    expect(rated([base, visit]).margin).toEqual(margin);
  });
  it.each([
    ['NE', 'NE', 'Not assessed and none progressed: NT01.'],
    ['zero', NN, 'Persisting: NT01.'],
    ['exclude', 'CR', 'Every non-target lesion is absent, nodes below 10 mm short axis.'],
  ])('one treated locally under localTreatment %s', (localTreatment, response, text) => {
    const treated = nt('NT01', { status: 'absent', locallyTreated: {} });
    const visit = [treated, nt('NT02', { status: 'absent' }), normal];
    expect(rated([base, visit], { localTreatment })).toMatchObject({ response, text });
  });
  it('is not rated where every one was treated and is left out', () => {
    const treated = [nt('NT01', { status: 'absent', locallyTreated: {} })];
    expect(rated([base.slice(0, 1), treated], { localTreatment: 'exclude' })).toMatchObject({
      response: 'NE',
      text: 'Every non-target lesion was treated locally.',
    });
  });
  it('is back after a complete response even where the reader calls one that progressed no progression', () => {
    const visits: Entry[] = [
      base,
      both('absent'),
      { lesions: both('progressed', 'present'), nonTargetJudgement: NN },
    ];
    const visit = assess({
      criterion: 'recist-1.1',
      timepoints: visits.map((entry, index) => ({
        id: `V${index}`,
        ...('lesions' in entry ? entry : { lesions: [...entry] }),
      })),
    }).timepoints[2];
    expect(visit).toMatchObject({ nonTarget: NN, overall: 'PD' });
    expect(visit?.trace.at(-1)?.text).toBe(
      'Non-target disease present again after a complete response (REAPPEARED): NT01, NT02.'
    );
  });
});
