import { describe, expect, it } from '@jest/globals';
import { ScrollLink, type LinkedPane } from './linkedScrolling.js';
import { nearestSlice, slicePosition } from './slicePositions.js';
import type { CornerstoneCore } from './types.js';

/** Two panes with slices every 5 mm and every 2 mm; each tells the link when it has arrived, as the host does. */
function bench() {
  const arrived: (() => void)[] = [];
  const pane = (viewportId: string, spacing: number, count: number) => {
    let index = 0;
    const moves: number[] = [];
    const part = {
      viewportId,
      stack: `images of ${viewportId}`,
      ready: true,
      subject: viewportId,
      positions: Array.from({ length: count }, (_, slice) => -slice * spacing),
      viewport: {
        getCurrentImageIdIndex: () => index,
        setImageIdIndex: (next: number) => {
          index = next;
          moves.push(next);
          arrived.push(() => void link.moved(viewportId, next));
          return Promise.resolve();
        },
      },
    };
    return { part: part satisfies LinkedPane, moves, shown: () => index };
  };
  const coarse = pane('current', 5, 20);
  const fine = pane('comparison', 2, 50);
  const link = new ScrollLink(() => [coarse.part, fine.part]);
  link.begin();
  const settle = (): void => {
    while (arrived.length > 0) {
      arrived.shift()?.();
    }
  };
  const scroll = async (which: typeof coarse, index: number): Promise<void> => {
    await which.part.viewport.setImageIdIndex(index);
    settle();
  };
  return { link, coarse, fine, scroll, settle };
}

describe('linked scrolling', () => {
  it('is on at once and goes to the slice nearest in position, whatever the spacing', async () => {
    const { coarse, fine, scroll } = bench();
    await scroll(coarse, 3);
    expect(fine.shown()).toBe(7);
    await scroll(fine, 11);
    expect(coarse.shown()).toBe(4);
  });

  it('leaves a pane alone that shows no picture yet', async () => {
    const { coarse, fine, scroll } = bench();
    fine.part.ready = false;
    await scroll(coarse, 3);
    expect(fine.moves).toEqual([]);
    fine.part.ready = true;
    await scroll(coarse, 4);
    expect(fine.shown()).toBe(10);
  });

  it('does not answer a move of its own', async () => {
    const { coarse, fine, scroll } = bench();
    await scroll(fine, 11);
    expect(fine.moves).toEqual([11]);
    expect(coarse.moves).toEqual([4]);
    await scroll(coarse, 5);
    expect(coarse.moves).toEqual([4, 5]);
  });

  it('links again at the slices shown and says the offset in slices of the pane', async () => {
    const { link, coarse, fine, scroll } = bench();
    link.toggle();
    await scroll(coarse, 2);
    await scroll(fine, 8);
    expect(coarse.shown()).toBe(2);
    link.toggle();
    expect(link.offsetSlices('comparison')).toBe(3);
    expect(link.offsetMm('comparison')).toBe(-6);
    await scroll(coarse, 4);
    expect(fine.shown()).toBe(13);
    await scroll(fine, 8);
    expect(coarse.shown()).toBe(2);
  });

  it('takes every slice it sent a pane to for its own, also one that a later one overtakes', async () => {
    const { link, coarse, fine, settle } = bench();
    link.send(fine.part, 11);
    link.send(fine.part, 30);
    settle();
    expect(coarse.moves).toEqual([]);
    await fine.part.viewport.setImageIdIndex(20);
    settle();
    expect(coarse.moves).toEqual([8]);
  });

  it('never moves the pane that the reader draws in', async () => {
    const { link, coarse, fine, scroll } = bench();
    link.hold('current');
    await scroll(fine, 11);
    expect(coarse.moves).toEqual([]);
    link.hold(null);
    await scroll(fine, 20);
    expect(coarse.moves).toEqual([8]);
  });

  it('moves nobody for a slice that is told again', async () => {
    const { link, fine, scroll, settle } = bench();
    await scroll(fine, 11);
    expect(link.moved('current', 4)).toBe(false);
    settle();
    expect(fine.moves).toEqual([11]);
  });

  it('moves nobody for the first slice of other images', async () => {
    const { link, coarse, fine, scroll, settle } = bench();
    await scroll(coarse, 3);
    fine.part.stack = 'images of another timepoint';
    await fine.part.viewport.setImageIdIndex(0);
    settle();
    expect([coarse.shown(), fine.shown()]).toEqual([3, 0]);
    link.forget();
    await scroll(coarse, 1);
    expect(fine.shown()).toBe(0);
  });

  it('brings one pane alone to a slice', () => {
    const { link, coarse, fine, settle } = bench();
    link.send(coarse.part, 6);
    settle();
    expect([coarse.shown(), fine.shown()]).toEqual([6, 0]);
  });
});

describe('the place of a slice', () => {
  const plane = (fields: Record<string, unknown>): CornerstoneCore =>
    ({ metaData: { get: () => fields } }) as unknown as CornerstoneCore;

  it('is towards the head for axial slices, whichever way the rows run', () => {
    const axial = { imagePositionPatient: [1, 2, -30], columnCosines: [0, 1, 0] };
    expect(slicePosition(plane({ ...axial, rowCosines: [1, 0, 0] }), 'a')).toBe(-30);
    expect(slicePosition(plane({ ...axial, rowCosines: [-1, 0, 0] }), 'a')).toBe(-30);
  });

  it('is not known without position or orientation', () => {
    expect(slicePosition(plane({ imagePositionPatient: [1, 2, 3] }), 'a')).toBeNull();
    expect(nearestSlice([null, null], 3)).toBeNull();
    expect(nearestSlice([0, null, 10], 5)).toBe(0);
  });
});
