import type { ResponseVocabulary } from '../bestOverallResponseVocabulary.js';
import { type References, references, type TargetStates } from '../course/burden.js';
import type { Revision } from '../course/equivocalRevisions.js';
import { targetState } from '../course/lesionState.js';
import type { Measure } from '../course/measure.js';
import type { Subject as Course, Visit } from '../course/subject.js';
import type { RatedTimepoint, Reason } from '../reason.js';
import type { AssessmentInput, Finding, LesionInput, TimepointInput } from '../schemas.js';
import type { EntryRules } from './findings.js';
import type { NormalNode } from './measure.js';
import { type NewLesionLimits, type NewLesionRating, rateNewLesions } from './newLesions.js';
import { type NonTargetRating, rateNonTarget } from './nonTarget.js';
import type { LymphomaParameters } from './parameters.js';
import { type Readings, readingsAt } from './readings.js';

/** One subject with how its criterion measures. */
export interface Subject<P extends LymphomaParameters> extends Course {
  readonly measure: Measure;
  readonly parameters: P;
  readonly input: AssessmentInput;
}

/** What was read at one visit, before any rule of a criterion. */
export interface Facts {
  readonly visit: Visit;
  /** Baseline to this visit. */
  readonly history: readonly Visit[];
  readonly states: TargetStates;
  readonly readings: Readings;
  readonly references: References;
  readonly nonTarget: NonTargetRating;
  readonly newLesions: NewLesionRating;
}

/** What a criterion makes of one visit. */
export interface Rated {
  readonly target: string | null;
  readonly components: Readonly<Record<string, string | null>>;
  readonly overall: string;
  readonly trace: readonly Reason[];
  readonly findings: readonly Finding[];
  /** Dates of the components that show progression. */
  readonly pdDates: readonly (string | null)[];
  /** Date of an examination other than the lesions' scans. */
  readonly otherDate: string | null;
}

export interface Evaluated<R extends Rated> {
  readonly facts: Facts;
  readonly rated: R;
  readonly output: RatedTimepoint;
}

export interface LymphomaRules<P extends LymphomaParameters, R extends Rated> {
  readonly id: string;
  readonly source: string;
  readonly vocabulary: ResponseVocabulary;
  /** Which components are responses, and so NE where the visit or its baseline is. */
  readonly responses: readonly string[];
  readonly isNormal: NormalNode;
  readonly newLesionLimits: NewLesionLimits;
  readonly entry: EntryRules;
  /** Numbers of a timepoint's own inputs that enter the arithmetic. */
  readonly numbers: (timepoint: TimepointInput) => readonly number[];
  /** Whether a target's product enters the burden; all do where this is not given. */
  readonly inBurden?: (lesion: LesionInput) => boolean;
  measure(parameters: P): Measure;
  /** `earlier` are the visits since the baseline, `base` the baseline itself. */
  rate(facts: Facts, base: Facts, earlier: readonly Evaluated<R>[], subject: Subject<P>): R;
  /** What the criterion's own rules make of earlier visits in the end. */
  revise?(evaluated: readonly Evaluated<R>[], parameters: P): Map<string, Revision>;
}

/** Reads one visit; `past` are the baseline and the visits since. */
export function readFacts<P extends LymphomaParameters, R extends Rated>(
  visit: Visit,
  past: readonly Facts[],
  subject: Subject<P>,
  rules: LymphomaRules<P, R>
): Facts {
  const { measure, scale, parameters, targets, nonTargets } = subject;
  const history = [...past.map(one => one.visit), visit];
  const stateRules = { measure, scale, localTreatment: parameters.localTreatment };
  const states = targets.map(target => targetState(target, history, stateRules));
  const baseline = past[0]?.visit ?? visit;
  const inBurden = baseline.lesions.list
    .filter(lesion => rules.inBurden?.(lesion) ?? true)
    .map(({ id }) => id);
  const counted = (all: TargetStates): TargetStates =>
    all.filter(({ id }) => inBurden.includes(id));
  const before = past.map(one => counted(one.states));
  const { isNormal, source } = rules;
  return {
    visit,
    history,
    states,
    readings: readingsAt(targets, states, visit, history, scale, parameters.tstmDefaultMm),
    references: references(counted(states), before, parameters.nadirFromPartial),
    nonTarget: rateNonTarget(nonTargets, visit, history, parameters, {
      isNormal,
      scale,
      source,
      baseline,
    }),
    newLesions: rateNewLesions(visit, history, rules.newLesionLimits, scale),
  };
}
