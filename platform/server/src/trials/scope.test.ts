import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scopes, versionToFollow, type Scope, type VersionInForce } from './scope.js';

/** Versions v1, v2 ... with the scopes given. */
const versions = (...given: Scope[]): VersionInForce[] =>
  given.map((scope, index) => ({ id: `v${index + 1}`, scope }));

describe('the version that the next read follows', () => {
  it.each<[string, Scope[], string | null, string | null, string]>([
    ['nothing has begun: the one in force', ['newSubjects', 'newSubjects'], null, null, 'v2'],
    ['new subjects: the subject stays', ['newSubjects', 'newSubjects'], 'v1', null, 'v1'],
    ['new timepoints: later reads follow', ['newSubjects', 'newTimepoints'], 'v1', null, 'v2'],
    ['all: later reads follow', ['newSubjects', 'allWithRereading'], 'v1', null, 'v2'],
    [
      'a later amendment for new subjects leaves the one before in place',
      ['newSubjects', 'newTimepoints', 'newSubjects'],
      'v1',
      null,
      'v2',
    ],
    [
      'an amendment for new timepoints reaches subjects that the one before did not',
      ['newSubjects', 'newSubjects', 'newTimepoints'],
      'v1',
      null,
      'v3',
    ],
    [
      'the other slot reads this timepoint already: it is no new one',
      ['newSubjects', 'newTimepoints'],
      'v1',
      'v1',
      'v1',
    ],
    [
      'the other slot reads this timepoint under the amendment',
      ['newSubjects', 'newTimepoints', 'newTimepoints'],
      'v1',
      'v2',
      'v2',
    ],
    [
      'all: also a timepoint that the other slot reads',
      ['newSubjects', 'allWithRereading'],
      'v1',
      'v1',
      'v2',
    ],
  ])('%s', (_title, given, subject, timepoint, expected) => {
    expect(versionToFollow(versions(...given), { subject, timepoint })).toBe(expected);
  });

  it('is not made up', () => {
    const nothing = { subject: null, timepoint: null };
    expect(() => versionToFollow([], nothing)).toThrow('no charter version of the trial');
    expect(() => versionToFollow(versions('newSubjects'), { ...nothing, subject: 'v9' })).toThrow(
      'charter version v9 has a read and was never in force'
    );
  });

  it('is never one from before what has begun, and stays while amendments are for new subjects', () => {
    const scope = fc.constantFrom(...scopes);
    fc.assert(
      fc.property(fc.array(scope, { minLength: 1, maxLength: 8 }), fc.nat(), (given, pick) => {
        const known = versions(...given);
        const at = pick % known.length;
        const subject = `v${at + 1}`;
        const followed = versionToFollow(known, { subject, timepoint: null });
        expect(known.findIndex(({ id }) => id === followed)).toBeGreaterThanOrEqual(at);
        const more: VersionInForce[] = [...known, { id: 'more', scope: 'newSubjects' }];
        expect(versionToFollow(more, { subject, timepoint: null })).toBe(followed);
        const reaching: VersionInForce[] = [...known, { id: 'more', scope: 'newTimepoints' }];
        expect(versionToFollow(reaching, { subject, timepoint: null })).toBe('more');
      })
    );
  });
});
