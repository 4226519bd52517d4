import { describe, expect, it } from '@jest/globals';
import { linkingFacts } from './linkage.js';

const passes = new Map([
  ['00280010', 'decoding'],
  ['00080020', 'time'],
]);
const set = (...facts: string[]): Set<string> => new Set(facts);

describe('what links two readers’ answers', () => {
  it('is what both are told of a subject and nobody of another', () => {
    const first = set(
      'metadata/00080020/Value = 20260106',
      'read/due = 2026-12-01',
      'images/id = a'
    );
    const second = set(
      'metadata/00080020/Value = 20260106',
      'read/due = 2026-12-01',
      'images/id = b'
    );
    expect(linkingFacts(first, second, [set('read/due = 2026-12-01')], passes)).toEqual([
      'metadata/00080020/Value = 20260106',
    ]);
  });

  it('is a header as well', () => {
    const both = set('frame: etag = "5e1f"');
    expect(linkingFacts(both, both, [set()], passes)).toEqual([...both]);
  });

  it('is not what belongs to the pixels', () => {
    const both = set('metadata/00280010/Value = 512');
    expect(linkingFacts(both, both, [set()], passes)).toEqual([]);
  });
});
