import { contributions } from '../course/baseline.js';
import { finding } from '../course/baselineFindings.js';
import { sumOf } from '../course/burden.js';
import { targetState } from '../course/lesionState.js';
import { products } from '../course/measure.js';
import { productFindings } from '../course/productFindings.js';
import type { Visit } from '../course/subject.js';
import type { RatedTimepoint } from '../reason.js';
import type { Finding } from '../schemas.js';
import { type Base, labsOf, type MyelomaSubject } from './evaluateVisit.js';
import { markerText, markerValues, measurableAt, source } from './markers.js';

export function readBase(visit: Visit, subject: MyelomaSubject): Base {
  const { scale, parameters, targets } = subject;
  const rules = {
    measure: products(parameters.tstmDefaultMm),
    scale,
    localTreatment: parameters.localTreatment,
  };
  const states = targets.map(target => targetState(target, [visit], rules));
  const labs = labsOf(visit.input);
  const missing = states.filter(({ complete }) => !complete).map(({ id }) => id);
  const problem =
    visit.input.evaluable === false
      ? `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`
      : missing.length > 0
        ? `the baseline has no product for ${missing.join(', ')}`
        : null;
  return { visit, labs, values: markerValues(labs, scale), states, problem };
}

export function baselineOutput(
  { visit, labs, values, states, problem }: Base,
  subject: MyelomaSubject
): RatedTimepoint {
  const { scale, targets, parameters } = subject;
  const { required } = measurableAt(labs);
  const findings: Finding[] = productFindings(visit, subject, source);
  if (problem !== null)
    findings.push(
      finding('baseline.notEvaluable', 'block', null, `Every visit is NE: ${problem}.`, source)
    );
  // Of the measurable markers only the light chains are a difference: measurable by the involved one alone.
  if (required.includes('flc') && values.flc === null)
    findings.push(
      finding(
        'baseline.uninvolvedChainMissing',
        'block',
        null,
        'The response goes by the difference of free light chains, and the uninvolved chain is not given: no visit has a response.',
        source
      )
    );
  if (required.length === 0 && targets.length === 0)
    findings.push(
      finding(
        'baseline.notMeasurable',
        'block',
        null,
        'No measurable disease: serum M from 1 g/dL, urine M from 200 mg/24 h, involved light chain from 10 mg/dL with an abnormal ratio, marrow plasma cells from 30 %.',
        source
      )
    );
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const names = required.map(marker => markerText[marker].name).join(', ');
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : { value: sum.complete ? scale.toMm2(sum.known) : null, unit: 'mm2' },
    lesions: contributions(states, { measure: products(parameters.tstmDefaultMm), scale }),
    trace: [
      {
        rule: 'baseline.measurable',
        text: names === '' ? 'No measurable marker.' : `The response goes by ${names}.`,
        numbers: {},
        source,
      },
    ],
    findings,
  };
}
