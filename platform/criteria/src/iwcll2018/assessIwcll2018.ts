import { contributions } from '../course/baseline.js';
import { finding } from '../course/baselineFindings.js';
import { bestResponseOf, checkDates } from '../course/bestResponse.js';
import { sumOf } from '../course/burden.js';
import { equivocalRevisions, revisedBy } from '../course/equivocalRevisions.js';
import { targetState } from '../course/lesionState.js';
import { products } from '../course/measure.js';
import { parametersOf } from '../course/parameters.js';
import { productFindings } from '../course/productFindings.js';
import { readSubject, type Visit } from '../course/subject.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput, Finding, TimepointInput } from '../schemas.js';
import {
  type Base,
  clinicalOf,
  type CllSubject,
  type Evaluated,
  evaluateVisit,
} from './evaluateVisit.js';
import type { IwcllSubject } from './inputs.js';
import { source } from './items.js';
import { ParametersSchema } from './parameters.js';
import { iwcllVocabulary } from './vocabulary.js';

function readBase(visit: Visit, subject: CllSubject): Base {
  const { scale, parameters, targets } = subject;
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const states = targets.map(target => targetState(target, [visit], rules));
  const missing = states.filter(({ complete }) => !complete).map(({ id }) => id);
  const problem =
    visit.input.evaluable === false
      ? `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`
      : missing.length > 0
        ? `the baseline has no product for ${missing.join(', ')}`
        : null;
  if (problem !== null) return { visit, states, problem };
  const { labs, spleenLengthMm, liverExcessMm } = clinicalOf(visit.input);
  const abnormal =
    targets.length > 0 ||
    (spleenLengthMm ?? 0) >= 130 ||
    (liverExcessMm ?? 0) > 0 ||
    (labs?.lymphocytes10e9PerL ?? 0) >= 4;
  return {
    visit,
    states,
    problem: abnormal
      ? null
      : 'no node, spleen, liver or lymphocytes abnormal at baseline: not applicable',
  };
}

function baselineOutput(base: Base, subject: CllSubject): RatedTimepoint {
  const { visit, states, problem } = base;
  const { scale, targets, parameters } = subject;
  const findings: Finding[] = productFindings(visit, subject, source);
  if (problem !== null)
    findings.push(
      finding('baseline.notEvaluable', 'block', null, `Every visit is NE: ${problem}.`, source)
    );
  if (targets.length > parameters.maxTargets) {
    const text = `${targets.length} nodes; at most ${parameters.maxTargets}.`;
    const id = targets[parameters.maxTargets]?.id ?? null;
    findings.push(finding('baseline.targets.tooMany', 'block', id, text, source));
  }
  for (const { id } of targets) {
    const longest = visit.lesions.get(id)?.longestDiameterMm ?? null;
    if (longest !== null && longest < 15) {
      const text = `${id}: a node of ${longest} mm is normal; nodes are followed from 15 mm.`;
      findings.push(finding('baseline.node.normal', 'block', id, text, source));
    }
  }
  const { labs, spleenLengthMm, liverExcessMm } = clinicalOf(visit.input);
  const given: readonly (readonly [string, number | null | undefined])[] = [
    ['spleen length', spleenLengthMm],
    ['liver size', liverExcessMm],
    ['lymphocytes', labs?.lymphocytes10e9PerL],
    ['platelets', labs?.platelets10e9PerL],
    ['haemoglobin', labs?.haemoglobinGPerDl],
  ];
  for (const [name, value] of given) {
    if (typeof value === 'number') continue;
    const text = `Not given at baseline: ${name}; the response is told without it.`;
    findings.push(finding('baseline.missing', 'warning', null, text, source));
  }
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const value = sum.complete ? scale.toMm2(sum.known) : null;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : { value, unit: 'mm2', ...(value === null ? { lowerBound: scale.toMm2(sum.known) } : {}) },
    lesions: contributions(states, { measure: products(parameters.tstmDefaultMm), scale }),
    trace: [
      {
        rule: 'baseline.spd',
        text:
          states.length === 0
            ? 'No node followed.'
            : `${states.length} ${states.length === 1 ? 'node' : 'nodes'} followed, sum of products ${value === null ? 'not known' : `${value} mm²`}.`,
        numbers: states.length === 0 ? {} : { spdMm2: value },
        source,
      },
    ],
    findings,
  };
}

function numbersOf(input: TimepointInput): number[] {
  const { labs, spleenLengthMm, liverExcessMm } = clinicalOf(input);
  return [spleenLengthMm, liverExcessMm, ...Object.values(labs ?? {})].filter(
    (value): value is number => typeof value === 'number'
  );
}

/** iwCLL 2018 for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessIwcll2018(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf('iwcll-2018', ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = products(parameters.tstmDefaultMm);
  const numbers = input.timepoints.flatMap(numbersOf);
  const course = readSubject(input, measure, [parameters.tstmDefaultMm, ...numbers]);
  const { bcrInhibitor } = input as AssessmentInput & IwcllSubject;
  const subject: CllSubject = { ...course, parameters, bcrInhibitor: bcrInhibitor === true };
  const timepoints: RatedTimepoint[] = [];
  const evaluated: Evaluated[] = [];
  if (subject.baseline) {
    const base = readBase(subject.baseline, subject);
    timepoints.push(baselineOutput(base, subject));
    for (const visit of subject.visits)
      evaluated.push(evaluateVisit(visit, evaluated, base, subject));
  }
  const revisions = equivocalRevisions(evaluated);
  const responses = evaluated.map(({ output }) => revisedBy(output, revisions.get(output.id)));
  return {
    criterion: 'iwcll-2018',
    parameters: { ...parameters },
    timepoints: [...timepoints, ...responses],
    bestOverallResponse: bestResponseOf(
      responses,
      input,
      parameters,
      subject.baseline,
      iwcllVocabulary
    ),
  };
}
