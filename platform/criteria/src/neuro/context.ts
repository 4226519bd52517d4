import type { Visit } from '../course/subject.js';
import { dayNumber } from '../dates.js';
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

function daysBetween(from: string, to: string): number {
  return dayNumber(to, '/timepoints') - dayNumber(from, '/radiotherapyEndDate');
}

/** Throws CL_DATE when `radiotherapyEndDate` does not exist. */
export function contextOf(visit: Visit, baseline: Visit | null, input: AssessmentInput): Context {
  const given = visit.input as Visit['input'] & ClinicalInput;
  const atBaseline = (baseline?.input ?? null) as (Visit['input'] & ClinicalInput) | null;
  const { setting, radiotherapyEndDate } = input as AssessmentInput & TreatmentInput;
  const steroids = given.steroids ?? null;
  const start = radiotherapyEndDate ?? baseline?.date ?? null;
  const counted = start === null || visit.date === null ? null : daysBetween(start, visit.date);
  const days = given.daysSinceRadiotherapy ?? counted;
  const wasOn = atBaseline?.steroids != null && atBaseline.steroids !== 'NONE';
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
