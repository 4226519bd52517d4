import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

type More = Record<string, unknown>;
const criterion = 'macdonald';
const day = (days: number) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10);
const t = (mm2: number, id = 'T01', more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'BRAIN',
  longestDiameterMm: mm2 === 0 ? 0 : 40,
  perpendicularDiameterMm: mm2 / 40,
  ...more,
});
const visit = (days: number, lesions: LesionInput[], more: More = {}): TimepointInput => ({
  id: days === 0 ? 'BL' : `d${days}`,
  date: day(days),
  lesions,
  ...{ steroids: 'SAME', clinicalStatus: 'SAME' },
  ...more,
});
const run = (timepoints: TimepointInput[], parameters: More = {}) =>
  assess({ criterion, parameters, timepoints });
const overall = (...given: Parameters<typeof run>) =>
  run(...given)
    .timepoints.slice(1)
    .map(one => one.overall);
const BL = (mm2: number) => visit(0, [t(mm2)]);

describe('examples of section 10', () => {
  it('D1 a partial response held for 28 days', () => {
    const rated = run([BL(1000), visit(28, [t(500)]), visit(56, [t(500)])]);
    expect(rated.timepoints.slice(1).map(one => [one.overall, one.flags])).toEqual([
      ['PR', ['UNCONFIRMED']],
      ['PR', []],
    ]);
    expect(rated.bestOverallResponse.confirmed).toEqual({ value: 'PR', date: day(28) });
  });
  it.each([
    [624, 'SD'],
    [625, 'PD'],
  ])('D2 nadir 500 to %d: %s', (mm2, expected) => {
    const visits = [BL(1250), visit(28, [t(500)]), visit(56, [t(mm2)])];
    // 624 is below half of 1250: the response is held; of 1200 it is not.
    expect(overall(visits)).toEqual(['PR', expected === 'SD' ? 'PR' : 'PD']);
    const smaller = [BL(1200), ...visits.slice(1)];
    expect(overall(smaller)).toEqual(['PR', expected]);
  });
  it('D3 higher steroids: stable', () => {
    expect(overall([BL(1000), visit(28, [t(400)], { steroids: 'HIGHER' })])).toEqual(['SD']);
  });
  it('D4 501 of 1000', () => {
    const rated = run([BL(1000), visit(28, [t(501)])]).timepoints[1];
    expect([rated?.overall, rated?.burden?.changeFromBaselinePct]).toEqual(['SD', -49.9]);
  });
  it('D5 gone, first on fewer steroids', () => {
    const rated = run([
      BL(1000),
      visit(28, [t(0)], { steroids: 'LOWER' }),
      visit(56, [t(0)], { steroids: 'NONE' }),
    ]).timepoints;
    expect(rated.slice(1).map(one => one.overall)).toEqual(['PR', 'CR']);
    expect(rated[2]?.flags).toEqual(['UNCONFIRMED']);
  });
  it('D6 neurologically worse', () => {
    expect(overall([BL(1000), visit(28, [t(950)], { clinicalStatus: 'WORSE' })])).toEqual(['PD']);
  });
});

describe('rules', () => {
  const nt = (status: 'present' | 'progressed'): LesionInput => ({
    id: 'NT01',
    role: 'non-target',
    location: 'BRAIN',
    status,
  });
  const nl: LesionInput = { id: 'NL01', role: 'new', location: 'BRAIN', status: 'unequivocal' };
  const ne: LesionInput = { id: 'T02', role: 'target', evaluable: false };
  const two = visit(0, [t(800), t(400, 'T02')]);
  it.each([
    ['new tumour', [BL(800), visit(28, [t(10), nl])], 'PD'],
    ['no tumour at baseline', [visit(0, []), visit(28, [])], 'NED'],
    ['no tumour at baseline, then new', [visit(0, []), visit(28, [nl])], 'PD'],
    ['not evaluable', [two, visit(28, [t(1000), ne])], 'NE'],
    [
      'not evaluable, but worse',
      [two, visit(28, [t(1000), ne], { clinicalStatus: 'WORSE' })],
      'PD',
    ],
    ['partial sum progresses', [two, visit(28, [t(1500), ne])], 'PD'],
    ['progression on fewer steroids', [BL(800), visit(28, [t(1000)], { steroids: 'LOWER' })], 'PD'],
    ['gone, more steroids', [BL(800), visit(28, [t(0)], { steroids: 'HIGHER' })], 'SD'],
    ['gone, dose not given', [BL(800), visit(28, [t(0)], { steroids: null })], 'PR'],
    [
      'unmeasured disease remains',
      [visit(0, [t(800), nt('present')]), visit(28, [t(0), nt('present')], { steroids: 'NONE' })],
      'PR',
    ],
    ['only unmeasured disease', [visit(0, [nt('present')]), visit(28, [nt('present')])], 'NE'],
    [
      'T2/FLAIR is not used',
      [BL(800), visit(28, [t(800)], { t2Flair: 'SIGNIFICANT_INCREASE' })],
      'SD',
    ],
  ])('%s', (_name, timepoints, expected) => {
    expect(overall(timepoints)).toEqual([expected]);
  });
  it("sizePdOnTaper 'ne'", () => {
    const timepoints = [BL(800), visit(28, [t(1000)], { steroids: 'LOWER' })];
    expect(overall(timepoints, { sizePdOnTaper: 'ne' })).toEqual(['NE']);
  });
  it("macPdRef 'baseline'", () => {
    const timepoints = [BL(1000), visit(28, [t(400)]), visit(56, [t(1249)]), visit(84, [t(1250)])];
    expect(overall(timepoints)).toEqual(['PR', 'PD', 'PD']);
    expect(overall(timepoints, { macPdRef: 'baseline' })).toEqual(['PR', 'SD', 'PD']);
  });
  it('has no limit of size or number, and asks for unmeasured lesions that grow', () => {
    const many = [1, 2, 3, 4, 5, 6].map(index => t(8, `T0${index}`));
    const rated = run([visit(0, [...many, nt('present')]), visit(28, [...many, nt('progressed')])]);
    expect(rated.timepoints[0]?.findings).toEqual([]);
    expect(rated.timepoints[1]?.overall).toBe('SD');
    expect(rated.timepoints[1]?.findings.map(({ rule }) => rule)).toEqual([
      'nonTarget.notMeasured',
    ]);
  });
});

/** Section 10, OR grid: size, then steroids NONE, LOWER, SAME, HIGHER. */
const printed = `
CR  CR PR PR SD
PR  PR PR PR SD
SD  SD SD SD SD
PD  PD PD PD PD
NE  NE NE NE NE
NA  NED NED NED NED`;
const cells = printed
  .trim()
  .split('\n')
  .flatMap(line => {
    const [size, ...values] = line.split(/\s+/);
    return values.map((value, index) => ({
      target: size === 'NA' ? null : size,
      steroids: ['NONE', 'LOWER', 'SAME', 'HIGHER'][index],
      value,
    }));
  });

describe('combination', () => {
  it.each(cells)('$target, steroids $steroids: $value', ({ target, steroids, value }) => {
    const components = { target, steroids };
    expect(combine({ criterion, components })).toEqual({ overall: value });
    for (const bad of [{ newLesions: true }, { clinicalStatus: 'WORSE' }])
      expect(combine({ criterion, components: { ...components, ...bad } }).overall).toBe('PD');
  });
});
