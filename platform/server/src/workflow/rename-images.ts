import type { ReadDocument } from '@corelab/reads';

/** A document whose images have other names. `rename` is asked for every UID of one. */
export const withImagesRenamed = (
  document: ReadDocument,
  rename: (uid: string) => string
): ReadDocument => {
  const place = <
    T extends { studyInstanceUid: string; seriesInstanceUid: string; sopInstanceUid: string },
  >(
    value: T
  ): T => ({
    ...value,
    studyInstanceUid: rename(value.studyInstanceUid),
    seriesInstanceUid: rename(value.seriesInstanceUid),
    sopInstanceUid: rename(value.sopInstanceUid),
  });
  return {
    ...document,
    lesions: document.lesions.map(lesion => ({
      ...lesion,
      mark: lesion.mark === null ? null : place(lesion.mark),
    })),
    keyImages: document.keyImages.map(place),
    view: { ...document.view, panes: document.view.panes.map(place) },
  };
};
