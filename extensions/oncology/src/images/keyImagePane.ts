import type { ReadStudy } from '@corelab/client';
import {
  panesOf,
  parseImageId,
  windowOf,
  type HostServices,
  type Subscription,
} from '@corelab/host';
import type { KeyImage } from '@corelab/reads';
import { restorePane } from './paneViews.js';

/** An image as a pane shows it, before it is bound to a lesion. */
export type ShownImage = Omit<KeyImage, 'lesion'>;

/** Takes key images from the active pane and brings the panes back to them. */
export class KeyImagePane {
  readonly #services: HostServices;
  readonly #studies: readonly ReadStudy[];
  readonly #later: (task: () => void) => void;
  #waiting: Subscription | null = null;

  /** `later` runs a task after the host's current event. */
  constructor(
    services: HostServices,
    studies: readonly ReadStudy[],
    later: (task: () => void) => void
  ) {
    this.#services = services;
    this.#studies = studies;
    this.#later = later;
  }

  /** What the active pane shows; null when it shows no image of this read. */
  active(): ShownImage | null {
    const active = this.#services.viewportGridService.getActiveViewportId();
    const pane = panesOf(this.#services).find(({ viewportId }) => viewportId === active);
    const image = parseImageId(pane?.viewport.getCurrentImageId() ?? '');
    if (pane === undefined || image === null) {
      return null;
    }
    const known = this.#studies.some(
      ({ studyInstanceUid }) => studyInstanceUid === image.studyInstanceUid
    );
    const range = pane.viewport.getProperties?.().voiRange;
    const window = range == null ? null : windowOf(range);
    return known
      ? {
          ...image,
          windowCenter: window?.center ?? null,
          windowWidth: window !== null && window.width > 0 ? window.width : null,
        }
      : null;
  }

  /** Brings a pane to the image and its window; false when no pane shows its timepoint. */
  show(image: ShownImage): boolean {
    this.stop();
    const view = { ...image, timepoint: '', zoom: null, pan: null };
    if (restorePane(this.#services, this.#studies, view)) {
      return true;
    }
    const inPane = panesOf(this.#services).some(
      ({ displaySet }) => displaySet.StudyInstanceUID === image.studyInstanceUid
    );
    const { cornerstoneViewportService } = this.#services;
    const event = cornerstoneViewportService.EVENTS['VIEWPORT_DATA_CHANGED'];
    if (inPane && event !== undefined) {
      this.#waiting = cornerstoneViewportService.subscribe(event, () =>
        this.#later(() => {
          if (this.#waiting !== null && restorePane(this.#services, this.#studies, view)) {
            this.stop();
          }
        })
      );
    }
    return inPane;
  }

  /** Place of the image in the pane that shows its series, from 1; null when none does. */
  sliceOf(image: ShownImage): number | null {
    for (const { viewport } of panesOf(this.#services)) {
      const imageIds = typeof viewport.getImageIds === 'function' ? viewport.getImageIds() : [];
      const index = imageIds.findIndex(imageId => {
        const reference = parseImageId(imageId);
        return (
          reference?.sopInstanceUid === image.sopInstanceUid &&
          reference.frameNumber === image.frameNumber
        );
      });
      if (index >= 0) {
        return index + 1;
      }
    }
    return null;
  }

  /** Gives up an image that waits for its series. */
  stop(): void {
    this.#waiting?.unsubscribe();
    this.#waiting = null;
  }
}
