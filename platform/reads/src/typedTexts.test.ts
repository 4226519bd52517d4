import { describe, expect, it } from '@jest/globals';
import {
  addLesion,
  commentOf,
  EditHistory,
  emptyReadDocument,
  reasonOf,
  reasonOfRegion,
  setComment,
  setRegionQuality,
  setState,
  typedTexts,
  type ReadDocument,
} from './index.js';

const uid = '2.25.10';
const region = 'abdomen';

const read = (): ReadDocument =>
  addLesion(emptyReadDocument([region]), {
    ...{ role: 'target', baseline: true, trackingUid: uid, location: 'LIVER' },
  });
const other = (text: string) => ({ code: 'OTHER', text });

describe('the typed texts of a read', () => {
  it('are its comments and reasons, each with where it is and where it belongs', () => {
    let document = setComment(setComment(read(), null, 'whole'), 'T01', 'rim');
    document = setState(document, 'T01', 'notEvaluable', other('moved'));
    document = setRegionQuality(document, { region, value: 'limited', reason: other('dark') });
    const typed = typedTexts(document).filter(({ path }) => /(text|comment)$/.test(path));
    expect(typed).toEqual([
      { place: 'comment', path: '/comment', text: 'whole' },
      { place: reasonOfRegion(region), path: '/imageQuality/0/reason/text', text: 'dark' },
      { place: commentOf(uid), path: '/lesions/0/comment', text: 'rim' },
      { place: reasonOf(uid), path: '/lesions/0/reason/text', text: 'moved' },
    ]);
  });

  it('leave no free text of the schema out', () => {
    const [lesion] = read().lesions;
    const document: ReadDocument = {
      ...read(),
      comment: 'FREE-1',
      readerResponse: {
        ...{ criterion: 'FREE-11', value: 'FREE-12', inPlaceOf: 'FREE-13', reason: 'FREE-14' },
      },
      imageQuality: [{ region, value: 'limited', reason: { code: 'FREE-2', text: 'FREE-3' } }],
      lesions: [
        {
          ...lesion!,
          location: 'FREE-4',
          reason: { code: 'FREE-5', text: 'FREE-6' },
          comment: 'FREE-7',
          mark: {
            ...{ tool: 'Length', pointsLps: [], frameNumber: 1, longestDiameterMm: 1 },
            ...{ studyInstanceUid: '1.2', seriesInstanceUid: '1.3', sopInstanceUid: '1.4' },
            ...{ shortAxisMm: null, sliceThicknessMm: null, calibration: 'FREE-8' },
          },
        },
      ],
      view: { layout: 'FREE-9', panes: [], selectedLesion: 'FREE-10' },
    };
    const found = new Set(typedTexts(document).map(({ text }) => text));
    const free = JSON.stringify(document).match(/FREE-\d+/g) ?? [];
    expect(free).toHaveLength(14);
    expect(free.filter(text => !found.has(text))).toEqual([]);
    for (const { path, text } of typedTexts(document)) {
      const steps = path.split('/').slice(1);
      const there = steps.reduce<unknown>(
        (value, key) => (value as Record<string, unknown>)[key],
        document
      );
      expect(there).toBe(text);
    }
  });
});

describe('a history without a text', () => {
  const named = [{ place: commentOf(uid), text: 'rim, Mr X' }];
  const history = () => {
    let steps = EditHistory.start(read());
    for (const comment of ['rim', 'rim, Mr X', 'rim, Mr X']) {
      const document = setComment(EditHistory.current(steps), 'T01', comment);
      steps = EditHistory.push(steps, 'comment', document);
    }
    return EditHistory.undo(steps);
  };
  const comments = ({ steps }: EditHistory) =>
    steps.map(({ document }) => document.lesions[0]?.comment);

  it('has at its place what was there before, and stands where it stood', () => {
    const cleaned = EditHistory.without(history(), named);
    expect(comments(cleaned)).toEqual(['', 'rim', 'rim', 'rim']);
    expect(cleaned.at).toBe(2);
    expect(EditHistory.serialise(cleaned)).not.toContain('Mr X');
  });

  it('keeps the same words at another place, and every step that has none of them', () => {
    const before = history();
    const cleaned = EditHistory.without(before, [{ place: 'comment', text: 'rim, Mr X' }]);
    expect(cleaned.steps.every((step, index) => step === before.steps[index])).toBe(true);
  });

  it('has no reason where there was none, so that signing asks for one', () => {
    const document = setState(read(), 'T01', 'notEvaluable', other('Mr X moved'));
    const steps = EditHistory.push(EditHistory.start(read()), 'state', document);
    const taken = [{ place: reasonOf(uid), text: 'Mr X moved' }];
    expect(EditHistory.current(EditHistory.without(steps, taken)).lesions[0]).toMatchObject({
      ...{ state: 'notEvaluable', reason: null },
    });
  });
});
