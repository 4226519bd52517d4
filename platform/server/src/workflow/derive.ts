import { assess, CriterionError, type AssessmentOutput } from '@corelab/criteria';
import { toAssessmentInput, type ReadDocument } from '@corelab/reads';
import { hashJson } from '../audit/canonical-json.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { CodedError } from '../http/coded-error.js';
import { shiftDate } from './calendar.js';
import type { HistoryEntry } from './course-history.js';
import type { OpenRead } from './open-read.js';

/** Named in every signature; a released engine is kept under this version. */
export const engineVersion = 'corelab-criteria 0.1.0';

export interface Derived {
  readonly criterion: string;
  readonly parameterHash: string;
  readonly engineVersion: string;
  /** Over the course up to this read, on shifted dates: only differences of dates count. */
  readonly result: AssessmentOutput;
}

/** A timepoint as the criterion takes it; `date` is empty where there is no full one. */
export interface RatedTimepoint {
  readonly id: string;
  readonly kind: string;
  readonly date: string;
  readonly document: ReadDocument;
}

/**
 * Runs the charter's criterion over the course and this read.
 * @throws those of `rate`
 */
export const derive = (
  read: OpenRead,
  history: readonly HistoryEntry[],
  document: ReadDocument
): Derived =>
  rate(read.charter, [
    ...history.map(entry => ({
      id: entry.timepointCode,
      kind: entry.kind,
      date: entry.date,
      document: entry.document,
    })),
    {
      id: read.timepointCode,
      kind: read.timepointKind,
      date: shiftDate(read.timepointDate, read.dateShiftDays) ?? '',
      document,
    },
  ]);

/**
 * Runs the charter's criterion over timepoints in their order.
 * @throws CodedError 422 CL_TIMEPOINT_UNDATED without a full acquisition date, CL_ASSESSMENT_REFUSED when
 * the engine can't use the input.
 */
export const rate = (
  { criterion, parameters }: Pick<CharterTerms, 'criterion' | 'parameters'>,
  dated: readonly RatedTimepoint[]
): Derived => {
  const undated = dated.find(timepoint => timepoint.date === '');
  if (undated !== undefined) {
    throw new CodedError(
      422,
      'CL_TIMEPOINT_UNDATED',
      `Timepoint ${undated.id} has no full acquisition date, so no response can be derived.`,
      { items: [{ lesion: null, code: 'CL_TIMEPOINT_UNDATED', message: `no date: ${undated.id}` }] }
    );
  }
  try {
    const result = assess(
      toAssessmentInput({ criterion, parameters: { ...parameters }, timepoints: [...dated] })
    );
    return { criterion, parameterHash: hashJson(parameters), engineVersion, result };
  } catch (reason) {
    if (!(reason instanceof CriterionError)) throw reason;
    throw new CodedError(422, 'CL_ASSESSMENT_REFUSED', reason.message, {
      items: [{ lesion: null, code: reason.code, message: reason.message }],
    });
  }
};
