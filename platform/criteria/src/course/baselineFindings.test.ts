import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

type More = Partial<LesionInput>;
const source = 'Eisenhauer 2009 (RECIST 1.1) section 3.1';
const found = (more: More) => {
  const [baseline] = assess({
    criterion: 'recist-1.1',
    timepoints: [
      { id: 'BL', lesions: [{ id: 'T01', role: 'target', location: 'LIVER', ...more }] },
    ],
  }).timepoints;
  return baseline?.findings;
};
const block = (rule: string, text: string) => [
  { rule: `baseline.${rule}`, severity: 'block', lesion: 'T01', text: `T01: ${text}`, source },
];

describe('a target that is too small', () => {
  const of = (mm: number, more: More = {}) => ({ longestDiameterMm: mm, ...more });
  const node = (mm: number, more: More = {}) => ({
    location: 'LYMPH NODE',
    shortAxisMm: mm,
    ...more,
  });
  const slice = (mm: number) => ({ sliceThicknessMm: mm });
  const thick = (mm: number, sliceMm: number, kind: string) =>
    block(
      'sliceThickness',
      `${mm} mm is below twice the slice thickness of ${sliceMm} mm; ${kind}.`
    );
  const film = (mm: number) =>
    block('target.tooSmall', `${mm} mm is below 20 mm on a chest film; record it as non-target.`);
  it.each<[string, More, object[]]>([
    ['10 mm', of(10), []],
    [
      '9.9 mm',
      of(9.9),
      block('target.tooSmall', '9.9 mm is below 10 mm longest diameter; record it as non-target.'),
    ],
    ['10 mm on slices of 5 mm', of(10, slice(5)), []],
    [
      '10.1 mm on slices of 5.1 mm',
      of(10.1, slice(5.1)),
      thick(10.1, 5.1, 'record it as non-target'),
    ],
    ['10.2 mm on slices of 5.1 mm', of(10.2, slice(5.1)), []],
    ['19 mm on a chest film', of(19, { method: 'Chest X-ray' }), film(19)],
    ['19 mm on a film of another name', of(19, { method: 'chest film' }), film(19)],
    ['20 mm on a chest film', of(20, { method: 'CHEST FILM' }), []],
    ['19 mm on CT', of(19, { method: 'CT' }), []],
    ['a node of 15 mm', node(15), []],
    [
      'a node of 14.9 mm',
      node(14.9),
      block(
        'node.tooSmall',
        '14.9 mm is below 15 mm short axis; a pathological node, but non-target.'
      ),
    ],
    [
      'a node of 10 mm',
      node(10),
      block(
        'node.tooSmall',
        '10 mm is below 15 mm short axis; a pathological node, but non-target.'
      ),
    ],
    [
      'a node of 9.9 mm',
      node(9.9),
      block('node.tooSmall', '9.9 mm is below 15 mm short axis; a normal node.'),
    ],
    ['a node of 15 mm on slices of 7.5 mm', node(15, slice(7.5)), []],
    [
      'a node of 15 mm on slices of 8 mm',
      node(15, slice(8)),
      thick(15, 8, 'a pathological node, but non-target'),
    ],
  ])('%s', (_name, more, expected) => {
    expect(found(more)).toEqual(expected);
  });
});
