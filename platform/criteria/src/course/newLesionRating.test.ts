import { describe, expect, it } from '@jest/globals';
import { lengthScale } from '../decimal.js';
import { made } from '../reason.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import { diameters } from './measure.js';
import { newLesionsOf, rateNewLesions } from './newLesionRating.js';
import { plainNewLesion } from './plainNewLesion.js';
import { readSubject } from './subject.js';

const fresh = (id: string, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'new',
  location: 'LUNG',
  ...more,
});
const node = (id: string, more: Partial<LesionInput> = {}) => fresh(id, { node: true, ...more });
type Entry = readonly LesionInput[] | (Partial<TimepointInput> & { lesions: LesionInput[] });

function visitsOf(entries: readonly Entry[]) {
  const timepoints = entries.map((entry, index): TimepointInput => {
    const more = 'lesions' in entry ? entry : { lesions: [...entry] };
    return { id: `V${index}`, ...more };
  });
  const { baseline, visits } = readSubject(
    { criterion: 'recist-1.1', timepoints },
    diameters(5),
    []
  );
  if (!baseline) throw new Error('no baseline');
  return { baseline, visits };
}

/** State, states by lesion and text of the last of these visits. */
function rated(entries: readonly Entry[], petNewLesion = false) {
  const { baseline, visits } = visitsOf(entries);
  const last = visits.at(-1);
  if (!last) throw new Error('no visit');
  const { state, perLesion, trace } = rateNewLesions(
    last,
    visits.slice(0, -1),
    baseline,
    { petNewLesion },
    lengthScale([])
  );
  return { state, perLesion: Object.fromEntries(perLesion), text: made(trace[0]?.text ?? '') };
}

describe('the state of a new lesion', () => {
  it.each<[string, LesionInput, string]>([
    ['stated', fresh('L', { status: 'unequivocal' }), 'YES'],
    ['doubtful', fresh('L', { status: 'equivocal' }), 'EQUIVOCAL'],
    ['not evaluable', fresh('L', { status: 'unequivocal', evaluable: false }), 'NE'],
    ['absent', fresh('L', { status: 'absent', longestDiameterMm: 12 }), 'NO'],
    ['named alone', fresh('L'), 'NE'],
    ['of 0 mm', fresh('L', { longestDiameterMm: 0 }), 'NO'],
    [
      'of 0 mm, yet too small to measure',
      fresh('L', { longestDiameterMm: 0, tooSmallToMeasure: true }),
      'YES',
    ],
    ['too small to measure', fresh('L', { tooSmallToMeasure: true }), 'YES'],
    ['measured by its short axis', fresh('L', { shortAxisMm: 4 }), 'YES'],
    ['part of a joint mass', fresh('L', { mergedInto: 'T01' }), 'YES'],
    ['a node of 9.9 mm', node('L', { shortAxisMm: 9.9, status: 'unequivocal' }), 'NO'],
    ['a node of 10 mm', node('L', { shortAxisMm: 10 }), 'YES'],
    [
      'a node of 10 mm called too small',
      node('L', { shortAxisMm: 10, tooSmallToMeasure: true }),
      'YES',
    ],
    // Too small to measure counts 5 mm, and a node of 5 mm is normal.
    [
      'a node too small to measure',
      node('L', { tooSmallToMeasure: true, status: 'unequivocal' }),
      'NO',
    ],
    ['a node without a size', node('L', { status: 'unequivocal' }), 'YES'],
    ['a node by its long axis', node('L', { longestDiameterMm: 20 }), 'NE'],
    ['on FDG-PET alone', fresh('L', { method: 'fdg-pet', status: 'present' }), 'NO'],
    ['on PET/CT', fresh('L', { method: 'PET/CT', status: 'present' }), 'YES'],
    ['on PET/MR', fresh('L', { method: 'PET/MR', status: 'present' }), 'YES'],
    ['by ultrasound', fresh('L', { method: 'ULTRASOUND', status: 'present' }), 'YES'],
    ['on CT', fresh('L', { method: 'CT', status: 'present' }), 'YES'],
    ['by no method', fresh('L', { method: null, status: 'present' }), 'YES'],
  ])('that is %s', (_name, lesion, expected) => {
    const { state, perLesion } = rated([[], [lesion]]);
    expect([state, perLesion]).toEqual([expected, { L: expected }]);
  });
  it('on FDG-PET alone counts with a negative PET at baseline, where it may', () => {
    const focus = [fresh('L', { method: 'FDG-PET', status: 'present' })];
    const negative = { lesions: [], petNegative: true };
    expect(rated([negative, focus], true).state).toBe('YES');
    expect(rated([negative, focus], false).state).toBe('NO');
    expect(rated([{ lesions: [], petNegative: false }, focus], true).state).toBe('NO');
    expect(rated([[], focus], true).state).toBe('NO');
  });
});

describe('new lesions of a visit', () => {
  const sure = (id: string) => fresh(id, { status: 'unequivocal' });
  const doubt = (id: string) => fresh(id, { status: 'equivocal' });
  const unread = (id: string) => fresh(id, { evaluable: false });
  it.each<[string, Entry[], string, Record<string, string>, string]>([
    ['none', [[], []], 'NO', {}, 'No new lesion.'],
    [
      'sure of two',
      [[], [sure('L01'), doubt('L02'), sure('L03'), unread('L04')]],
      'YES',
      { L01: 'YES', L02: 'EQUIVOCAL', L03: 'YES', L04: 'NE' },
      'Unequivocal new lesion: L01, L03.',
    ],
    [
      'doubt of two',
      [[], [unread('L04'), doubt('L02'), doubt('L03')]],
      'EQUIVOCAL',
      { L02: 'EQUIVOCAL', L03: 'EQUIVOCAL', L04: 'NE' },
      'Equivocal new lesion L02, L03: no progression unless a later visit confirms it.',
    ],
    [
      'two that were not read, one of them seen before',
      [[], [doubt('L01')], [unread('L02')]],
      'NE',
      { L01: 'NE', L02: 'NE' },
      'Whether L02, L01 is there could not be judged.',
    ],
    [
      'a visit without images',
      [[], [doubt('L01')], { lesions: [sure('L02')], evaluable: false }],
      'NE',
      { L01: 'NE' },
      'Not evaluable: whether there are new lesions is not known.',
    ],
  ])('%s', (_name, entries, state, perLesion, text) => {
    expect(rated(entries)).toEqual({ state, perLesion, text });
  });
});

describe('lesions that can be new', () => {
  const target: LesionInput = {
    id: 'T01',
    role: 'target',
    location: 'LIVER',
    longestDiameterMm: 20,
  };
  const part = (id: string, splitFrom: string) => fresh(id, { splitFrom, longestDiameterMm: 8 });
  it.each<[string, Entry[], string[]]>([
    ['a lesion since the baseline', [[target], [target, fresh('L01')]], ['L01']],
    ['no target of the baseline that is called new', [[target], [fresh('T01')]], []],
    ['one that the baseline already called new', [[target, fresh('L01')], [fresh('L01')]], ['L01']],
    ['no part of a target', [[target], [part('T01a', 'T01')]], []],
    ['no part of a part', [[target], [part('T01a', 'T01')], [part('T01aa', 'T01a')]], []],
    ['a part of a new lesion', [[target], [fresh('L01')], [part('L01a', 'L01')]], ['L01a']],
    ['a part of nothing known', [[target], [part('L01a', 'L09')]], ['L01a']],
  ])('%s', (_name, entries, expected) => {
    const { baseline, visits } = visitsOf(entries);
    const last = visits.at(-1);
    expect(last && newLesionsOf(last, [baseline, ...visits]).map(({ id }) => id)).toEqual(expected);
  });
});

describe('a new lesion of a criterion without rules for nodes', () => {
  it.each<[string, Partial<LesionInput>, string]>([
    ['not evaluable', { evaluable: false, status: 'unequivocal' }, 'NE'],
    ['absent', { status: 'absent', longestDiameterMm: 5 }, 'NO'],
    ['equivocal', { status: 'equivocal', longestDiameterMm: 5 }, 'EQUIVOCAL'],
    ['stated', { status: 'present', longestDiameterMm: 0 }, 'YES'],
    ['too small to measure', { tooSmallToMeasure: true }, 'YES'],
    ['measured', { longestDiameterMm: 0.1 }, 'YES'],
    ['a node measured', { shortAxisMm: 4 }, 'YES'],
    ['of 0 mm', { longestDiameterMm: 0 }, 'NO'],
    ['a node of 0 mm', { shortAxisMm: 0 }, 'NO'],
    ['named alone', {}, 'NE'],
  ])('that is %s', (_name, more, expected) => {
    expect(plainNewLesion(fresh('L', more))).toBe(expected);
  });
});
