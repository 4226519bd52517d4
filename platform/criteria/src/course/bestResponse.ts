import { bestOverallResponse } from '../bestOverallResponse.js';
import type { ResponseVocabulary } from '../bestOverallResponseVocabulary.js';
import { CriterionError } from '../criterion.js';
import { dayNumber } from '../dates.js';
import { readerResponsesIn } from '../readerResponse.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import type { BestResponseParameters } from './parameters.js';
import type { Visit } from './subject.js';

/** The day that days count from: `startDate` (randomisation) or `firstDoseDate`, else the baseline's date. */
export function referenceDate(
  input: AssessmentInput,
  { refDate }: Pick<BestResponseParameters, 'refDate'>,
  baseline: Pick<Visit, 'date'> | null
): string | null {
  if (refDate === 'firstDose' && !input.firstDoseDate) {
    const message = 'refDate is "firstDose" but firstDoseDate is not given';
    throw new CriterionError('CL_DATE', '/firstDoseDate', message);
  }
  const [name, date] =
    refDate === 'firstDose'
      ? ['firstDoseDate', input.firstDoseDate]
      : ['startDate', input.startDate];
  if (date) dayNumber(date, `/${name}`);
  return date ?? baseline?.date ?? null;
}

/** Throws on a date of the subject or the parameters that does not exist. */
export function checkDates(
  input: AssessmentInput,
  { pdCutoff }: Pick<BestResponseParameters, 'pdCutoff'>
): void {
  if (pdCutoff) dayNumber(pdCutoff, '/parameters/pdCutoff');
  if (input.newTherapyDate) dayNumber(input.newTherapyDate, '/newTherapyDate');
}

/**
 * Best overall response of the visits after the baseline; what a later visit revised counts as revised, else what the
 * reader gave in place of the calculated response.
 */
export function bestResponseOf(
  visits: readonly RatedTimepoint[],
  input: AssessmentInput,
  parameters: BestResponseParameters,
  baseline: Pick<Visit, 'date'> | null,
  vocabulary?: ResponseVocabulary
): RatedSubject['bestOverallResponse'] {
  const given = readerResponsesIn(input);
  const { unconfirmed, confirmed, flags } = bestOverallResponse(
    visits.map(({ id, date, overall, revised }) => ({
      id,
      date: date ?? null,
      response: revised?.value ?? given.get(id)?.value ?? overall ?? null,
    })),
    {
      ...parameters,
      ...(vocabulary ? { vocabulary } : {}),
      referenceDate: referenceDate(input, parameters, baseline),
      newTherapyDate: input.newTherapyDate ?? null,
    }
  );
  return { unconfirmed, confirmed, flags: [...flags] };
}
