import { describe, expect, it } from '@jest/globals';
import { addLesion, setComment, setLocation } from './index.js';
import { mergeVersions, readDifferences } from './mergeVersions.js';
import { parseReadDocument } from './parseReadDocument.js';
import { emptyReadDocument, type ReadDocument } from './readDocument.js';
import { markOf } from './readDocument.testdata.js';

const withTarget = (document: ReadDocument, uid: number, longest: number): ReadDocument =>
  addLesion(document, {
    ...{ role: 'target', location: 'LIVER', mark: markOf(longest), baseline: true },
    trackingUid: `2.25.${uid}`,
  });

const base = withTarget(emptyReadDocument(), 1, 30);
const ids = (mine: ReadDocument, theirs: ReadDocument): string[] =>
  readDifferences(mine, theirs).map(({ id }) => id);
const all = (): boolean => true;
const none = (): boolean => false;

describe('two versions of a read', () => {
  it('differ by lesion and field, and not by where the images stood', () => {
    const theirs = setComment(
      setLocation(setComment(base, 'T01', 'near the vein'), 'T01', 'LUNG'),
      null,
      'seen twice'
    );
    expect(ids(base, theirs)).toEqual(['2.25.1 place', '2.25.1 comment', 'comment']);
    expect(ids(base, { ...base, view: { ...base.view, selectedLesion: 'T01' } })).toEqual([]);
    const { lesions } = base;
    const grown = { ...base, lesions: lesions.map(one => ({ ...one, mark: markOf(31) })) };
    expect(ids(base, grown)).toEqual(['2.25.1 finding']);
  });

  it('are merged field by field', () => {
    const mine = setComment(base, 'T01', 'mine');
    const theirs = setLocation(setComment(base, 'T01', 'theirs'), 'T01', 'LUNG');
    const merged = mergeVersions(mine, theirs, id => id === '2.25.1 place');
    expect(merged.lesions).toMatchObject([{ comment: 'mine', location: 'LUNG' }]);
  });

  it('give one or the other whole', () => {
    const mine = setComment(withTarget(base, 2, 20), null, 'mine');
    const theirs: ReadDocument = { ...withTarget(base, 3, 25), ntFurther: true, noDisease: false };
    expect(mergeVersions(mine, theirs, none)).toEqual(mine);
    expect(mergeVersions(mine, theirs, all).lesions.map(one => one.trackingUid)).toEqual([
      ...['2.25.1', '2.25.3'],
    ]);
    expect(mergeVersions(mine, theirs, all)).toMatchObject({ comment: '', ntFurther: true });
    expect('ntFurther' in mergeVersions(theirs, mine, all)).toBe(false);
  });

  it('keep both of two lesions that were drawn apart under one name', () => {
    const [mine, theirs] = [withTarget(base, 2, 20), withTarget(base, 3, 25)];
    const merged = mergeVersions(mine, theirs, id => id === '2.25.3 whole');
    expect(merged.lesions.map(({ id, trackingUid }) => `${id} ${trackingUid}`)).toEqual([
      ...['T01 2.25.1', 'T02 2.25.2', 'T03 2.25.3'],
    ]);
    expect(parseReadDocument(merged)).toMatchObject({ ok: true });
  });

  it('are valid merged, also where a link leads to a lesion that was not taken', () => {
    const mine = withTarget(base, 2, 20);
    const theirs: ReadDocument = {
      ...withTarget(base, 3, 25),
      lesions: withTarget(base, 3, 25).lesions.map(one =>
        one.id === 'T01' ? { ...one, state: 'merged', mark: null, mergedInto: 'T02' } : one
      ),
      keyImages: [
        {
          ...{ lesion: '2.25.3', studyInstanceUid: '1.2', seriesInstanceUid: '1.3' },
          ...{ sopInstanceUid: '1.4', frameNumber: 1, windowCenter: null, windowWidth: null },
        },
      ],
    };
    const merged = mergeVersions({ ...mine, lesions: mine.lesions.slice(0, 1) }, theirs, id =>
      ['2.25.1 finding', 'keyImages'].includes(id)
    );
    expect(merged.lesions).toMatchObject([{ id: 'T01', state: 'toDo', mergedInto: null }]);
    expect(merged.keyImages).toEqual([]);
    expect(parseReadDocument(merged)).toMatchObject({ ok: true });
  });
});
