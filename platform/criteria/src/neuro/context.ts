import { checkDates } from '../course/bestResponse.js';
import type { Visit } from '../course/subject.js';
import { dayNumber, daysBetween } from '../dates.js';
import type { AssessmentInput } from '../schemas.js';
import type { ClinicalInput, ClinicalStatus, Steroids, T2Flair, TreatmentInput } from './inputs.js';

/** What was told of the patient at a visit beside the lesions; null: not given. */
export interface Context {
  readonly steroids: Steroids | null;
  readonly clinicalStatus: ClinicalStatus | null;
  readonly t2Flair: T2Flair | null;
  /** The dose is lower than at baseline. */
  readonly taper: boolean;
  readonly histology: 'TUMOUR' | 'NO_TUMOUR' | null;
  readonly inHighDoseField: boolean | null;
  /** Days after radiotherapy of a new diagnosis; null in recurrent disease. */
  readonly daysSinceRadiotherapy: number | null;
  /** The end of radiotherapy was not given: the days are counted from the baseline and may be more. */
  readonly countedFromBaseline: boolean;
}

/** Throws on a date of the subject or the parameters that does not exist. */
export function checkNeuroDates(
  input: AssessmentInput,
  parameters: Parameters<typeof checkDates>[1]
): void {
  checkDates(input, parameters);
  const { radiotherapyEndDate } = input as AssessmentInput & TreatmentInput;
  if (radiotherapyEndDate) dayNumber(radiotherapyEndDate, '/radiotherapyEndDate');
}

export function contextOf(visit: Visit, baseline: Visit, input: AssessmentInput): Context {
  const given = visit.input as Visit['input'] & ClinicalInput;
  const atBaseline = baseline.input as Visit['input'] & ClinicalInput;
  const { setting, radiotherapyEndDate } = input as AssessmentInput & TreatmentInput;
  const steroids = given.steroids ?? null;
  const counted = daysBetween(radiotherapyEndDate ?? baseline.date, visit.date);
  const days = given.daysSinceRadiotherapy ?? counted;
  const wasOn = atBaseline.steroids != null && atBaseline.steroids !== 'NONE';
  return {
    steroids,
    clinicalStatus: given.clinicalStatus ?? null,
    t2Flair: given.t2Flair ?? null,
    taper: steroids === 'LOWER' || (steroids === 'NONE' && wasOn),
    histology: given.histology ?? null,
    inHighDoseField: given.inHighDoseField ?? null,
    daysSinceRadiotherapy: setting === 'newDiagnosis' ? days : null,
    countedFromBaseline:
      setting === 'newDiagnosis' &&
      given.daysSinceRadiotherapy == null &&
      radiotherapyEndDate == null,
  };
}
