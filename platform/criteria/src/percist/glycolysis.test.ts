import { describe, expect, it } from '@jest/globals';
import { hot, overalls, rulesOf, scan, targetTrace, visitOf } from './course.testdata.js';
import type { PercistLesion } from './inputs.js';

const two = (id: string, sul: number | null, tlg: number | null, more = {}): PercistLesion =>
  hot(sul, { id, tlg, ...more });
const base = scan([two('T01', 6, 30), two('T02', 5, 30)]);
const single = (tlg: number | null, sul = 6) => scan([hot(sul)], { tlg });

describe('the sum over the lesions', () => {
  it('reaches progression at 75 %, 105 of 60 g', () => {
    expect(overalls([base, scan([two('T01', 6, 60), two('T02', 5, 45)])])).toEqual(['PMD']);
    expect(overalls([base, scan([two('T01', 6, 60), two('T02', 5, 44)])])).toEqual(['SMD']);
  });
  it('has a merged lesion in that of its host', () => {
    const merged = { id: 'T02', role: 'target', mergedInto: 'T01' } as const;
    expect(overalls([base, scan([two('T01', 6, 105), merged])])).toEqual(['PMD']);
  });
  it('has the parts of a lesion, and what is left of it where that is measured', () => {
    const part = (id: string, tlg: number | null) => two(id, 6, tlg, { splitFrom: 'T01' });
    const other = two('T02', 5, 30);
    const parent = (tlg: number | null) => two('T01', null, tlg);
    const parts = (first: number | null) => [part('T01a', first), part('T01b', 35), other];
    expect(overalls([base, scan(parts(40))])).toEqual(['PMD']);
    expect(overalls([base, scan([parent(null), ...parts(40)])])).toEqual(['PMD']);
    expect(overalls([base, scan([parent(null), ...parts(39)])])).toEqual(['SMD']);
    expect(overalls([base, scan([parent(1), ...parts(39)])])).toEqual(['PMD']);
    expect(overalls([base, scan(parts(null))])).toEqual(['SMD']);
    expect(rulesOf([base, scan(parts(null))])).toContain('tlg.missing');
  });
  it('is not known with a lesion that was not read, be it stated or not listed', () => {
    const first = two('T01', 6, 110, { hottest: true });
    for (const visit of [[first, two('T02', null, 50, { evaluable: false })], [first]]) {
      expect(overalls([base, scan(visit)])).toEqual(['SMD']);
      expect(rulesOf([base, scan(visit)])).toContain('tlg.missing');
      expect(visitOf([base, scan(visit)]).burdens?.['tlg']).toBeNull();
    }
  });
});

describe('the total', () => {
  it('is compared with the lowest of those that are known', () => {
    const nadir = { 'percist.pmdRef': 'nadir' };
    expect(overalls([single(60), single(null), single(105)], nadir)).toEqual(['SMD', 'PMD']);
    expect(overalls([single(80), single(60), single(105)], nadir)).toEqual(['SMD', 'PMD']);
    expect(overalls([single(80), single(60), single(105)])).toEqual(['SMD', 'SMD']);
    // Nothing to compare with without a baseline's.
    expect(overalls([single(null), single(60), single(105)], nadir)).toEqual(['SMD', 'SMD']);
  });
  it('from 0 is extended by anything above it', () => {
    expect(overalls([single(0), single(0)])).toEqual(['SMD']);
    expect(overalls([single(0), single(1)])).toEqual(['PMD']);
    expect(targetTrace([single(0), single(1)]).text).toContain(
      'Total lesion glycolysis n/a against the baseline of 0 g'
    );
  });
  it('of a scan that could not be read is not taken', () => {
    const visit = scan([hot(6)], { tlg: 90, evaluable: false });
    expect(visitOf([single(60), visit]).burdens?.['tlg']).toBeNull();
  });
  it('is contradicted by lesions that add up to more', () => {
    const rules = (tlg: number) =>
      rulesOf([base, scan([two('T01', 6, 30), two('T02', 5, 30)], { tlg })]);
    expect(rules(59)).toContain('tlg.contradiction');
    expect(rules(60)).not.toContain('tlg.contradiction');
    expect(rulesOf([single(60), single(60)])).not.toContain('tlg.contradiction');
  });
});
