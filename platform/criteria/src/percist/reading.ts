import type { TargetStates } from '../course/burden.js';
import { type TargetState, targetState } from '../course/lesionState.js';
import type { Measure } from '../course/measure.js';
import type { Followed, Subject, Visit } from '../course/subject.js';
import { type Background, backgroundOf, isLiverDiseased } from './background.js';
import { own, sulOf } from './inputs.js';
import { isIndistinct, measuredView, sulMeasure } from './measure.js';
import type { Parameters } from './parameters.js';

export interface PercistSubject extends Subject {
  readonly own: Parameters;
}

/** Uptake of a lesion that is no target. */
export interface OtherNumber {
  readonly id: string;
  readonly known: bigint;
  /** Not gone: by its state, or by its number where it has none. */
  readonly remains: boolean;
}

/** One scan: the lesions whose uptake is measured, and what they are judged by. */
export interface Reading {
  readonly visit: Visit;
  readonly background: Background;
  readonly measure: Measure;
  /** Targets of the baseline, then those that a later scan added; their states in the same order. */
  readonly targets: readonly Followed[];
  readonly states: TargetStates;
  /** Other lesions that have a number here: the hottest lesion may be one of them. */
  readonly others: readonly OtherNumber[];
  /** The reader states which lesion is the hottest, so lesions without a number are not. */
  readonly statedHottest: boolean;
  /** Everything was read and nothing stands out: the numbers alone decide on a complete response. */
  readonly indistinct: boolean;
}

/** A target that keeps the complete response away; one that merged is what its host is. */
export const remains = ({ present, status }: TargetState): boolean =>
  present && status !== 'merged';

/**
 * Targets of the baseline and those first listed later: PERCIST takes the hottest lesion of each scan, which need not
 * be one that was recorded before. `history` starts with the baseline; without a target there, none is added.
 */
export function targetsOf(history: readonly Visit[], { targets }: Subject): Followed[] {
  const found = [...targets];
  if (targets.length === 0) return found;
  const [baseline, ...later] = history.map(({ lesions }) => lesions.list);
  const known = new Set(baseline?.map(({ id }) => id));
  for (const lesion of later.flat()) {
    if (lesion.role !== 'target' || lesion.splitFrom || known.has(lesion.id)) continue;
    known.add(lesion.id);
    found.push({ id: lesion.id, node: false });
  }
  return found;
}

/** The last visit of `history` (baseline first). `earlier` are the readings before it. */
export function readScan(
  visit: Visit,
  earlier: readonly Reading[],
  subject: PercistSubject
): Reading {
  const { scale, own: parameters } = subject;
  const history = [...earlier.map(one => one.visit), visit];
  const baseline = history[0] ?? visit;
  const background = backgroundOf(visit, isLiverDiseased(visit, baseline), scale);
  const unknown = parameters['percist.distinctUnknown'];
  const measure = sulMeasure(background.mean, unknown);
  const targets = targetsOf(history, subject);
  const views = history.map(measuredView);
  const states = targets.map(target =>
    targetState(target, views, {
      measure,
      scale,
      localTreatment: parameters.localTreatment,
    })
  );
  const readable = visit.input.evaluable !== false;
  const lesions = readable ? [...visit.lesions.values()] : [];
  const followed = new Set(subject.nonTargets.map(({ id }) => id));
  const numbered = lesions.filter(
    lesion => lesion.evaluable !== false && lesion.status !== 'absent' && sulOf(lesion) !== null
  );
  const others = numbered
    .filter(({ id }) => followed.has(id))
    .map(lesion => {
      const known = scale.of(sulOf(lesion) ?? 0);
      const left = Boolean(lesion.status) || measure.isDisease(lesion, known, false, scale);
      return { id: lesion.id, known, remains: left };
    });
  const there = new Set(states.filter(remains).map(({ id }) => id));
  return {
    visit,
    background,
    measure,
    targets,
    states,
    others,
    statedHottest: numbered.some(lesion => own(lesion).hottest === true && lesion.role !== 'new'),
    indistinct:
      states.every(({ complete }) => complete) &&
      !others.some(other => other.remains) &&
      lesions
        .filter(({ id, splitFrom }) => there.has(id) || (splitFrom && there.has(splitFrom)))
        .every(lesion => isIndistinct(lesion, unknown)),
  };
}
