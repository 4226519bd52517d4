import { describe, expect, it } from '@jest/globals';
import { imageLoads } from './imageLoads.js';
import type { StackViewport } from './types.js';

const EVENTS = { IMAGE_LOADED: 'loaded', IMAGE_LOAD_FAILED: 'failed' };

function bench() {
  const eventTarget = new EventTarget();
  const heard: unknown[] = [];
  const loads = imageLoads({
    EVENTS,
    eventTarget,
    cache: { isLoaded: () => false },
    imageLoader: { loadAndCacheImage: () => Promise.resolve() },
  });
  const subscription = loads.follow({
    failed: (imageId, status) => void heard.push([imageId, status]),
    loaded: imageId => void heard.push(imageId),
  });
  const tell = (type: string, detail: unknown): boolean =>
    eventTarget.dispatchEvent(new CustomEvent(type, { detail }));
  return { loads, heard, subscription, tell };
}

describe('image loads of the host', () => {
  it.each([
    [{ status: 503 }, 503],
    [new Error("Couldn't retrieve /reads/a/frames/1 got status 503"), 503],
    [new TypeError('Failed to fetch'), 0],
    [new Error('the decoder found no frame'), null],
  ])('tell the status of a failure: %s', (error, status) => {
    const { heard, tell } = bench();
    tell('failed', { imageId: 'a', error });
    expect(heard).toEqual([['a', status]]);
  });

  it('tell what came, until nobody listens', () => {
    const { heard, tell, subscription } = bench();
    tell('loaded', { image: { imageId: 'a' } });
    subscription.unsubscribe();
    tell('loaded', { image: { imageId: 'b' } });
    expect(heard).toEqual(['a']);
  });

  it("load a pane's current image again by the viewport's own means", async () => {
    const asked: unknown[] = [];
    const viewport = {
      getCurrentImageId: () => 'a',
      loadImages: (imageIds: string[], listener: unknown) => {
        asked.push(imageIds, listener);
        return Promise.resolve();
      },
    } as unknown as StackViewport;
    await bench().loads.reload(viewport);
    expect(asked).toEqual([['a'], viewport]);
  });
});
