import { describe, expect, it } from '@jest/globals';
import {
  addLesion,
  carryForward,
  emptyReadDocument,
  parseReadDocument,
  ReadError,
  removeKeyImage,
  removeLesion,
  setKeyImage,
  split,
  unsplit,
  type KeyImage,
  type ReadDocument,
} from './index.js';

const read = (): ReadDocument =>
  addLesion(emptyReadDocument(), {
    role: 'target',
    baseline: true,
    trackingUid: '2.25.10',
    location: 'LIVER',
  });
const image = (lesion: string | null, sop: number): KeyImage => ({
  lesion,
  studyInstanceUid: '2.25.1',
  seriesInstanceUid: '2.25.2',
  sopInstanceUid: `2.25.3${sop}`,
  frameNumber: 1,
  windowCenter: 40,
  windowWidth: 400,
});

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('key images', () => {
  it('are one per lesion, and any number for the timepoint', () => {
    const all = [image('2.25.10', 1), image('2.25.10', 2), image(null, 1), image(null, 2)];
    const document = all.reduce(setKeyImage, read());
    expect(document.keyImages).toEqual(all.slice(1));
    expect(setKeyImage(document, image(null, 2)).keyImages).toHaveLength(3);
    expect(parseReadDocument(document).ok).toBe(true);
    expect(removeKeyImage(document, image('2.25.10', 2)).keyImages).toEqual(all.slice(2));
  });

  it('go with their lesion, and are never carried', () => {
    const document = setKeyImage(read(), image('2.25.10', 1));
    expect(carryForward([document]).keyImages).toEqual([]);
    expect(removeLesion(document, 'T01').keyImages).toEqual([]);
    const parted = split(carryForward([read()]), 'T01', ['2.25.81', '2.25.82']);
    expect(unsplit(setKeyImage(parted, image('2.25.81', 1)), 'T01').keyImages).toEqual([]);
  });

  it.each([
    [
      'of a lesion that is not there',
      () => setKeyImage(read(), image('2.25.99', 1)),
      'CL_LESION_UNKNOWN',
    ],
    [
      'taken away where there is none',
      () => removeKeyImage(read(), image(null, 1)),
      'CL_KEY_IMAGE_UNKNOWN',
    ],
  ])('are refused when %s', (_what, act, code) => {
    expect(codeOf(act)).toBe(code);
  });

  it.each([
    ['a lesion that is not there', [image('2.25.99', 1)], '/keyImages/0/lesion'],
    ['two of one lesion', [image('2.25.10', 1), image('2.25.10', 2)], '/keyImages/1'],
  ])('with %s are no document', (_what, keyImages, path) => {
    const parsed = parseReadDocument({ ...read(), keyImages });
    expect(parsed.ok ? [] : parsed.errors.map(error => error.path)).toEqual([path]);
  });
});
