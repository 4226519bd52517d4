import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { fresh, node, other, type Row, stated, timepoints } from '../lymphoma/course.testdata.js';

const last = (petClass: 'avid' | 'variable', rows: readonly Row[]) => {
  const input = { criterion: 'cheson-2007', petClass, timepoints: timepoints(rows) };
  return assess(input).timepoints.at(-1);
};
const why = (...args: Parameters<typeof last>) =>
  last(...args)?.trace.find(({ rule }) => rule.startsWith('overall.'))?.text;
const base = [node('N1', 40, 20)];
const half = [node('N1', 20, 20)];
const normal = [node('N1', 14, 9)];

describe('liver and spleen', () => {
  it.each<[string, Row, Row, string]>([
    [
      'normal at first, not stated later',
      [base, { liver: 'normal', spleen: 'normal' }],
      [normal],
      'CR',
    ],
    ['enlarged at first, not stated later', [base, { spleen: 'enlarged' }], [normal], 'PR'],
    ['normal, and no disease anywhere', [[], { noDisease: true, liver: 'normal' }], [[]], 'NED'],
    [
      'enlarged, the rest clearly worse',
      [[...base, other('X', 'present')], { spleen: 'enlarged' }],
      [[...half, other('X', 'progressed')], { spleen: 'enlarged' }],
      'PD',
    ],
    [
      'enlarged, the rest not measured and gone',
      [[other('X', 'present')], { spleen: 'enlarged' }],
      [[other('X', 'absent')], { spleen: 'normal' }],
      'CR',
    ],
    ['spleen larger', [base], [half, { spleen: 'larger' }], 'SD'],
    ['liver larger', [base], [half, { liver: 'larger' }], 'SD'],
    // No more than a partial response is taken away.
    [
      'liver larger, a node grown by half',
      [base],
      [[node('N1', 60, 20)], { liver: 'larger' }],
      'PD',
    ],
    [
      'liver larger, the node not evaluable',
      [base],
      [[stated('N1', { evaluable: false })], { liver: 'larger' }],
      'NE',
    ],
  ])('%s', (_name, first, now, expected) => {
    expect(last('variable', [first, now])?.overall).toBe(expected);
  });

  it('are named where they stand in the way', () => {
    expect(why('variable', [[base], [half, { spleen: 'larger' }]])).toBe(
      'Sizes PR, PET not done (variable), marrow CLEAR: PR, lowered to SD: the spleen is larger.'
    );
    expect(why('variable', [[base], [normal, { liver: 'enlarged', spleen: 'enlarged' }]])).toBe(
      'Sizes CR, PET not done (variable), marrow CLEAR: CR, lowered to PR: the liver is enlarged, the spleen is enlarged.'
    );
  });

  it('alone make it NE where they are not stated, whatever is larger', () => {
    const rows: Row[] = [
      [[other('X', 'present')], { spleen: 'enlarged' }],
      [[other('X', 'present', { larger: true })], { pet: 'NEG' }],
    ];
    expect(why('avid', rows)).toBe(
      'Sizes SD, PET NEG (avid), marrow CLEAR: CR, lowered to NE: the spleen was enlarged and is not stated.'
    );
  });
});

describe('disease that is not measured', () => {
  it('takes a partial response away only where it is larger', () => {
    const now = (larger: boolean): Row => [[...half, other('X', 'present', { larger })]];
    const first: Row = [[...base, other('X', 'present')]];
    expect(last('variable', [first, now(false)])?.overall).toBe('PR');
    expect(last('variable', [first, now(true)])?.overall).toBe('SD');
  });
});

describe('the date of progression', () => {
  const dated = (row: Row, first: Row = [base]) => last('variable', [first, row]);
  it('is that of the scan that shows a new lesion', () => {
    const lesions = [
      node('N1', 40, 20, { date: '2026-03-05' }),
      fresh('NL', { longestDiameterMm: 20, date: '2026-03-03' }),
    ];
    expect(dated([lesions])).toMatchObject({ overall: 'PD', date: '2026-03-03' });
  });

  it('is that of the visit for the marrow', () => {
    const lesions = [node('N1', 40, 20, { date: '2026-03-05' })];
    const now: Row = [lesions, { date: '2026-03-02', marrow: 'positive' }];
    expect(dated(now, [base, { marrow: 'negative' }])).toMatchObject({
      overall: 'PD',
      date: '2026-03-02',
    });
  });

  it('is not that of a marrow or of other disease that is no progression', () => {
    const lesions = [
      node('N1', 60, 20, { date: '2026-03-05' }),
      other('X', 'present', { date: '2026-03-03' }),
    ];
    expect(
      dated([lesions, { date: '2026-03-02' }], [[...base, other('X', 'present')]])
    ).toMatchObject({ overall: 'PD', date: '2026-03-05' });
  });
});
