import { type Criterion, CriterionError } from './criterion.js';
import type { RatedTimepoint } from './reason.js';
import type { AssessmentInput, TimepointInput } from './schemas.js';

export type ReaderResponse = NonNullable<TimepointInput['readerResponse']>;

/** The responses that the reader gave, by timepoint. */
export const readerResponsesIn = ({
  timepoints,
}: AssessmentInput): ReadonlyMap<string, ReaderResponse> =>
  new Map(
    timepoints.flatMap(({ id, readerResponse }) => (readerResponse ? [[id, readerResponse]] : []))
  );

/** Throws CriterionError CL_READER_RESPONSE on a code that no reader may give under this criterion. */
export function requireReaderResponses(
  { name, readerResponses }: Criterion,
  { timepoints }: AssessmentInput
): void {
  timepoints.forEach(({ id, readerResponse }, index) => {
    if (!readerResponse || readerResponses.includes(readerResponse.value)) return;
    const known =
      readerResponses.length === 0
        ? 'its response is calculated alone'
        : `a reader may give ${readerResponses.join(', ')}`;
    throw new CriterionError(
      'CL_READER_RESPONSE',
      `/timepoints/${index}/readerResponse/value`,
      `${id}: "${readerResponse.value}" is no reader's response by ${name}: ${known}`
    );
  });
}

const source = "Charter of the trial: the reader's response";

/**
 * The timepoint with the response that its reader gave; what was calculated stays beside it. It blocks once another one is
 * calculated than the reader saw. Throws CriterionError CL_READER_RESPONSE where the criterion gives none to differ from.
 */
export function asGiven(rated: RatedTimepoint, given: ReaderResponse | undefined): RatedTimepoint {
  if (given === undefined) return rated;
  const { id, overall: calculated, trace, findings } = rated;
  const { value, inPlaceOf } = given;
  if (calculated === undefined) {
    const message = `${id}: there is no response here that a reader's could stand in place of`;
    throw new CriterionError('CL_READER_RESPONSE', '/timepoints', message);
  }
  const text = `The reader gave ${value} in place of the calculated ${calculated}.`;
  const stale = `The calculated response is ${calculated} now: ${value} was given in place of ${inPlaceOf}.`;
  return {
    ...rated,
    overall: value,
    calculated,
    trace: [...trace, { rule: 'overall.reader', text, numbers: {}, source }],
    findings:
      calculated === inPlaceOf
        ? findings
        : [
            ...findings,
            { rule: 'overall.reader', severity: 'block', lesion: null, text: stale, source },
          ],
  };
}
