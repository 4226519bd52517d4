import type { AdjudicationStudy } from '@corelab/client';
import type { ShownDifference } from './comparedReads.js';

type Studies = readonly Pick<AdjudicationStudy, 'timepoint' | 'timepointId'>[];

/** The timepoint, by its id, that shows a difference; null where there are no images of it. */
export function timepointOf(
  studies: Studies,
  difference: Pick<ShownDifference, 'timepoint'> | null | undefined
): string | null {
  const timepoint = difference?.timepoint ?? null;
  return studies.some(({ timepointId }) => timepointId === timepoint) ? timepoint : null;
}

/**
 * Label of the timepoint in the second pane when the first shows `timepoint` (an id): what `stood` there (a label), else what
 * the first pane `gaveUp` (an id), else the timepoint before. Null where there is no other.
 */
export function labelBeside(
  studies: Studies,
  timepoint: string,
  stood: string | null,
  gaveUp: string | null
): string | null {
  const others = studies.filter(({ timepointId }) => timepointId !== timepoint);
  const at = studies.findIndex(({ timepointId }) => timepointId === timepoint);
  const kept =
    others.find(study => study.timepoint === stood) ??
    others.find(({ timepointId }) => timepointId === gaveUp);
  return (kept ?? studies[at - 1] ?? others[0])?.timepoint ?? null;
}
