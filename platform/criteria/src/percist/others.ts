import type { NewLesionState } from '../course/categories.js';
import { type NonTargetRating, rateNonTarget } from '../course/nonTargetRating.js';
import type { Followed, Visit } from '../course/subject.js';
import type { LesionInput } from '../schemas.js';
import { source } from './grid.js';
import { own, sulOf } from './inputs.js';
import { othersView } from './measure.js';
import type { PercistSubject, Reading } from './reading.js';

export const noNodeLimits = () => ({ targetFromMm: 0, normalBelowMm: 0, newFromMm: 0 });

/** A new lesion by what was stated, else by its uptake. */
export function newLesionState(lesion: LesionInput): NewLesionState {
  const { status, tooSmallToMeasure, longestDiameterMm } = lesion;
  const distinct = own(lesion).distinctFromBackground ?? null;
  if (lesion.evaluable === false) return 'NE';
  if (status === 'absent') return 'NO';
  if (status === 'equivocal') return 'EQUIVOCAL';
  if (status) return 'YES';
  if (distinct === false) return 'NO';
  if (distinct === true || tooSmallToMeasure) return 'YES';
  const size = sulOf(lesion) ?? longestDiameterMm ?? null;
  if (size === null) return 'NE';
  return size === 0 ? 'NO' : 'YES';
}

/**
 * The lesions that are not measured, by their states; with `demoted` targets where nothing was measurable. A target that
 * is not the hottest here and is called unequivocally worse counts as one of them, unless the reader judged the whole.
 */
export function rateOthers(
  reading: Reading,
  earlier: readonly Visit[],
  demoted: readonly Followed[],
  hottest: readonly string[],
  { nonTargets, scale, own: parameters }: PercistSubject
): NonTargetRating {
  const { visit, measure, targets } = reading;
  const history = [...earlier, visit];
  const rated = rateNonTarget(
    [...demoted, ...nonTargets],
    othersView(visit, measure, scale),
    history,
    parameters,
    scale,
    { source, nodeLimits: noNodeLimits }
  );
  const plain =
    rated.category !== 'CR' || visit.input.nonTargetJudgement
      ? rated
      : {
          ...rated,
          trace: rated.trace.map(one => ({
            ...one,
            text: 'Every other lesion is gone or not distinct from the background.',
          })),
        };
  const whole = visit.input.evaluable === false || visit.input.nonTargetJudgement;
  // Demoted targets are every one there is, and rated already.
  if (whole || demoted.length > 0) return plain;
  const worse = targets
    .filter(({ id }) => !hottest.includes(id))
    .filter(({ id }) =>
      visit.lesions.list.some(
        lesion => lesion.status === 'progressed' && (lesion.id === id || lesion.splitFrom === id)
      )
    )
    .map(({ id }) => id);
  if (worse.length === 0 || plain.category === 'PD') return plain;
  const text = `Unequivocally worse, not the hottest lesion: ${worse.join(', ')}.`;
  return {
    category: 'PD',
    states: new Map([...plain.states, ...worse.map(id => [id, 'progressed'] as const)]),
    trace: [{ rule: 'nonTarget.pmd.target', text, numbers: { progressed: worse.length }, source }],
  };
}
