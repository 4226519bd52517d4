import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

const dates = ['2026-01-05', '2026-03-02', '2026-04-27', '2026-06-22', '2026-08-17'];
type Entries = Partial<LesionInput> & Readonly<Record<string, unknown>>;

/** Rule, distance, category beyond it and lesion of new lesions at the last visit; one visit after the baseline by row. */
function margin(criterion: string, rows: readonly (readonly Entries[])[]): unknown[] {
  const { timepoints } = assess({
    criterion,
    timepoints: [[], ...rows].map((lesions, index) => ({
      id: index === 0 ? 'BL' : `V${index}`,
      date: dates[index] ?? null,
      lesions: lesions.map((more, place) => ({ id: `NL0${place + 1}`, role: 'new', ...more })),
    })),
  });
  const trace = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith('newLesion.'));
  const { value, category, lesion, unit = 'mm' } = trace?.margin ?? {};
  expect(unit).toBe('mm');
  return [trace?.rule, ...(trace?.margin ? [value, category, lesion] : [])];
}

const typical = { arterialEnhancement: true, washout: true };
const nodule = (longestDiameterMm: number, more: Entries = {}): Entries => ({
  location: 'LIVER',
  longestDiameterMm,
  ...more,
});
const gland = (more: Entries): Entries => ({ location: 'LYMPH NODE', node: true, ...more });
const lung = (more: Entries): Entries => ({ location: 'LUNG', ...more });
const brain = (longest: number, across: number, more: Entries = {}): Entries => ({
  location: 'BRAIN',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
  ...more,
});

type Case = readonly [string, (readonly Entries[])[], readonly unknown[]];

describe('how far a new nodule of the liver is from being unequivocal under mRECIST', () => {
  it.each<Case>([
    [
      'with the pattern, from 10 mm',
      [[nodule(8, typical)]],
      ['newLesion.equivocal', -2, 'YES', 'NL01'],
    ],
    ['back', [[nodule(12, typical)]], ['newLesion.unequivocal', 2, 'EQUIVOCAL', 'NL01']],
    [
      'as the reader is sure of it, from 10 mm',
      [[nodule(9, { status: 'unequivocal' })]],
      ['newLesion.equivocal', -1, 'YES', 'NL01'],
    ],
    [
      'without the pattern, from 10 mm over its first size',
      [[nodule(8.3)], [nodule(14)]],
      ['newLesion.equivocal', -4.3, 'YES', 'NL01'],
    ],
    [
      'grown by that',
      [[nodule(8.3)], [nodule(19)]],
      ['newLesion.unequivocal', 0.7, 'EQUIVOCAL', 'NL01'],
    ],
    ['no size makes it so at first', [[nodule(30)]], ['newLesion.equivocal']],
    [
      'nor one that its reader is sure of against the pattern',
      [[nodule(30, { status: 'unequivocal', washout: false })]],
      ['newLesion.equivocal'],
    ],
    [
      'a node elsewhere from 15 mm',
      [[gland({ shortAxisMm: 14 })]],
      ['newLesion.none', -1, 'YES', 'NL01'],
    ],
    [
      'a node of the porta hepatis from 20 mm',
      [[{ location: 'PORTAL LYMPH NODE', node: true, shortAxisMm: 14 }]],
      ['newLesion.none', -6, 'YES', 'NL01'],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(margin('mrecist', rows)).toEqual(expected);
  });
});

describe('how far a new node is from 15 mm longest diameter under iwCLL', () => {
  const long = (longestDiameterMm: number, more: Entries = {}) =>
    gland({ longestDiameterMm, ...more });
  it.each<Case>([
    ['below', [[long(13)]], ['newLesion.none', -2, 'YES', 'NL01']],
    [
      'an equivocal one',
      [[long(13, { status: 'equivocal' })]],
      ['newLesion.none', -2, 'EQUIVOCAL', 'NL01'],
    ],
    ['over', [[long(18)]], ['newLesion.unequivocal', 3, 'NO', 'NL01']],
    ['gone', [[long(18, { status: 'absent' })]], ['newLesion.none']],
    ['not evaluable', [[long(18, { evaluable: false })]], ['newLesion.ne']],
    ['a lesion that is no node', [[lung({ longestDiameterMm: 8 })]], ['newLesion.unequivocal']],
  ])('%s', (_name, rows, expected) => {
    expect(margin('iwcll-2018', rows)).toEqual(expected);
  });
});

describe('how far a new lesion is from being measurable under RANO 2.0', () => {
  it.each<Case>([
    ['by its smaller diameter', [[brain(15, 8)]], ['newLesion.equivocal', -2, 'YES', 'NL01']],
    [
      'by its longest, if that is all',
      [[lung({ longestDiameterMm: 9 })]],
      ['newLesion.equivocal', -1, 'YES', 'NL01'],
    ],
    ['back', [[brain(15, 12)]], ['newLesion.unequivocal', 2, 'EQUIVOCAL', 'NL01']],
    [
      'whichever is the smaller',
      [[brain(11, 12)]],
      ['newLesion.unequivocal', 1, 'EQUIVOCAL', 'NL01'],
    ],
    ['not with both too small', [[brain(9, 8)]], ['newLesion.equivocal']],
    [
      'not where the reader doubts it at any size',
      [[brain(15, 8, { status: 'equivocal' })]],
      ['newLesion.equivocal'],
    ],
    ['not where it is gone', [[brain(15, 8, { status: 'absent' })]], ['newLesion.none']],
    [
      'not where it is too small to measure',
      [[brain(15, 12, { tooSmallToMeasure: true })]],
      ['newLesion.equivocal'],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(margin('rano-2.0', rows)).toEqual(expected);
  });
});

describe('how far a new lesion is from the limit of its size in any axis', () => {
  it.each<readonly [string, ...Case]>([
    [
      'lugano-2014',
      'a node at 15 mm',
      [[gland({ longestDiameterMm: 15 })]],
      ['newLesion.none', 0, 'YES', 'NL01'],
    ],
    [
      'lugano-2014',
      'a node over it',
      [[gland({ longestDiameterMm: 17, shortAxisMm: 11 })]],
      ['newLesion.yes', 2, 'NO', 'NL01'],
    ],
    [
      'lugano-2014',
      'a node with two diameters over it',
      [[gland({ longestDiameterMm: 18, perpendicularDiameterMm: 16 })]],
      ['newLesion.yes'],
    ],
    [
      'lugano-2014',
      'an equivocal node below it',
      [[gland({ longestDiameterMm: 13, status: 'equivocal' })]],
      ['newLesion.none', -2, 'EQUIVOCAL', 'NL01'],
    ],
    [
      'lugano-2014',
      'a lesion of another organ from 10 mm',
      [[lung({ longestDiameterMm: 9, perpendicularDiameterMm: 9 })]],
      ['newLesion.none', -1, 'YES', 'NL01'],
    ],
    [
      'lugano-2014',
      'one that is doubtful at any size',
      [[lung({ longestDiameterMm: 12, status: 'equivocal' })]],
      ['newLesion.equivocal'],
    ],
    [
      'lugano-2014',
      'one that counts at any size',
      [[lung({ longestDiameterMm: 12, status: 'unequivocal' })]],
      ['newLesion.yes'],
    ],
    [
      'cheson-2007',
      'one that counts from 15 mm',
      [[lung({ longestDiameterMm: 17, status: 'unequivocal' })]],
      ['newLesion.yes', 2, 'NO', 'NL01'],
    ],
    [
      'cheson-2007',
      'the last of two to fall',
      [[lung({ longestDiameterMm: 17 }), gland({ longestDiameterMm: 20 })]],
      ['newLesion.yes', 5, 'NO', 'NL02'],
    ],
    [
      'cheson-2007',
      'to what is left',
      [[lung({ longestDiameterMm: 17 }), gland({ evaluable: false })]],
      ['newLesion.yes', 2, 'NE', 'NL01'],
    ],
    ['cheson-2007', 'one of no size', [[lung({ longestDiameterMm: 0 })]], ['newLesion.none']],
  ])('%s: %s', (criterion, _name, rows, expected) => {
    expect(margin(criterion, rows)).toEqual(expected);
  });
});

describe('how far a node that was normal is from being new under PCWG3', () => {
  const sizes = (...mm: number[]) => mm.map(shortAxisMm => [gland({ shortAxisMm })]);
  it.each<Case>([
    ['at first: 10 mm', sizes(8), ['newLesion.none', -2, 'YES', 'NL01']],
    ['4 mm at its smallest: 10 mm', sizes(6, 4, 8), ['newLesion.none', -2, 'YES', 'NL01']],
    ['9.5 mm at its smallest: 14.5 mm', sizes(9.5, 12), ['newLesion.none', -2.5, 'YES', 'NL01']],
    ['9.5 mm, now 9.8', sizes(9.5, 9.8), ['newLesion.none', -4.7, 'YES', 'NL01']],
    ['grown to 15 mm', sizes(9.5, 15), ['newLesion.unequivocal', 0.5, 'NO', 'NL01']],
    [
      'seen again, not measured',
      [...sizes(6), [gland({ status: 'unequivocal' })]],
      ['newLesion.unequivocal'],
    ],
    ['never normal: 10 mm', sizes(12, 15), ['newLesion.unequivocal', 5, 'NO', 'NL01']],
  ])('%s', (_name, rows, expected) => {
    expect(margin('pcwg3', rows)).toEqual(expected);
  });
});

describe('the condition that is told with the distance', () => {
  const threshold = (criterion: string, ...lesions: LesionInput[]) =>
    assess({
      criterion,
      timepoints: [
        { id: 'BL', lesions: [] },
        { id: 'V1', lesions },
      ],
    })
      .timepoints.at(-1)
      ?.trace.find(({ rule }) => rule.startsWith('newLesion.'))?.threshold;
  const entry = (id: string, more: Entries): LesionInput => ({ id, role: 'new', ...more });
  it.each([
    ['mrecist', 'NL02 is a new lesion from a longest diameter of 10 mm', [nodule(9, typical)]],
    ['mrecist', 'NL01 is a new lesion from a short axis of 15 mm', [nodule(3, typical)]],
    ['rano-2.0', 'NL02 is a new lesion from a perpendicular diameter of 10 mm', [brain(12, 9)]],
  ])('%s: %s', (criterion, expected, [other = {}]) => {
    const node = gland({ shortAxisMm: criterion === 'mrecist' ? 12 : 5 });
    expect(threshold(criterion, entry('NL01', node), entry('NL02', other))).toBe(expected);
  });
});
