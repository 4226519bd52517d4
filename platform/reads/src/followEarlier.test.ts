import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carryForward } from './carryForward.js';
import { addLesion, removeLesion, setLocation, setRole, setState } from './editLesions.js';
import { followEarlier } from './followEarlier.js';
import { split } from './linkLesions.js';
import { parseReadDocument } from './parseReadDocument.js';
import { emptyReadDocument, type LesionRole, type ReadDocument } from './readDocument.js';
import { markOf } from './readDocument.testdata.js';
import { setMark } from './setMark.js';

const added = (document: ReadDocument, role: LesionRole, uid: number, baseline: boolean) =>
  addLesion(document, { role, baseline, trackingUid: `2.25.${uid}` });

/** A baseline of two measured targets in the liver. */
const baselineRead = (): ReadDocument => {
  let document = emptyReadDocument();
  for (const [id, uid, mm] of [
    ['T01', 1, 30],
    ['T02', 2, 20],
  ] as const) {
    document = setLocation(added(document, 'target', uid, true), id, 'LIVER');
    document = setMark(document, id, markOf(mm));
  }
  return document;
};

/** The follow-up as begun after that baseline, T01 measured. */
const followUp = (): ReadDocument => setMark(carryForward([baselineRead()]), 'T01', markOf(24));

const shortly = ({ lesions }: ReadDocument) =>
  lesions.map(({ id, trackingUid, state, mark }) => [
    ...[id, trackingUid, state, mark?.longestDiameterMm ?? null],
  ]);

describe('a draft whose earlier timepoints changed after it was begun', () => {
  it('is as it was where nothing changed, and where there is nothing earlier', () => {
    expect(followEarlier(followUp(), [baselineRead()])).toEqual(followUp());
    expect(followEarlier(baselineRead(), [])).toEqual(baselineRead());
  });

  it('has what was added there to do, and keeps what was measured here', () => {
    const baseline = added(baselineRead(), 'target', 3, true);
    expect(shortly(followEarlier(followUp(), [baseline]))).toEqual([
      ['T01', '2.25.1', 'measured', 24],
      ['T02', '2.25.2', 'toDo', null],
      ['T03', '2.25.3', 'toDo', null],
    ]);
  });

  it('has no more what was removed there, with what points to it', () => {
    const draft = { ...followUp(), view: { ...followUp().view, selectedLesion: 'T01' } };
    const image = { studyInstanceUid: '2.25.1', seriesInstanceUid: '2.25.2' };
    const keyImages = [
      {
        ...{ lesion: '2.25.1', ...image, sopInstanceUid: '2.25.3', frameNumber: 1 },
        ...{ windowCenter: null, windowWidth: null },
      },
    ];
    const found = followEarlier({ ...draft, keyImages }, [removeLesion(baselineRead(), 'T01')]);
    expect(shortly(found)).toEqual([['T02', '2.25.2', 'toDo', null]]);
    expect(found.keyImages).toEqual([]);
    expect(found.view.selectedLesion).toBeNull();
  });

  it('follows role, id and place, and is judged anew where its state does not fit', () => {
    const smaller = setState(followUp(), 'T02', 'tooSmallToMeasure');
    const moved = setLocation(baselineRead(), 'T02', 'LUNG');
    const baseline = setRole(setRole(moved, 'T02', 'non-target', true), 'T01', 'non-target', true);
    const found = followEarlier(smaller, [baseline]);
    // A measured target is a non-target that is there; one too small to measure says nothing of a non-target.
    expect(shortly(found)).toEqual([
      ['NT02', '2.25.1', 'present', 24],
      ['NT01', '2.25.2', 'toDo', null],
    ]);
    expect(found.lesions[1]?.location).toBe('LUNG');
  });

  it('gives a lesion first seen here the next free id when an earlier timepoint has one of its own', () => {
    const here = added(followUp(), 'new', 8, false);
    const between = added(carryForward([baselineRead()]), 'new', 7, false);
    expect(shortly(followEarlier(here, [baselineRead(), between]))).toEqual([
      ['T01', '2.25.1', 'measured', 24],
      ['T02', '2.25.2', 'toDo', null],
      ['NL02', '2.25.8', 'toDo', null],
      ['NL01', '2.25.7', 'toDo', null],
    ]);
  });

  it('reads a lesion that is split earlier now through its parts', () => {
    const between = split(carryForward([baselineRead()]), 'T01', ['2.25.5', '2.25.6']);
    expect(shortly(followEarlier(followUp(), [baselineRead(), between]))).toEqual([
      ['T01', '2.25.1', 'split', null],
      ['T02', '2.25.2', 'toDo', null],
      ['T01a', '2.25.5', 'toDo', null],
      ['T01b', '2.25.6', 'toDo', null],
    ]);
  });

  it('keeps parts made here beside those of an earlier split, and loses them with their lesion', () => {
    const here = split(carryForward([baselineRead()]), 'T01', ['2.25.8', '2.25.9']);
    const between = split(carryForward([baselineRead()]), 'T01', ['2.25.5', '2.25.6']);
    const ids = followEarlier(here, [baselineRead(), between]).lesions.map(({ id }) => id);
    expect(ids.sort()).toEqual(['T01', 'T01a', 'T01b', 'T01c', 'T01d', 'T02']);
    expect(shortly(followEarlier(here, [removeLesion(baselineRead(), 'T01')]))).toEqual([
      ['T02', '2.25.2', 'toDo', null],
    ]);
  });

  it('is a whole document after any changes of the baseline, and follows once as twice', () => {
    const act = fc.oneof(
      fc.record({
        act: fc.constant('add' as const),
        role: fc.constantFrom('target', 'non-target'),
      }),
      fc.record({ act: fc.constantFrom('remove' as const, 'role' as const), at: fc.nat(5) })
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.nat(3), (acts, own) => {
        let uid = 100;
        let draft = followUp();
        for (let made = 0; made < own; made += 1) draft = added(draft, 'new', (uid += 1), false);
        const baseline = acts.reduce((document, one) => {
          if (one.act === 'add') return added(document, one.role as LesionRole, (uid += 1), true);
          const lesion = document.lesions[one.at];
          if (lesion === undefined) return document;
          const other = lesion.role === 'target' ? 'non-target' : 'target';
          return one.act === 'remove'
            ? removeLesion(document, lesion.id)
            : setRole(document, lesion.id, other, true);
        }, baselineRead());
        const found = followEarlier(draft, [baseline]);
        expect(parseReadDocument(found)).toMatchObject({ ok: true });
        expect(followEarlier(found, [baseline])).toEqual(found);
        const here = new Map(found.lesions.map(lesion => [lesion.trackingUid, lesion]));
        for (const { trackingUid, id, role } of baseline.lesions) {
          expect(here.get(trackingUid)).toMatchObject({ id, role });
        }
        expect(found.lesions).toHaveLength(baseline.lesions.length + own);
      })
    );
  });
});
