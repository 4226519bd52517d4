import { assessByDiameters } from '../course/assessByDiameters.js';
import { type CourseRules, recistRules } from '../course/courseRules.js';
import { countedAxis, diameters, type Measure } from '../course/measure.js';
import { parametersOf } from '../course/parameters.js';
import type { RatedSubject } from '../reason.js';
import type { AssessmentInput, Finding, TimepointInput } from '../schemas.js';
import { mrecistNodeLimits, newLesionSize, newLesionState } from './newLesions.js';
import { ParametersSchema } from './parameters.js';
import { viableInput } from './viable.js';

const id = 'mrecist';
const paper = 'Lencioni 2010 (mRECIST)';

/** Paper and table of the combination. */
export const tableSource = `${paper}, table of the overall response`;

function rulesOf(pdAbsMm: number): CourseRules {
  return {
    target: {
      pdAbsMm,
      crMeans:
        'No target shows arterial enhancement and every nodal target is normal (porta hepatis below 20 mm, others below 10 mm short axis)',
      source: `${paper}, table of target lesions`,
      clarified: recistRules.target.clarified,
      partial: `${paper}; ${recistRules.target.partial}`,
    },
    nonTarget: {
      source: `${paper}, table of non-target lesions`,
      nodeLimits: mrecistNodeLimits,
      crMeans:
        'No non-target lesion shows arterial enhancement and every nodal one is normal (porta hepatis below 20 mm, others below 10 mm short axis)',
    },
    newLesions: {
      source: `${paper}, new lesions`,
      nodeLimits: mrecistNodeLimits,
      stateOf: newLesionState,
      sizeOf: newLesionSize,
    },
    nodeLimits: mrecistNodeLimits,
    hosts: 'targets',
    baselineSource: `${paper}, baseline`,
    missingSource: recistRules.missingSource,
  };
}

function viableDiameters(tstmDefaultMm: number): Measure {
  const plain = diameters(tstmDefaultMm);
  return {
    ...plain,
    isDisease: (lesion, value, node, scale) =>
      !node || value >= scale.of(mrecistNodeLimits(lesion ?? undefined).normalBelowMm),
    normalBelow: (lesion, node, scale) =>
      node ? scale.of(mrecistNodeLimits(lesion).normalBelowMm) : null,
  };
}

/**
 * What RECIST's rules object to, told of the lesion as it was entered: a viable diameter below 10 mm is no fault of a
 * target whose longest diameter is 10 mm or more, and what mRECIST says of a lesion itself is not said twice.
 */
function ofRecist(
  found: readonly Finding[],
  own: readonly Finding[],
  visit: TimepointInput | undefined
): Finding[] {
  return found.flatMap(one => {
    const { rule, lesion } = one;
    if (own.some(other => other.lesion === lesion && instead[other.rule] === rule)) return [];
    const given = visit?.lesions.find(({ id: entered }) => entered === lesion);
    const axis = given ? countedAxis(given, false) : null;
    if (rule !== 'baseline.target.tooSmall' || axis === null) return [one];
    const text = `${lesion}: ${axis} mm is below 10 mm longest diameter; record it as non-target.`;
    return axis >= 10 ? [] : [{ ...one, text }];
  });
}

/** Findings of mRECIST that stand in the place of one of RECIST's. */
const instead: Readonly<Record<string, string>> = {
  'mrecist.viableMissing': 'measurement.missing',
  'mrecist.viableContradicted': 'measurement.contradiction',
  'mrecist.sizeMissing': 'newLesion.stateMissing',
};

/** mRECIST for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessMrecist(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf(id, ParametersSchema, input.parameters);
  const viable = viableInput(input);
  const output = assessByDiameters(viable.input, parameters, {
    id,
    rules: rulesOf(parameters.pdAbsMm),
    tableSource,
    measure: viableDiameters(parameters.tstmDefaultMm),
  });
  return {
    ...output,
    timepoints: output.timepoints.map(one => {
      const given = input.timepoints.find(visit => visit.id === one.id);
      const own = viable.findings.get(one.id) ?? [];
      return { ...one, findings: [...ofRecist(one.findings, own, given), ...own] };
    }),
  };
}
