import { text } from '@corelab/ui';
import type { ImageProblem } from './qcData.js';

/** Numbers in order, three or more in a row as their ends: "3, 7-12". */
function sliceList(slices: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const slice of slices) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === slice - 1) run[1] = slice;
    else runs.push([slice, slice]);
  }
  return runs
    .flatMap(([first, last]) => {
      if (last - first > 1) return [`${first}-${last}`];
      return first === last ? [`${first}`] : [`${first}`, `${last}`];
    })
    .join(', ');
}

/** What is wrong with the images of a series, for who checks them. */
export function problemText(problem: ImageProblem): string {
  switch (problem.code) {
    case 'missingSlices':
      return text('qc.problem.missingSlices', {
        missing: problem.missing.length,
        of: problem.of,
        slices: sliceList(problem.missing),
      });
    case 'unevenSpacing': {
      const { places, after, gapMm, usualMm } = problem;
      return text('qc.problem.unevenSpacing', { places, after, gapMm, usualMm });
    }
    case 'sharedPosition':
      return text('qc.problem.sharedPosition', { images: problem.images });
    case 'mixedOrientation':
      return text('qc.problem.mixedOrientation', { orientations: problem.orientations });
    case 'noGeometry':
      return text('qc.problem.noGeometry', { images: problem.images, of: problem.of });
    case 'noPixelData':
      return text('qc.problem.noPixelData', { images: problem.images, of: problem.of });
    case 'thickSlices':
      return text('qc.problem.thickSlices', {
        thickness: problem.thicknessMm,
        allowed: problem.allowedMm,
      });
    case 'unsupportedModality':
      return text('qc.problem.unsupportedModality', { modality: problem.modality });
    case 'unsupportedKind':
      return text('qc.problem.unsupportedKind', { images: problem.images, of: problem.of });
    case 'noRole':
      return text('qc.problem.noRole');
  }
}
