/** Which image a host image id names. UIDs are those of the address, so the read's own. `frameNumber` counts from 1. */
export interface ImageReference {
  studyInstanceUid: string;
  seriesInstanceUid: string;
  sopInstanceUid: string;
  frameNumber: number;
}

const address =
  /\/studies\/(?<study>[0-9.]+)\/series\/(?<series>[0-9.]+)\/instances\/(?<sop>[0-9.]+)(?:\/frames\/(?<frame>[0-9]+))?/;

/** Reads a `wadors:` image id, or returns null when it names no instance. */
export function parseImageId(imageId: string): ImageReference | null {
  const found = address.exec(imageId)?.groups;
  const { study, series, sop, frame } = found ?? {};
  if (study === undefined || series === undefined || sop === undefined) return null;
  return {
    studyInstanceUid: study,
    seriesInstanceUid: series,
    sopInstanceUid: sop,
    frameNumber: frame === undefined ? 1 : Number(frame),
  };
}
