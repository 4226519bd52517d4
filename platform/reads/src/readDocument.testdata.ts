import type { Mark } from './readDocument.js';

/** A mark with everything a valid one has; values in mm. */
export function markOf(longestDiameterMm: number, shortAxisMm: number | null = null): Mark {
  const a: [number, number, number] = [0, 0, 0];
  const b: [number, number, number] = [longestDiameterMm, 0, 0];
  return {
    tool: shortAxisMm === null ? 'Length' : 'Bidirectional',
    pointsLps: shortAxisMm === null ? [a, b] : [a, b, [5, -2, 0], [5, 2, 0]],
    studyInstanceUid: '2.25.1',
    seriesInstanceUid: '2.25.2',
    sopInstanceUid: '2.25.3',
    frameNumber: 1,
    longestDiameterMm,
    shortAxisMm,
    sliceThicknessMm: 2.5,
    calibration: null,
  };
}
