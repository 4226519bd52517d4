import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeAt } from './placeAt.js';

/** The place at the bar of a text. */
const at = (marked: string) => {
  const offset = marked.indexOf('|');
  return placeAt(marked.slice(0, offset) + marked.slice(offset + 1), offset);
};

describe('a place of a charter', () => {
  it.each([
    ['the first key of a text', '|', 'key', []],
    ['a key at the top', 'area: oncology\nti|', 'key', []],
    ['a line of a mapping in a list', 'timepoints:\n  - id: BL\n    ki|', 'key', ['timepoints', 0]],
    ['the first key of an entry', 'sites:\n  - { code: "1" }\n  - co|', 'key', ['sites', 1]],
    ['a value in a line', 'area: on|', 'value', ['area']],
    ['a value of nothing yet', 'trial:\n  phase: |', 'value', ['trial', 'phase']],
    ['a key in braces', 'timepoints:\n  - { id: BL, ki| }', 'key', ['timepoints', 0]],
    ['a value in braces', 'timepoints:\n  - { kind: ba| }', 'value', ['timepoints', 0, 'kind']],
    [
      'braces that do not end',
      'timepoints:\n  - { id: BL, kind: |',
      'value',
      ['timepoints', 0, 'kind'],
    ],
    [
      'an entry of a list in brackets',
      'tracks:\n  - slots: [R1, R|]',
      'value',
      ['tracks', 0, 'slots', 1],
    ],
    ['a line below a key', 'trial:\n  na|', 'key', ['trial']],
    ['a key with its value', 'trial:\n  na|me: One', 'key', ['trial']],
  ] as const)('is %s', (_title, marked, kind, path) => {
    expect(at(marked)).toMatchObject({ kind, path });
  });

  it('is none in a comment', () => {
    expect(at('area: oncology # on|')).toBeNull();
  });

  it('says which keys are there, and what stands around the word', () => {
    expect(at('trial:\n  id: A\n  ph|: 2\n  name: B')).toMatchObject({
      ...{ present: ['id', 'name'], colon: true, quoted: false },
    });
    expect(at("trial: { phase: '2| }")).toMatchObject({ path: ['trial', 'phase'], quoted: true });
  });

  it('never throws, whatever is written', () => {
    const pieces = fc.constantFrom(
      'a:',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      "'",
      '&x',
      '*x',
      '#',
      'b'
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.nat(12), (parts, place) => {
        const text = parts.join('');
        const found = placeAt(text, Math.min(place, text.length));
        return found === null || (found.from <= found.to && found.to <= text.length);
      })
    );
  });
});
