import { describe, expect, it } from '@jest/globals';
import { linkScrolling } from './linkedScrolling.js';
import type { CornerstoneCore, StackViewport } from './types.js';

const positions: Record<string, unknown> = {
  a: { imagePositionPatient: [0, 0, 10] },
  b: { imagePositionPatient: [1, 0, 25] },
};

function setting() {
  const registered = new Map<string, number[] | undefined>();
  const cornerstone: CornerstoneCore = {
    metaData: { get: (_type, imageId) => positions[imageId] },
    utilities: {
      spatialRegistrationMetadataProvider: {
        add: (pair, matrix) => void registered.set(pair.join(' <- '), matrix),
      },
    },
  };
  const viewport = (id: string, imageId: string) =>
    ({ id, getCurrentImageId: () => imageId }) as StackViewport;
  return { registered, cornerstone, viewport };
}

describe('linkScrolling', () => {
  it('registers the offset of the two slices in both directions', () => {
    const { registered, cornerstone, viewport } = setting();
    const link = linkScrolling(cornerstone, viewport('left', 'a'), viewport('right', 'b'));
    expect(link.offsetMm).toEqual([1, 0, 15]);
    expect(registered.get('right <- left')?.slice(12, 15)).toEqual([1, 0, 15]);
    expect(registered.get('left <- right')?.slice(12, 15)).toEqual([-1, 0, -15]);
    link.unlink();
    expect([...registered.values()]).toEqual([undefined, undefined]);
  });

  it('names the pane whose image has no position', () => {
    const { cornerstone, viewport } = setting();
    expect(() =>
      linkScrolling(cornerstone, viewport('left', 'a'), viewport('right', 'none'))
    ).toThrow('CL_LINK_POSITION: the image in pane right');
  });
});
