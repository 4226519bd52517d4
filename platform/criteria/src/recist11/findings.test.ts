import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { locations } from '../locations.js';
import type { LesionInput } from '../schemas.js';

const t = (
  id: string,
  location: string | null,
  mm: number,
  more: Partial<LesionInput> = {}
): LesionInput => ({
  id,
  role: 'target',
  location,
  longestDiameterMm: mm,
  ...more,
});
const node = (id: string, mm: number, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'LYMPH NODE',
  shortAxisMm: mm,
  ...more,
});
const findings = (...visits: LesionInput[][]) =>
  assess({
    criterion: 'recist-1.1',
    timepoints: visits.map((lesions, index) => ({
      id: `V${index}`,
      date: `2026-0${index + 1}-05`,
      lesions,
    })),
  }).timepoints.at(-1)?.findings ?? [];
const rules = (...visits: LesionInput[][]) =>
  findings(...visits).map(({ rule, lesion }) => `${rule} ${lesion ?? ''}`.trim());

describe('baseline findings', () => {
  const organs = ['LIVER', 'SPLEEN', 'BRAIN', 'PANCREAS', 'SKIN', 'BONE'];
  it.each([
    ['nothing to say', [t('T01', 'LIVER', 10), node('T02', 15)], []],
    [
      'six targets',
      organs.map((organ, index) => t(`T0${index + 1}`, organ, 20)),
      ['baseline.targets.tooMany T06'],
    ],
    [
      'three in one organ',
      ['T01', 'T02', 'T03'].map(id => t(id, 'LIVER', 20)),
      ['baseline.targets.tooManyPerOrgan T03'],
    ],
    [
      'all nodes are one organ',
      [
        node('T01', 20),
        node('T02', 20, { location: 'MESENTERIC LYMPH NODE' }),
        node('T03', 20, { location: 'SUBCARINAL LYMPH NODE' }),
      ],
      ['baseline.targets.tooManyPerOrgan T03'],
    ],
    [
      'both lungs are one organ',
      ['LEFT', 'RIGHT', 'LEFT'].map((laterality, index) =>
        t(`T0${index + 1}`, 'LUNG', 20, { laterality })
      ),
      ['baseline.targets.tooManyPerOrgan T03'],
    ],
    ['under 10 mm', [t('T01', 'LIVER', 9.9)], ['baseline.target.tooSmall T01']],
    ['node under 15 mm', [node('T01', 14.9)], ['baseline.node.tooSmall T01']],
    [
      'thick slices',
      [t('T01', 'LIVER', 14.9, { sliceThicknessMm: 7.5 })],
      ['baseline.sliceThickness T01'],
    ],
    ['thick slices, large enough', [t('T01', 'LIVER', 15, { sliceThicknessMm: 7.5 })], []],
    ['thin slices', [t('T01', 'LIVER', 10, { sliceThicknessMm: 5 })], []],
    [
      'node on thick slices',
      [node('T01', 15, { sliceThicknessMm: 8 })],
      ['baseline.sliceThickness T01'],
    ],
    [
      'chest film',
      [t('T01', 'LIVER', 19, { method: 'CHEST X-RAY' })],
      ['baseline.target.tooSmall T01'],
    ],
    [
      'no measurement',
      [{ id: 'T01', role: 'target', location: 'LIVER' }],
      ['measurement.missing T01', 'baseline.notEvaluable'],
    ],
    [
      'node by long axis',
      [t('T01', 'LYMPH NODE', 20)],
      ['measurement.nodeLongAxis T01', 'baseline.notEvaluable'],
    ],
    ['unknown location', [t('T01', 'ELBOW GREASE', 20)], ['location.unknown T01']],
    ['no location', [t('T01', null, 20)], ['location.missing T01']],
    ['no side', [t('T01', 'LUNG', 20)], ['location.lateralityMissing T01']],
    ['both sides', [t('T01', 'LUNG', 20, { laterality: 'BILATERAL' })], []],
    [
      'no known side',
      [t('T01', 'LUNG', 20, { laterality: 'UPPER' })],
      ['location.lateralityUnknown T01'],
    ],
    ['never measurable', [t('T01', 'PLEURAL EFFUSION', 20)], ['baseline.target.notMeasurable T01']],
    [
      'irradiated',
      [t('T01', 'LIVER', 20, { previouslyIrradiated: true })],
      ['baseline.target.irradiated T01'],
    ],
    [
      'new at baseline',
      [{ id: 'NL01', role: 'new', location: 'LIVER', status: 'present' }],
      ['baseline.newLesion NL01'],
    ],
    ['nothing at all', [], ['baseline.noLesions']],
  ] satisfies [string, LesionInput[], string[]][])('%s', (_name, lesions, expected) => {
    expect(rules(lesions)).toEqual(expected);
  });

  it('still rates the subject and says what blocks', () => {
    const [found] = findings(organs.map((organ, index) => t(`T0${index + 1}`, organ, 20)));
    expect(found).toMatchObject({ severity: 'block', text: '6 targets; at most 5 in total.' });
  });
});

describe('follow-up findings', () => {
  const base = [t('T01', 'LIVER', 20)];

  it('do not call what stays merged missing, until a visit lists it again', () => {
    const two = [...base, t('T02', 'LIVER', 10)];
    const merged: LesionInput[] = [...base, { id: 'T02', role: 'target', mergedInto: 'T01' }];
    expect(rules(two, merged, base)).toEqual([]);
    expect(rules(two, merged, base, base)).toEqual([]);
    expect(rules(two, merged, two, base)).toEqual(['lesion.notAssessed T02']);
    expect(rules(two, base)).toEqual(['lesion.notAssessed T02']);
  });

  it.each([
    ['not listed', [], ['lesion.notAssessed T01']],
    ['no state', [{ id: 'T01', role: 'target' }], ['measurement.missing T01']],
    ['treated locally', [{ id: 'T01', role: 'target', locallyTreated: {} }], []],
    ['a later target', [...base, t('T02', 'LIVER', 20)], ['lesion.notAtBaseline T02']],
    [
      'role changed',
      [{ ...t('T01', 'LIVER', 20), role: 'non-target' }],
      ['lesion.roleChanged T01'],
    ],
    [
      'contradiction',
      [t('T01', 'LIVER', 20, { status: 'absent' })],
      ['measurement.contradiction T01'],
    ],
    [
      'merged into nothing',
      [{ id: 'T01', role: 'target', mergedInto: 'T09' }],
      ['lesion.mergedIntoUnknown T01'],
    ],
    [
      'split of nothing',
      [...base, t('T02a', 'LIVER', 9, { splitFrom: 'T02' })],
      ['lesion.splitFromUnknown T02a'],
    ],
    ['parts instead of the parent', [t('T01a', 'LIVER', 9, { splitFrom: 'T01' })], []],
    [
      'new without a state',
      [...base, { id: 'NL01', role: 'new', location: 'BONE' }],
      ['newLesion.stateMissing NL01'],
    ],
    [
      'small new node',
      [...base, { ...node('NL01', 9), role: 'new' }],
      ['newLesion.nodeNormal NL01'],
    ],
    [
      'new node too small to measure',
      [...base, { id: 'NL01', role: 'new', location: 'LYMPH NODE', tooSmallToMeasure: true }],
      ['newLesion.nodeNormal NL01'],
    ],
    [
      'new lesion too small to measure',
      [...base, { id: 'NL01', role: 'new', location: 'BRAIN', tooSmallToMeasure: true }],
      [],
    ],
  ] satisfies [string, LesionInput[], string[]][])('%s', (_name, lesions, expected) => {
    expect(rules(base, lesions)).toEqual(expected);
  });

  it('warns when a node crosses 10 mm by little', () => {
    const nl = (mm: number): LesionInput => ({
      ...node('NL01', mm),
      role: 'new',
      status: 'unequivocal',
    });
    expect(rules(base, [...base, nl(9)], [...base, nl(11)])).toEqual([
      'newLesion.nodeCaution NL01',
    ]);
  });
});

describe('locations', () => {
  it('lie in a region of the body, but for terms that name none', () => {
    expect(locations.filter(({ region }) => region === null).map(({ code }) => code)).toEqual([
      'MUSCLE',
      'SKIN',
      'SOFT TISSUE',
      'SPINAL CORD',
      'SUBCUTANEOUS TISSUE',
      'LEPTOMENINGES',
      'LYMPH NODE',
    ]);
    expect(locations.find(({ code }) => code === 'LIVER')?.region).toBe('abdomen');
  });

  it('has each code once, and nodes in one organ', () => {
    expect(new Set(locations.map(({ code }) => code)).size).toBe(locations.length);
    expect(new Set(locations.filter(location => location.node).map(({ organ }) => organ))).toEqual(
      new Set(['LYMPH NODES'])
    );
  });
});
