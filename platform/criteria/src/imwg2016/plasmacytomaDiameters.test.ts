import { describe, expect, it } from '@jest/globals';
import type { LesionInput, TimepointInput } from '../schemas.js';
import { plasmacytoma, run } from './course.testdata.js';

const labs = { serumMGPerDl: 3, urineMMgPer24h: 0 };
const at = (...lesions: LesionInput[]) => ({ labs, lesions });
type Visits = { labs: typeof labs; lesions: LesionInput[]; more?: Partial<TimepointInput> }[];
const last = (visits: Visits) => run(visits).timepoints.at(-1);

// A lesion over 10 mm across that is half as long again as at its smallest is progression.
describe('the diameter of a plasmacytoma', () => {
  const gone: LesionInput = { id: 'T01', role: 'target', location: 'BONE', status: 'absent' };
  it.each([
    ['at half as much again', [at(plasmacytoma(20, 10.1)), at(plasmacytoma(30, 5))], 'PD'],
    ['just below it', [at(plasmacytoma(20, 10.1)), at(plasmacytoma(29.9, 5))], 'SD'],
    ['exactly 10 mm across before', [at(plasmacytoma(20, 10)), at(plasmacytoma(30, 12))], 'SD'],
    [
      'from the smallest, not from the last',
      [at(plasmacytoma(30, 12)), at(plasmacytoma(20, 12)), at(plasmacytoma(26, 12))].concat(
        at(plasmacytoma(30, 12))
      ),
      'PD',
    ],
    [
      'across when last seen, not at baseline',
      [at(plasmacytoma(20, 12)), at(plasmacytoma(20, 9)), at(plasmacytoma(30, 12))],
      'SD',
    ],
    [
      'across at the examination before a visit without images',
      [at(plasmacytoma(20, 12)), at(), at(plasmacytoma(30, 12))],
      'PD',
    ],
    [
      'nothing of a visit that was not evaluable',
      [
        at(plasmacytoma(30, 12)),
        { ...at(plasmacytoma(20, 12)), more: { evaluable: false } },
        at(plasmacytoma(30, 12)),
      ],
      'SD',
    ],
    [
      'nothing of a lesion that was not evaluable',
      [
        at(plasmacytoma(30, 12)),
        at({ ...plasmacytoma(20, 12), evaluable: false }),
        at(plasmacytoma(30, 12)),
      ],
      'SD',
    ],
    [
      'not of a lesion that is not evaluable now',
      [at(plasmacytoma(20, 12)), at({ ...plasmacytoma(30, 12), evaluable: false })],
      'NE',
    ],
    // That is a lesion that came back, which the reader records; of 0 mm nothing is half as much again.
    [
      'none of a lesion that was gone in between',
      [at(plasmacytoma(30, 12)), at(plasmacytoma(0, 0)), at(plasmacytoma(20, 12))].concat(
        at(plasmacytoma(20, 12))
      ),
      'SD',
    ],
    ['none of a lesion without a size before', [at(gone), at(plasmacytoma(20, 12))], 'SD'],
    [
      'none without an axis across before',
      [at({ ...gone, longestDiameterMm: 0 }), at(plasmacytoma(20, 12))],
      'SD',
    ],
  ] as [string, Visits, string][])('%s', (_name, visits, expected) => {
    const visit = last(visits);
    // Only plasmacytomas that could not be assessed make the visit one level lower: SD to NE.
    expect(visit?.overall).toBe(expected);
  });

  it('takes a short axis with more decimals than the diameters have', () => {
    const before = { ...plasmacytoma(20, 12), perpendicularDiameterMm: null, shortAxisMm: 10.125 };
    const visits = [at(plasmacytoma(20, 12)), at(before), at(plasmacytoma(30, 12))];
    const trace = last(visits)?.trace.find(({ rule }) => rule === 'pd.plasmacytoma.diameter');
    expect(trace?.numbers.shortAxisBeforeMm).toBe(10.125);
  });

  it.each([
    // 31 of 20 mm is 55 %, 32 of 20 is 60 %.
    ['grew most', [31, 32], 'T02'],
    ['grew most, listed first', [32, 31], 'T01'],
    ['is named first of two that grew alike', [31, 31], 'T01'],
  ] as const)('names the lesion that %s', (_name, [first, second], id) => {
    // A third one shrinks, so that the sum is no progression.
    const base = [plasmacytoma(20, 12, 'T02'), plasmacytoma(20, 12), plasmacytoma(60, 60, 'T03')];
    const now = [
      plasmacytoma(second, 12, 'T02'),
      plasmacytoma(first, 12),
      plasmacytoma(10, 10, 'T03'),
    ];
    for (const order of [(all: LesionInput[]) => all, (all: LesionInput[]) => all.toReversed()]) {
      const visit = last([at(...order(base)), at(...order(now))]);
      const trace = visit?.trace.find(({ rule }) => rule === 'pd.plasmacytoma.diameter');
      expect(trace?.text).toMatch(new RegExp(`^${id}: `));
    }
  });

  it('is by relative growth: 19 of 12 mm is more than 31 of 20', () => {
    const third = (mm: number) => plasmacytoma(mm, mm, 'T03');
    const visit = last([
      at(plasmacytoma(20, 12), plasmacytoma(12, 12, 'T02'), third(60)),
      at(plasmacytoma(31, 12), plasmacytoma(19, 12, 'T02'), third(10)),
    ]);
    expect(visit?.trace.find(({ rule }) => rule === 'pd.plasmacytoma.diameter')).toMatchObject({
      text: 'T02: longest diameter 12 to 19 mm, short axis over 10 mm before.',
      numbers: { longestDiameterMm: 19, smallestMm: 12, changePct: 58.33, shortAxisBeforeMm: 12 },
    });
  });
});
