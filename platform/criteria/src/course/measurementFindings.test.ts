import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { measurementFindings } from './measurementFindings.js';

const reading = 'Eisenhauer 2009 (RECIST 1.1) sections 4.2 and 4.4';
const nodes = 'Eisenhauer 2009 (RECIST 1.1) section 4.3.1 (nodes: short axis)';

type Entry = Partial<LesionInput>;
const found = (entry: Entry, node: boolean, isParent = false) =>
  measurementFindings({ id: 'T01', role: 'target', ...entry }, node, isParent);
const block = (rule: string, text: string, source = reading) => [
  { rule: `measurement.${rule}`, severity: 'block', lesion: 'T01', text: `T01${text}`, source },
];

describe('what a target measures', () => {
  const missing = block('missing', ' has neither a measurement nor a state.');
  const notIts = (mm: number, status: string) =>
    block(
      'contradiction',
      `: ${mm} mm and status "${status}" contradict each other; the lesion counts as not evaluable.`
    );
  const neither = block(
    'contradiction',
    ': too small to measure and status "absent" contradict each other; the lesion counts as not evaluable.'
  );
  it.each<[string, Entry, object[]]>([
    ['a size', { longestDiameterMm: 20 }, []],
    ['a size of a lesion that is present', { longestDiameterMm: 20, status: 'present' }, []],
    [
      'a size of a lesion that is absent',
      { longestDiameterMm: 20.5, status: 'absent' },
      notIts(20.5, 'absent'),
    ],
    [
      'a size of a lesion that is absent and too small',
      { longestDiameterMm: 4, status: 'absent', tooSmallToMeasure: true },
      notIts(4, 'absent'),
    ],
    ['absent and too small', { status: 'absent', tooSmallToMeasure: true }, neither],
    [
      'absent and too small, 0 mm',
      { status: 'absent', tooSmallToMeasure: true, longestDiameterMm: 0 },
      neither,
    ],
    [
      'absent and too small of one that is not evaluable',
      { status: 'absent', tooSmallToMeasure: true, evaluable: false },
      [],
    ],
    ['0 mm', { longestDiameterMm: 0 }, []],
    ['0 mm of a lesion that is absent', { longestDiameterMm: 0, status: 'absent' }, []],
    [
      '0 mm of a lesion that is present',
      { longestDiameterMm: 0, status: 'present' },
      notIts(0, 'present'),
    ],
    [
      '0 mm of a lesion that is there, but too small to measure',
      { longestDiameterMm: 0, status: 'present', tooSmallToMeasure: true },
      [],
    ],
    ['nothing', {}, missing],
    ['nothing, by null', { longestDiameterMm: null, shortAxisMm: null, status: null }, missing],
    ['that it is present', { status: 'present' }, missing],
    ['that it is absent', { status: 'absent' }, []],
    ['that it is evaluable', { evaluable: true }, missing],
    ['that it is not evaluable', { evaluable: false }, []],
    ['that it is too small', { tooSmallToMeasure: true }, []],
    ['that it is not too small', { tooSmallToMeasure: false }, missing],
    ['that it is merged', { mergedInto: 'T02' }, []],
    [
      '0 mm of a lesion that is there, but merged',
      { longestDiameterMm: 0, status: 'present', mergedInto: 'T02' },
      [],
    ],
    ['that it was treated', { locallyTreated: {} }, []],
    [
      'a short axis alone',
      { shortAxisMm: 12 },
      block(
        'longestDiameterMissing',
        ' has a short axis only; the longest diameter counts and is missing.'
      ),
    ],
    ['a short axis of a lesion that is gone', { shortAxisMm: 12, status: 'absent' }, []],
  ])('%s', (_name, entry, expected) => {
    expect(found(entry, false)).toEqual(expected);
  });

  it.each<[string, Entry, object[]]>([
    ['a short axis', { shortAxisMm: 20 }, []],
    ['nothing', {}, missing],
    [
      'a longest diameter alone',
      { longestDiameterMm: 20 },
      block(
        'nodeLongAxis',
        ' is a node measured by its long axis; the short axis counts and is missing.',
        nodes
      ),
    ],
    [
      '0 mm of a node that is present',
      { shortAxisMm: 0, longestDiameterMm: 20, status: 'present' },
      notIts(0, 'present'),
    ],
  ])('a node: %s', (_name, entry, expected) => {
    expect(found(entry, true)).toEqual(expected);
  });

  it('nothing is missing of a lesion that its parts stand for', () => {
    expect(found({}, false, true)).toEqual([]);
    expect(found({ longestDiameterMm: 9, status: 'absent' }, false, true)).toEqual(
      notIts(9, 'absent')
    );
  });
});
