import { describe, expect, it } from '@jest/globals';
import { findLocation, locations } from './locations.js';
import { regions, standardRegions } from './regions.js';

describe('the list of locations', () => {
  it.each([null, undefined, '', 'lung', 'TOE'])('does not have %j', code => {
    expect(findLocation(code)).toBeNull();
  });
  it.each([
    ['LUNG', { organ: 'LUNG', laterality: true, node: false, measurable: true, region: 'chest' }],
    ['LIVER', { organ: 'LIVER', laterality: false, node: false, measurable: true }],
    ['ASCITES', { organ: 'PERITONEUM', measurable: false, region: 'abdomen' }],
    ['PLEURAL EFFUSION', { organ: 'PLEURA', measurable: false }],
    ['LEPTOMENINGES', { organ: 'LEPTOMENINGES', measurable: false, region: null }],
    ['LYMPH NODE', { organ: 'LYMPH NODES', node: true, laterality: false, region: null }],
    ['INGUINAL LYMPH NODE', { organ: 'LYMPH NODES', node: true, laterality: true }],
  ])('%s', (code, expected) => {
    expect(findLocation(code)).toMatchObject({ code, ...expected });
  });
  it('has each code once, and makes all nodes one organ', () => {
    expect(new Set(locations.map(({ code }) => code)).size).toBe(locations.length);
    for (const { code, organ, node } of locations) {
      expect([code, node]).toEqual([code, code.endsWith('LYMPH NODE')]);
      expect([code, organ === 'LYMPH NODES']).toEqual([code, node]);
    }
  });
});

describe('the regions of the body', () => {
  it('are those of the locations, each once, from head to foot', () => {
    const named = new Set(locations.flatMap(({ region }) => region ?? []));
    expect(regions.filter(region => region !== 'extremities').every(one => named.has(one))).toBe(
      true
    );
    expect([...named].every(region => regions.includes(region))).toBe(true);
    expect(new Set(regions).size).toBe(regions.length);
  });
  it('of an examination without more said are those of the trunk', () => {
    expect(standardRegions).toEqual(['neck', 'chest', 'abdomen', 'pelvis']);
    expect(standardRegions).toEqual(regions.filter(region => standardRegions.includes(region)));
  });
});
