import type { ReadContext, ReadStudy } from '@corelab/client';
import type { ImageProblem } from '@corelab/reads';
import { text } from '@corelab/ui';
import { recoverySeconds, type ImageTrouble } from './imageRecovery.js';

/** Why images do not come, and that they are looked for again. */
export function imageTroubleText(trouble: ImageTrouble): string {
  return text(`images.trouble.${trouble}`, { seconds: recoverySeconds });
}

/** One sentence about the images of a timepoint. */
export interface ImageNote {
  timepoint: string;
  message: string;
  /** Nothing of the current timepoint can be shown. */
  blocking: boolean;
}

/** Numbers in order, three or more in a row as their ends: "3, 7-12". */
export function sliceList(slices: readonly number[]): string {
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

/** Words of a problem of the named series; null for what does not concern a reader. */
export function problemText(problem: ImageProblem, series: string): string | null {
  switch (problem.code) {
    case 'missingSlices':
      return text('images.missingSlices', {
        series,
        missing: problem.missing.length,
        of: problem.of,
        slices: sliceList(problem.missing),
      });
    case 'unevenSpacing': {
      const { places, after, gapMm, usualMm } = problem;
      return text('images.unevenSpacing', {
        series,
        places,
        after,
        next: after + 1,
        gapMm,
        usualMm,
      });
    }
    case 'sharedPosition':
      return text('images.sharedPosition', { series, images: problem.images });
    case 'mixedOrientation':
      return text('images.mixedOrientation', { series, orientations: problem.orientations });
    case 'noGeometry':
      return text('images.noGeometry', { series, images: problem.images, of: problem.of });
    case 'noPixelData':
      return text('images.noPixelData', { series, images: problem.images, of: problem.of });
    case 'thickSlices':
      return text('images.thickSlices', {
        series,
        thickness: problem.thicknessMm,
        allowed: problem.allowedMm,
      });
    case 'unsupportedModality':
      return text('images.unsupportedModality', { series, modality: problem.modality });
    case 'unsupportedKind':
      return text('images.unsupportedKind', { series, images: problem.images, of: problem.of });
    case 'noRole':
      return null;
  }
}

function notesOf(study: ReadStudy): ImageNote[] {
  const note = (message: string | null, blocking = false): ImageNote[] =>
    message === null ? [] : [{ timepoint: study.timepoint, message, blocking }];
  const nothing = study.current && study.series.length === 0;
  return [
    ...note(nothing ? text('images.nothing', { timepoint: study.timepoint }) : null, true),
    ...study.notShown.flatMap(({ role, modality, problem }) =>
      note(problemText(problem, role ?? modality))
    ),
    ...study.series.flatMap(({ role, problems }) =>
      problems.flatMap(problem => note(problemText(problem, role)))
    ),
  ];
}

/** What a reader must know about the images of a read, current timepoint first; each sentence once. */
export function imageNotes({ studies }: Pick<ReadContext, 'studies'>): ImageNote[] {
  const notes = studies.flatMap(notesOf);
  const key = ({ timepoint, message }: ImageNote): string => `${timepoint} ${message}`;
  return notes.filter(
    (note, index) => notes.findIndex(other => key(other) === key(note)) === index
  );
}
