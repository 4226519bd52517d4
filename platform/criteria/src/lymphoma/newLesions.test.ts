import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { fresh, node, type Row, visits } from './course.testdata.js';

const target = (longest: number) => node('N1', longest, 9);
const row = (lesions: LesionInput[], more: Record<string, unknown> = {}): Row => [
  [target(14), ...lesions],
  more,
];
const run = (rows: readonly Row[], parameters: Record<string, unknown> = {}) =>
  visits('cheson-2007', [[[node('N1', 30, 20)]], ...rows], parameters);
const NL = (more: Partial<LesionInput>) => fresh('NL', more);
const equivocal = NL({ status: 'equivocal' });
const sure = NL({ status: 'unequivocal' });

describe('an equivocal new lesion', () => {
  const revised = (rows: readonly Row[]) => run(rows).map(one => one.revised?.value ?? null);
  it('is progression from when it was first seen once a later visit is sure of it', () => {
    expect(revised([row([equivocal]), row([equivocal]), row([sure])])).toEqual(['PD', null, null]);
  });

  it('starts again where it was gone, or a node of normal size, in between', () => {
    const absent = NL({ status: 'absent' });
    expect(revised([row([equivocal]), row([absent]), row([sure])])).toEqual([null, null, null]);
    const small = NL({ status: 'equivocal', node: true, longestDiameterMm: 12 });
    expect(revised([row([equivocal]), row([small]), row([sure])])).toEqual([null, null, null]);
  });

  it('does not go by a visit that is not evaluable', () => {
    expect(revised([row([equivocal], { evaluable: false }), row([sure])])).toEqual([null, null]);
  });
});

describe('new lesions that were not judged', () => {
  const one = (rows: readonly Row[], parameters = {}) => run(rows, parameters).at(-1);
  it('forbid CR, unless they are ignored', () => {
    const rows = [row([equivocal]), row([])];
    expect(one(rows)).toMatchObject({ overall: 'PR', newLesions: null });
    expect(one(rows, { newLesionNe: 'ignore' })?.overall).toBe('CR');
    expect(one([row([NL({})])])?.overall).toBe('PR');
  });

  it('are not those that were listed at baseline by mistake', () => {
    const rows: Row[] = [[[node('N1', 30, 20), sure]], row([])];
    expect(visits('cheson-2007', rows)[0]).toMatchObject({ overall: 'CR', newLesions: false });
  });

  it('that are too small to measure are none', () => {
    expect(one([row([NL({ tooSmallToMeasure: true, status: 'unequivocal' })])])?.overall).toBe(
      'CR'
    );
    expect(one([row([NL({ tooSmallToMeasure: true })])])?.overall).toBe('CR');
  });
});

describe('the limit of size', () => {
  const threshold = (criterion: string) =>
    visits(criterion, [[[node('N1', 30, 20)]], row([])])[0]?.trace.find(
      ({ rule }) => rule === 'newLesion.none'
    )?.threshold;
  it('is told with what was decided', () => {
    expect(threshold('cheson-2007')).toBe('over 15 mm in any axis');
    expect(threshold('lugano-2014')).toBe(
      'a node over 15 mm or anything else over 10 mm in any axis; anything but a node also smaller if unequivocal'
    );
  });
});
