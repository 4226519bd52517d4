import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';
import type { IwcllTimepoint, Labs } from './inputs.js';

interface Row extends IwcllTimepoint {
  /** Longest diameter and perpendicular of one node, mm. */
  readonly node?: readonly [number, number];
}

/** Rule and margin of one parameter at the last of these visits; every one has an enlarged node. */
function marginOf(name: string, rows: readonly Row[]) {
  const { timepoints } = assess({
    criterion: 'iwcll-2018',
    timepoints: rows.map(({ node: [a, b] = [20, 20], ...clinical }, index) => ({
      id: `V${index}`,
      ...clinical,
      lesions: [
        {
          id: 'T01',
          role: 'target',
          location: 'LYMPH NODE',
          longestDiameterMm: a,
          perpendicularDiameterMm: b,
        },
      ],
    })),
  } as AssessmentInput);
  const found = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith(`${name}.`));
  return [found?.rule, found?.margin?.value, found?.margin?.category];
}
const nodes = (...sizes: [number, number][]): Row[] => sizes.map(node => ({ node }));
const spleen = (...lengths: number[]): Row[] => lengths.map(spleenLengthMm => ({ spleenLengthMm }));
const blood = (...labs: Labs[]): Row[] => labs.map(one => ({ labs: one }));
const platelets = (base: number, now: number, more: Labs = {}) =>
  blood({ platelets10e9PerL: base }, { platelets10e9PerL: now, ...more });
const hb = (base: number, now: number, more: Labs = {}) =>
  blood({ haemoglobinGPerDl: base }, { haemoglobinGPerDl: now, ...more });
const due = { cytopeniaDueToCll: true };

describe('the margin of each parameter of iwCLL', () => {
  it.each([
    ['nodes', 'half of 5000 mm²', nodes([100, 50], [52, 50]), ['nodes.sd', 100, 'PR']],
    [
      'nodes',
      'half more than 2400',
      nodes([100, 50], [48, 50], [70, 50]),
      ['nodes.sd', -100, 'PD'],
    ],
    ['nodes', 'back from it', nodes([100, 50], [48, 50], [74, 50]), ['nodes.pd', 100, 'SD']],
    ['spleen', 'half of an excess of 50 mm', spleen(180, 156), ['spleen.sd', 1, 'PR']],
    ['spleen', 'half more than an excess of 20', spleen(180, 150, 159), ['spleen.sd', -1, 'PD']],
    ['spleen', 'newly enlarged from 130 mm', spleen(120, 128), ['spleen.sd', -2, 'PD']],
    ['spleen', 'back from there', spleen(120, 133), ['spleen.pd.newlyEnlarged', 3, 'SD']],
    [
      'lymphocytes',
      '5, though half more than 3 is 4.5',
      blood({ lymphocytes10e9PerL: 3 }, { lymphocytes10e9PerL: 4.6 }),
      ['lymphocytes.sd', -0.4, 'PD'],
    ],
    [
      'lymphocytes',
      'half of 80',
      blood({ lymphocytes10e9PerL: 80 }, { lymphocytes10e9PerL: 39 }),
      ['lymphocytes.pr', -1, 'SD'],
    ],
    ['platelets', 'half more than 60 is before 100', platelets(60, 85), ['platelets.sd', -5, 'PR']],
    ['platelets', 'half of 150', platelets(150, 80, due), ['platelets.sd', 5, 'PD']],
    ['platelets', 'no fall of another cause', platelets(150, 80), ['platelets.sd', -20, 'PR']],
    [
      'platelets',
      'none under transfusion',
      platelets(60, 85, { supported: true }),
      ['platelets.sd', undefined, undefined],
    ],
    ['haemoglobin', '2 g/dL below 12', hb(12, 10.4, due), ['haemoglobin.sd', 0.4, 'PD']],
    ['haemoglobin', 'back from it', hb(12, 9.5, due), ['haemoglobin.pd', -0.5, 'SD']],
    // A fall by half of 200 or by 2 of 13 g/dL ends at the limit of a normal count.
    ['platelets', 'back to normal', platelets(200, 90, due), ['platelets.pd', -10, 'PR']],
    ['haemoglobin', 'back to normal', hb(13, 10.5, due), ['haemoglobin.pd', -0.5, 'PR']],
    [
      'marrow',
      'half more than 20 %',
      blood({ marrowCllPct: 20 }, { marrowCllPct: 31 }),
      ['marrow.pd', 1, 'SD'],
    ],
  ] as const)('%s: %s', (name, _what, rows, expected) => {
    expect(marginOf(name, rows)).toEqual(expected);
  });
});
