import type { Measure } from './measure.js';
import { type NewLesionRules, recistNewLesionRules } from './newLesionRating.js';
import { type NodeLimitsOf, recistNodeLimits } from './nodeLimits.js';
import { type NonTargetRules, recistNonTargetRules } from './nonTargetRating.js';
import type { CourseParameters } from './parameters.js';
import type { Subject } from './subject.js';
import { recistTargetRules, type TargetRules } from './targetRating.js';

/** Where a criterion that follows targets by diameters differs from RECIST 1.1. */
export interface CourseRules {
  readonly target: TargetRules;
  readonly nonTarget: NonTargetRules;
  readonly newLesions: NewLesionRules;
  readonly nodeLimits: NodeLimitsOf;
  /** What the sum is made of, and so what a target can merge into. */
  readonly hosts: 'targets' | 'targetsAndNew';
  /** Paper and section on the baseline. */
  readonly baselineSource: string;
  /** Paper and section on what was not evaluable. */
  readonly missingSource: string;
}

export const recistRules: CourseRules = {
  target: recistTargetRules,
  nonTarget: recistNonTargetRules,
  newLesions: recistNewLesionRules,
  nodeLimits: recistNodeLimits,
  hosts: 'targets',
  baselineSource: 'Eisenhauer 2009 (RECIST 1.1) section 4.2',
  missingSource: 'Eisenhauer 2009 section 4.4',
};

/** One subject with how its criterion measures and rates. */
export interface CourseSubject extends Subject {
  readonly measure: Measure;
  readonly parameters: CourseParameters;
  readonly rules: CourseRules;
}
