import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { baseline, run, scan, target } from './course.testdata.js';
import { siteOf } from './softTissue.js';

const at = (location: string | null, more: Partial<LesionInput> = {}): LesionInput => ({
  ...target(20),
  location,
  ...more,
});

describe('sites that targets are counted by (PCWG3, five in each)', () => {
  it.each([
    ['LUNG', 'lung'],
    ['LIVER', 'liver'],
    ['ADRENAL GLAND', 'adrenal'],
    ['BRAIN', 'CNS'],
    ['SPINAL CORD', 'CNS'],
    ['LEPTOMENINGES', 'CNS'],
    ['ILIAC LYMPH NODE', 'pelvic nodes'],
    ['PELVIC LYMPH NODE', 'pelvic nodes'],
    ['RETROPERITONEAL LYMPH NODE', 'extrapelvic nodes'],
    ['KIDNEY', 'other'],
    ['NOT IN THE LIST', 'other'],
  ])('%s: %s', (location, site) => {
    expect(siteOf(at(location))).toBe(site);
  });

  it('goes by the entry where the lesion is called a node, or none', () => {
    expect(siteOf(at('LIVER', { node: true }))).toBe('extrapelvic nodes');
    expect(siteOf(at(null))).toBe('other');
  });
});

const findingsOf = (lesions: LesionInput[], parameters: Record<string, unknown> = {}) =>
  (run([baseline({ lesions })], parameters).timepoints[0]?.findings ?? []).map(
    ({ rule, lesion, text }) => [rule, lesion, text]
  );
const many = (location: string, count: number, more: Partial<LesionInput> = {}): LesionInput[] =>
  Array.from({ length: count }, (_one, index) => at(location, { id: `T${index}`, ...more }));

describe('targets at baseline', () => {
  it('a sixth one of a site is too many, and named', () => {
    expect(findingsOf(many('LIVER', 5))).toEqual([]);
    expect(findingsOf(many('LIVER', 6))).toEqual([
      ['baseline.targets.tooManyPerSite', 'T5', '6 targets in liver; at most 5 per site.'],
    ]);
  });

  it('counts targets alone: neither non-targets nor parts of one that split', () => {
    const others = many('LIVER', 2, { role: 'non-target', status: 'present' }).map(
      (one, index) => ({
        ...one,
        id: `NT${index}`,
      })
    );
    expect(findingsOf([...many('LIVER', 4), ...others])).toEqual([]);
  });

  it('as many as pcwg.maxTotal are allowed, one more is not', () => {
    const maxTotal = { 'pcwg.maxTotal': 2 };
    expect(findingsOf(many('LIVER', 2), maxTotal)).toEqual([]);
    expect(findingsOf(many('LIVER', 3), maxTotal)).toEqual([
      ['baseline.targets.tooMany', 'T2', '3 targets; at most 2 in total (pcwg.maxTotal).'],
    ]);
  });
});

describe('nodes of PCWG2 (from 20 mm, by the longest diameter)', () => {
  const pcwg2 = { standard: 'pcwg2' };
  const small = (mm: number | null, location = 'PELVIC LYMPH NODE') =>
    findingsOf([at(location, { longestDiameterMm: mm })], pcwg2).filter(
      ([rule]) => rule === 'baseline.node.tooSmall'
    );

  it('is objected to below 20 mm alone', () => {
    expect(small(20)).toEqual([]);
    expect(small(19.9)).toEqual([
      [
        'baseline.node.tooSmall',
        'T01',
        'T01: a node of 19.9 mm; PCWG2 follows nodes from 20 mm only.',
      ],
    ]);
  });

  it('is not told from a node without a diameter, nor from what is no node', () => {
    expect(small(null)).toEqual([]);
    expect(small(15, 'LIVER')).toEqual([]);
  });

  it('is no finding of PCWG3, which goes by the short axis', () => {
    const node = at('PELVIC LYMPH NODE', { longestDiameterMm: 19, shortAxisMm: 16 });
    expect(findingsOf([node])).toEqual([]);
  });
});

describe('a new node that was normal before (PCWG3: new from 10 mm and 5 mm over its smallest)', () => {
  const node = (mm: number | null, more: Partial<LesionInput> = {}): LesionInput => ({
    id: 'NL01',
    role: 'new',
    location: 'PELVIC LYMPH NODE',
    shortAxisMm: mm,
    ...more,
  });
  /** The response at the last visit; the target stays as it is. */
  const last = (...lesions: LesionInput[]) =>
    run([
      baseline(),
      ...lesions.map((one, index) => scan(8 * (index + 1), 0, { lesions: [target(50), one] })),
    ]).timepoints.at(-1)?.overall;

  it.each([
    ['exactly 10 mm, 5 mm over its smallest', [5, 10], 'PD'],
    ['10 mm, 4.9 mm over its smallest', [5.1, 10], 'SD'],
    ['its smallest of several visits counts', [5, 9, 10], 'PD'],
    ['whichever came first', [9, 5, 10], 'PD'],
    ['a node that never was normal is new again', [10, 11], 'PD'],
  ])('%s', (_what, sizes, overall) => {
    expect(last(...sizes.map(mm => node(mm)))).toBe(overall);
  });

  it('one that was not read says nothing', () => {
    expect(last(node(4), node(12, { evaluable: false }))).toBe('SD');
  });

  it('a lesion that is no node needs no growth', () => {
    const lung = (mm: number) => node(mm, { location: 'LUNG', longestDiameterMm: mm });
    expect(last(lung(9), lung(11))).toBe('PD');
  });
});
