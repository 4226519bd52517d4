import { describe, expect, it } from '@jest/globals';
import { lengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import { type CourseSubject, recistRules } from './courseRules.js';
import { diameters } from './measure.js';
import { takeNewTargets } from './newTargets.js';

type NewLesion = LesionInput & { newLesionKind?: 'target' | 'non-target' | null };
const nl = (
  id: string,
  location: string | null,
  mm: number | null,
  more: Partial<NewLesion> = {}
): NewLesion => ({
  id,
  role: 'new',
  location,
  longestDiameterMm: mm,
  ...more,
});
const node = (id: string, shortAxisMm: number): NewLesion => ({
  id,
  role: 'new',
  location: 'MEDIASTINAL LYMPH NODE',
  shortAxisMm,
});
const subject = {
  scale: lengthScale([]),
  rules: recistRules,
  measure: diameters(5),
} as unknown as CourseSubject;
const taken = (
  lesions: NewLesion[],
  {
    before = [],
    total = 5,
    organ = 2,
  }: { before?: NewLesion[]; total?: number; organ?: number } = {},
  seen = before
) =>
  takeNewTargets(
    lesions,
    before.map(({ id }) => ({ id, node: false })),
    seen,
    subject,
    { maxNewTargets: total, maxNewTargetsPerOrgan: organ }
  ).map(({ id }) => id);

describe('new lesions followed by measurement', () => {
  it.each<[string, NewLesion[], string[]]>([
    ['from 10 mm on', [nl('L01', 'LIVER', 10), nl('L02', 'BRAIN', 9.9)], ['L01']],
    ['nodes from 15 mm on', [node('L01', 15), node('L02', 14.9)], ['L01']],
    ['not without a size', [nl('L01', 'LIVER', null)], []],
    [
      'as stated, whatever the size',
      [
        nl('L01', 'LIVER', 4, { newLesionKind: 'target' }),
        nl('L02', 'BRAIN', 30, { newLesionKind: 'non-target' }),
      ],
      ['L01'],
    ],
    [
      'the largest of an organ',
      [nl('L01', 'LIVER', 12), nl('L02', 'LIVER', 20), nl('L03', 'LIVER', 15)],
      ['L02', 'L03'],
    ],
    [
      'of one size the first by name',
      ['L03', 'L01', 'L02'].map(id => nl(id, 'LIVER', 12)),
      ['L01', 'L02'],
    ],
    [
      'of one size the first by name, in order already',
      ['L01', 'L02', 'L03'].map(id => nl(id, 'LIVER', 12)),
      ['L01', 'L02'],
    ],
    [
      'those stated before larger ones',
      [
        nl('L01', 'LIVER', 30),
        nl('L02', 'LIVER', 20),
        nl('L03', 'LIVER', 10, { newLesionKind: 'target' }),
      ],
      ['L03', 'L01'],
    ],
    [
      'those stated before larger ones, in order already',
      [
        nl('L03', 'LIVER', 10, { newLesionKind: 'target' }),
        nl('L01', 'LIVER', 30),
        nl('L02', 'LIVER', 20),
      ],
      ['L03', 'L01'],
    ],
    [
      'all nodes are one organ',
      [node('L01', 20), { ...node('L02', 19), location: 'PELVIC LYMPH NODE' }, node('L03', 18)],
      ['L01', 'L02'],
    ],
    [
      'a node anywhere',
      ['L01', 'L02', 'L03'].map((id, at) => ({
        ...node(id, 20 - at),
        location: ['LUNG', 'LIVER', 'BRAIN'][at] ?? null,
        node: true,
      })),
      ['L01', 'L02'],
    ],
    [
      'a location that is not known is one organ',
      ['L01', 'L02', 'L03'].map((id, at) => nl(id, 'NOWHERE', 20 - at)),
      ['L01', 'L02'],
    ],
    [
      'without a location each is by itself',
      ['L01', 'L02', 'L03'].map((id, at) => nl(id, null, 20 - at)),
      ['L01', 'L02', 'L03'],
    ],
  ])('%s', (_name, lesions, expected) => {
    expect(taken(lesions)).toEqual(expected);
  });

  it('are at most so many, with those of earlier visits', () => {
    const organs = ['LIVER', 'BRAIN', 'SPLEEN'];
    const three = organs.map((organ, at) => nl(`L0${at}`, organ, 20 - at));
    expect(taken(three, { total: 2 })).toEqual(['L00', 'L01']);
    expect(taken(three, { total: 2, before: [nl('E01', 'PANCREAS', 20)] })).toEqual(['L00']);
  });

  it('are at most so many in an organ, with those of earlier visits that are followed', () => {
    const two = [nl('L01', 'LIVER', 20), nl('L02', 'LIVER', 19)];
    const earlier = nl('E01', 'LIVER', 20);
    const unfollowed = nl('E02', 'LIVER', 20);
    expect(taken(two, { before: [earlier] }, [earlier, unfollowed])).toEqual(['L01']);
    expect(
      taken(two, { before: [nl('E03', 'BRAIN', 20)] }, [nl('E03', 'BRAIN', 20), unfollowed])
    ).toEqual(['L01', 'L02']);
    expect(taken(two, { before: [earlier, nl('E03', 'BRAIN', 20)] })).toEqual(['L01']);
  });
});
