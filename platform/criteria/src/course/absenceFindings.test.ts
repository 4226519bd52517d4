import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

const target: LesionInput = { id: 'T01', role: 'target', location: 'LIVER', longestDiameterMm: 30 };
const baseline: LesionInput[] = [
  target,
  { id: 'NT01', role: 'non-target', location: 'BONE', status: 'present' },
  { id: 'NT02', role: 'non-target', location: 'LYMPH NODE', node: true, shortAxisMm: 12 },
];
type Entry = Partial<LesionInput>;

/** What of the last visit is said of one lesion that is called absent. */
function said(id: 'NT01' | 'NT02' | 'NL01' | 'NL02', more: Entry, criterion = 'recist-1.1') {
  const node = id.endsWith('2');
  const lesion: LesionInput = {
    id,
    role: id.startsWith('NT') ? 'non-target' : 'new',
    location: node ? 'LYMPH NODE' : 'LUNG',
    node,
    status: 'absent',
    ...more,
  };
  const others = baseline.filter(one => one.id !== id);
  const { timepoints } = assess({
    criterion,
    timepoints: [
      { id: 'BL', lesions: baseline },
      { id: 'V1', lesions: [...others, lesion] },
    ],
  });
  return timepoints
    .at(-1)
    ?.findings.filter(one => one.lesion === id && one.severity === 'block')
    .map(({ rule, text }) => `${rule} ${text}`);
}

const contradiction = (id: string, mm: number) => [
  `measurement.contradiction ${id}: ${mm} mm and status "absent" contradict each other; the lesion counts as absent.`,
];

describe('a lesion in no sum that is called absent', () => {
  it.each<[string, Parameters<typeof said>, string[]]>([
    ['a non-target with a size', ['NT01', { longestDiameterMm: 14 }], contradiction('NT01', 14)],
    ['a non-target of 0 mm', ['NT01', { longestDiameterMm: 0 }], []],
    ['a non-target without a size', ['NT01', {}], []],
    [
      'a non-target too small to measure',
      ['NT01', { tooSmallToMeasure: true }],
      [
        'measurement.contradiction NT01: too small to measure and status "absent" contradict each other; the lesion counts as absent.',
      ],
    ],
    ['a node too small to measure', ['NT02', { tooSmallToMeasure: true }], []],
    ['one that is present', ['NT01', { longestDiameterMm: 14, status: 'present' }], []],
    ['one that is not evaluable', ['NT01', { longestDiameterMm: 14, evaluable: false }], []],
    ['a node of normal size', ['NT02', { shortAxisMm: 9.9 }], []],
    ['a node that is not normal', ['NT02', { shortAxisMm: 10 }], contradiction('NT02', 10)],
    ['a new lesion with a size', ['NL01', { longestDiameterMm: 20 }], contradiction('NL01', 20)],
    ['a new lesion that is gone', ['NL01', {}], []],
    [
      'a new lesion called not evaluable',
      ['NL01', { longestDiameterMm: 20, evaluable: false }],
      [],
    ],
    ['a new node of normal size', ['NL02', { shortAxisMm: 9.9 }], []],
    ['a new node that is not normal', ['NL02', { shortAxisMm: 10 }], contradiction('NL02', 10)],
    [
      'a new node where the criterion knows no normal size',
      ['NL02', { longestDiameterMm: 6 }, 'choi'],
      contradiction('NL02', 6),
    ],
  ])('%s', (_name, args, expected) => {
    expect(said(...args)).toEqual(expected);
  });
});
