import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

type Entry = Partial<LesionInput>;
const base: LesionInput[] = [
  {
    id: 'T01',
    role: 'target',
    location: 'LIVER',
    longestDiameterMm: 30,
    perpendicularDiameterMm: 20,
  },
];
const fresh = (entry: Entry): LesionInput => ({
  id: 'NL01',
  role: 'new',
  location: 'LYMPH NODE',
  ...entry,
});

/** What is found of the lesion at the last of these visits after the baseline; null: not listed. */
function found(criterion: string, ...entries: (Entry | null)[]) {
  const visits = entries.map(entry => (entry ? [...base, fresh(entry)] : base));
  const { timepoints } = assess({
    criterion,
    timepoints: [base, ...visits].map((lesions, index) => ({ id: `V${index}`, lesions })),
  });
  const of = timepoints.at(-1)?.findings.filter(({ lesion }) => lesion === 'NL01') ?? [];
  return of.map(({ rule, severity, text }) => [rule, severity, text]);
}

const small = [
  [
    'newLesion.nodeNormal',
    'warning',
    'NL01: a node too small to measure is of normal size, and not a new lesion.',
  ],
];
const under = (limit: number, mm: number) => [
  [
    'newLesion.nodeNormal',
    'warning',
    `NL01: a node under ${limit} mm short axis (${mm} mm) is not a new lesion.`,
  ],
];
const little = (from: number, to: number) => [
  [
    'newLesion.nodeCaution',
    'warning',
    `NL01: ${from} to ${to} mm alone is little; look again before calling it new.`,
  ],
];
const longAxis = [
  [
    'measurement.nodeLongAxis',
    'block',
    'NL01 is a new node measured by its long axis; the short axis counts and is missing.',
  ],
];
const stateless = [
  [
    'newLesion.stateMissing',
    'block',
    'NL01 is a new lesion without a state; it counts as not evaluable.',
  ],
];

describe('a new node', () => {
  it.each<[string, Entry, unknown[]]>([
    ['of 9.9 mm', { shortAxisMm: 9.9 }, under(10, 9.9)],
    ['of 10 mm', { shortAxisMm: 10 }, []],
    ['of 0 mm', { shortAxisMm: 0 }, []],
    ['too small to measure', { tooSmallToMeasure: true }, small],
    ['too small to measure, of 0 mm', { tooSmallToMeasure: true, shortAxisMm: 0 }, small],
    ['too small to measure, of 4 mm', { tooSmallToMeasure: true, shortAxisMm: 4 }, under(10, 4)],
    ['of which nothing is said', {}, stateless],
    ['that is present', { status: 'present' }, []],
    ['that was not evaluable', { evaluable: false }, []],
    ['of 8 mm that was not evaluable', { evaluable: false, shortAxisMm: 8 }, []],
    ['too small, not evaluable', { evaluable: false, tooSmallToMeasure: true }, []],
    ['by its long axis', { longestDiameterMm: 22 }, longAxis],
    ['by both axes', { longestDiameterMm: 22, shortAxisMm: 12 }, []],
    ['by its long axis, and gone by the short one', { longestDiameterMm: 22, shortAxisMm: 0 }, []],
    ['by its long axis, and unequivocal', { longestDiameterMm: 22, status: 'unequivocal' }, []],
    ['by its long axis, not evaluable', { longestDiameterMm: 22, evaluable: false }, []],
    ['by its long axis, merged', { longestDiameterMm: 22, mergedInto: 'T01' }, []],
  ])('%s', (_name, entry, expected) => {
    expect(found('recist-1.1', entry)).toEqual(expected);
  });

  it.each<[string, (number | null)[], unknown[]]>([
    ['9 to 10 mm', [9, 10], little(9, 10)],
    ['9 to 13.9 mm', [9, 13.9], little(9, 13.9)],
    ['9 to 14 mm, 5 mm more', [9, 14], []],
    ['8 to 9 mm', [8, 9], under(10, 9)],
    ['10 to 11 mm', [10, 11], []],
    ['9 to 11 to 12 mm: the last size before counts', [9, 11, 12], []],
    ['9 to 11 mm over a visit that did not list it', [9, null, 11], little(9, 11)],
  ])('that went from %s', (_name, sizes, expected) => {
    const entries = sizes.map((mm): Entry | null =>
      mm === null ? null : { shortAxisMm: mm, status: 'unequivocal' }
    );
    expect(found('recist-1.1', ...entries)).toEqual(expected);
  });

  it('is held to the limit of its place', () => {
    const porta = { location: 'PORTAL LYMPH NODE' };
    expect(found('mrecist', { shortAxisMm: 14.9 })).toEqual(under(15, 14.9));
    expect(found('mrecist', { shortAxisMm: 15 })).toEqual([]);
    expect(found('mrecist', { ...porta, shortAxisMm: 19 })).toEqual(under(20, 19));
    expect(found('mrecist', { ...porta, shortAxisMm: 15 }, { ...porta, shortAxisMm: 20 })).toEqual(
      []
    );
    expect(found('mrecist', { ...porta, shortAxisMm: 16 }, { ...porta, shortAxisMm: 20 })).toEqual(
      little(16, 20)
    );
  });
});

describe('a new node under a criterion that measures nodes like anything else', () => {
  it.each<[string, Entry, unknown[]]>([
    ['too small to measure is there', { tooSmallToMeasure: true }, []],
    ['needs no short axis', { longestDiameterMm: 22, perpendicularDiameterMm: 14 }, []],
    ['has no limit to its short axis', { shortAxisMm: 4.25 }, []],
    ['is asked for a state', {}, stateless],
  ])('%s', (_name, entry, expected) => {
    expect(found('irrc', entry)).toEqual(expected);
    expect(found('choi', entry)).toEqual(expected);
  });

  it('needs its longest diameter alone where those are summed', () => {
    expect(found('choi', { longestDiameterMm: 22 })).toEqual([]);
    expect(found('irrc', { longestDiameterMm: 22 })).toEqual([
      [
        'measurement.perpendicularMissing',
        'block',
        'NL01: the perpendicular diameter is missing; no product.',
      ],
    ]);
  });
});

describe('a new lesion that is no node', () => {
  it.each<[string, Entry, unknown[]]>([
    ['of which nothing is said', {}, stateless],
    ['by a length alone', { longestDiameterMm: 5 }, []],
    ['by a short axis alone', { shortAxisMm: 5 }, []],
    ['too small to measure', { tooSmallToMeasure: true }, []],
    ['that is equivocal', { status: 'equivocal' }, []],
    ['that is merged', { mergedInto: 'T01' }, []],
    ['that was treated', { locallyTreated: {} }, []],
  ])('%s', (_name, entry, expected) => {
    expect(found('recist-1.1', { location: 'LIVER', ...entry })).toEqual(expected);
  });
});
