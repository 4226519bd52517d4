import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput } from '../schemas.js';

type Size = readonly [longest: number, across: number];
const lesion = (id: string, role: LesionInput['role'], [longest, across]: Size): LesionInput => ({
  id,
  role,
  location: 'BRAIN',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
});
/** A target and a non-target of these sizes at the baseline and at one visit. */
const course = (...sizes: (readonly [target: Size, nonTarget: Size])[]): LesionInput[][] =>
  sizes.map(([target, other]) => [
    lesion('T01', 'target', target),
    lesion('NT01', 'non-target', other),
  ]);

function margins(visits: readonly object[][], more: object = {}) {
  const { timepoints } = assess({
    criterion: 'rano-2.0',
    tumourType: 'CE',
    timepoints: visits.map((lesions, index) => ({ id: `V${index}`, lesions })),
    ...more,
  } as unknown as AssessmentInput);
  const found = timepoints.at(-1)?.trace.find(({ rule }) => rule.endsWith('jointSum'));
  return { rule: found?.rule, margin: found?.margin };
}

const nn = 'NON-CR/NON-PD';

describe('the margin of a non-target whose growth joins the sum', () => {
  // 1000 and 200 mm² at baseline: progression from 1500 mm² on.
  it.each([
    [
      'to progression of the joint sum: 1260 mm²',
      course(
        [
          [40, 25],
          [20, 10],
        ],
        [
          [40, 25],
          [20, 13],
        ]
      ),
      { rule: 'nonTarget.jointSum', margin: { value: -240, unit: 'mm2', category: 'PD' } },
    ],
    [
      'back from it: 1520 mm²',
      course(
        [
          [40, 25],
          [20, 10],
        ],
        [
          [40, 25],
          [20, 26],
        ]
      ),
      { rule: 'nonTarget.pd.jointSum', margin: { value: 20, unit: 'mm2', category: nn } },
    ],
    [
      'to what it must grow by to join: 260 of 200 mm², while the joint sum is 160 mm² over',
      course(
        [
          [40, 25],
          [20, 10],
        ],
        [
          [40, 35],
          [20, 13],
        ]
      ),
      {
        rule: 'nonTarget.pd.jointSum',
        margin: { value: 10, unit: 'mm2', category: nn, lesion: 'NT01' },
      },
    ],
    [
      'to 10 mm where it became measurable: 90 mm² of 1064, half a millimetre of 10',
      course(
        [
          [40, 25],
          [8, 8],
        ],
        [
          [40, 25],
          [40, 10.5],
        ]
      ),
      {
        rule: 'nonTarget.pd.jointSum',
        margin: { value: 0.5, unit: 'mm', category: nn, lesion: 'NT01' },
      },
    ],
  ] as const)('is %s', (_name, visits, expected) => {
    expect(margins(visits)).toEqual(expected);
  });

  it('is of volumes where they are the burden: 40 % over 12 ml', () => {
    const volumes = (target: number, other: number) => [
      { ...lesion('T01', 'target', [40, 25]), volumeMl: target },
      { ...lesion('NT01', 'non-target', [20, 20]), volumeMl: other },
    ];
    expect(margins([volumes(10, 2), volumes(10, 6)], { parameters: { burden: 'volume' } })).toEqual(
      {
        rule: 'nonTarget.jointSum',
        margin: { value: -0.8, unit: 'ml', category: 'PD' },
      }
    );
  });
});
