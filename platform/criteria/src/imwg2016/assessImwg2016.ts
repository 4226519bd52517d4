import { bestOverallResponse } from '../bestOverallResponse.js';
import { checkDates, referenceDate } from '../course/bestResponse.js';
import { equivocalRevisions } from '../course/equivocalRevisions.js';
import { products } from '../course/measure.js';
import { parametersOf } from '../course/parameters.js';
import { readSubject } from '../course/subject.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { baselineOutput, readBase } from './baseline.js';
import { confirmAll } from './confirmation.js';
import { type Evaluated, evaluateVisit, labsOf, type MyelomaSubject } from './evaluateVisit.js';
import type { ImwgSubject } from './inputs.js';
import { labNumbers } from './markers.js';
import { ParametersSchema } from './parameters.js';
import { imwgVocabulary } from './vocabulary.js';

/** IMWG 2016 for one subject, visit by visit; confirmation of a category is that visit's `revised` and `components`. */
export function assessImwg2016(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf('imwg-2016', ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = products(parameters.tstmDefaultMm);
  const numbers = input.timepoints.flatMap(one => labNumbers(labsOf(one)));
  const course = readSubject(input, measure, [parameters.tstmDefaultMm, 0.5, ...numbers]);
  const subject: MyelomaSubject = { ...course, parameters };
  const timepoints: RatedTimepoint[] = [];
  const evaluated: Evaluated[] = [];
  if (subject.baseline) {
    const base = readBase(subject.baseline, subject);
    timepoints.push(baselineOutput(base, subject));
    for (const visit of subject.visits)
      evaluated.push(evaluateVisit(visit, evaluated, base, subject));
  }
  const { deathDueToProgressionDate } = input as AssessmentInput & ImwgSubject;
  const therapy = input.newTherapyDate ?? null;
  const confirmed = confirmAll(
    evaluated.map(({ visit, overall, needsSecond, output }) => ({
      timepoint: visit.id,
      category: overall,
      needsSecond,
      output,
      afterNewTherapy: therapy !== null && visit.date !== null && visit.date >= therapy,
    })),
    parameters['imwg.deathConfirmsPd'] && Boolean(deathDueToProgressionDate)
  );
  const backdated = equivocalRevisions(evaluated);
  for (const { visit, own, shown, by } of confirmed) {
    const { category, output } = visit;
    const revision = backdated.get(output.id);
    const changed = own !== category && shown !== category;
    const revised =
      revision?.revised ??
      (changed && by !== null ? { value: shown, byTimepoint: by, rule: 'confirmation' } : null);
    timepoints.push({
      ...output,
      date: revision?.date ?? output.date ?? null,
      revised,
      components: { confirmed: revision ? 'PD' : shown },
    });
  }
  const options = {
    ...parameters,
    confirmationDays: 0,
    maxInterveningNE: 0,
    acceptInterveningSD: false,
    vocabulary: imwgVocabulary,
    referenceDate: referenceDate(input, parameters, subject.baseline),
    newTherapyDate: therapy,
  };
  const best = (response: (one: RatedTimepoint) => string | null) =>
    bestOverallResponse(
      timepoints.map(one => ({ id: one.id, date: one.date ?? null, response: response(one) })),
      options
    ).unconfirmed;
  return {
    criterion: 'imwg-2016',
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: {
      unconfirmed: best(({ overall, revised }) =>
        overall === 'PD' && revised ? revised.value : (overall ?? null)
      ),
      confirmed: best(({ components }) => components?.confirmed ?? null),
      flags: [],
    },
  };
}
