import { cornerstoneLibraries } from './cornerstoneLibraries.js';
import type { ExtensionManager, StackViewport, Subscription } from './types.js';

/** The part of Cornerstone that loads images, as the host hands it out. */
interface LoadingCornerstone {
  EVENTS: { IMAGE_LOADED: string; IMAGE_LOAD_FAILED: string };
  eventTarget: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  cache: { isLoaded(imageId: string): boolean };
  imageLoader: { loadAndCacheImage(imageId: string): Promise<unknown> };
}

/**
 * A stack viewport as it loads images. `setImageIdIndex` does nothing for the image that is current already, even when
 * it never came; `loadImages` loads it, shows it and tells everyone.
 */
interface LoadingViewport extends StackViewport {
  loadImages(imageIds: readonly string[], listener: LoadingViewport): Promise<unknown>;
}

export interface ImageLoadListener {
  /** `status` is the HTTP status: 0 when nothing answered, null when it was no request that failed. */
  failed(imageId: string, status: number | null): void;
  loaded(imageId: string): void;
}

/** What the host loads and shows, and how to load again what failed. */
export interface ImageLoads {
  follow(listener: ImageLoadListener): Subscription;
  isLoaded(imageId: string): boolean;
  /** Loads without showing. Rejects when it fails again. */
  load(imageId: string): Promise<void>;
  /** Loads a pane's current image again and shows it; a failure is told to the listeners alone. */
  reload(viewport: StackViewport): Promise<void>;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/**
 * Cornerstone rejects with the request itself, with an Error that has the status in its words alone ("got status 503"),
 * with what `fetch` throws when nothing answers, or with an Error of a decoder.
 */
function statusOf(error: unknown): number | null {
  const { status, message } = record(error);
  if (typeof status === 'number') return status;
  const words = typeof message === 'string' ? message : '';
  const told = /got status (\d{3})\b/.exec(words)?.[1];
  if (told !== undefined) return Number(told);
  return /failed to fetch|load failed|networkerror/i.test(words) ? 0 : null;
}

const canLoad = (viewport: StackViewport): viewport is LoadingViewport =>
  typeof record(viewport)['loadImages'] === 'function';

/** Cornerstone's own loading. */
export function imageLoads(cornerstone: LoadingCornerstone): ImageLoads {
  const { EVENTS, eventTarget, cache, imageLoader } = cornerstone;
  return {
    follow: listener => {
      const failed = (event: Event): void => {
        const { imageId, error } = record(record(event)['detail']);
        if (typeof imageId === 'string') listener.failed(imageId, statusOf(error));
      };
      const loaded = (event: Event): void => {
        const imageId = record(record(record(event)['detail'])['image'])['imageId'];
        if (typeof imageId === 'string') listener.loaded(imageId);
      };
      eventTarget.addEventListener(EVENTS.IMAGE_LOAD_FAILED, failed);
      eventTarget.addEventListener(EVENTS.IMAGE_LOADED, loaded);
      return {
        unsubscribe: () => {
          eventTarget.removeEventListener(EVENTS.IMAGE_LOAD_FAILED, failed);
          eventTarget.removeEventListener(EVENTS.IMAGE_LOADED, loaded);
        },
      };
    },
    isLoaded: imageId => cache.isLoaded(imageId),
    load: async imageId => {
      await imageLoader.loadAndCacheImage(imageId);
    },
    reload: async viewport => {
      const imageId = viewport.getCurrentImageId();
      if (imageId !== undefined && canLoad(viewport)) {
        await viewport.loadImages([imageId], viewport);
      }
    },
  };
}

/** The host's loading. @throws Error CL_HOST_CORNERSTONE when the host hands out no Cornerstone. */
export function hostImageLoads(
  extensionManager: Pick<ExtensionManager, 'getModuleEntry'>
): ImageLoads {
  const { cornerstone } = cornerstoneLibraries(extensionManager);
  return imageLoads(cornerstone as unknown as LoadingCornerstone);
}
