import type { AssessmentOutput } from '@corelab/criteria';
import type { ReadDocument } from '@corelab/reads';
import { hashJson } from '../audit/canonical-json.js';
import type { TrialTerms } from '../trials/charter-terms.js';
import { CodedError } from '../http/coded-error.js';
import { shiftDate } from './calendar.js';
import type { HistoryEntry } from './course-history.js';
import { engine } from './engine.js';
import type { OpenRead } from './open-read.js';

/** Named in every signature; the file of an engine is kept under the hash in it. */
export const engineVersion = engine.version;

export interface Derived {
  readonly criterion: string;
  readonly parameterHash: string;
  readonly engineVersion: string;
  /** Over the course up to this read, on shifted dates: only differences of dates count. */
  readonly result: AssessmentOutput;
}

/** What every criterion of a charter makes of the same marks. */
export interface DerivedByAll {
  /** Reads are compared and decided on by it. */
  readonly primary: Derived;
  /** In the charter's order. */
  readonly others: readonly Derived[];
}

/** A timepoint as the criterion takes it; `date` is empty where there is no full one. */
export interface RatedTimepoint {
  readonly id: string;
  readonly kind: string;
  readonly date: string;
  readonly document: ReadDocument;
}

/**
 * Runs the charter's criteria over the course and this read.
 * @throws those of `rate`
 */
export const derive = (
  read: OpenRead,
  history: readonly HistoryEntry[],
  document: ReadDocument
): DerivedByAll =>
  rateByAll(read.charter, [
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
 * Runs each of the charter's criteria over the same timepoints.
 * @throws those of `rate`
 */
export const rateByAll = (
  { criterion, parameters, others }: Pick<TrialTerms, 'criterion' | 'parameters' | 'others'>,
  dated: readonly RatedTimepoint[]
): DerivedByAll => ({
  primary: rate({ criterion, parameters }, dated),
  others: others.map(other => rate(other, dated)),
});

/**
 * Runs one criterion over timepoints in their order.
 * @throws CodedError 422 CL_TIMEPOINT_UNDATED without a full acquisition date, CL_ASSESSMENT_REFUSED when
 * the engine can't use the input.
 */
export const rate = (
  { criterion, parameters }: Pick<TrialTerms, 'criterion' | 'parameters'>,
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
  const made = engine.evaluate({ criterion, parameters, timepoints: dated });
  if ('result' in made)
    return { criterion, parameterHash: hashJson(parameters), engineVersion, result: made.result };
  const { code, message } = made.refused;
  throw new CodedError(422, 'CL_ASSESSMENT_REFUSED', message, {
    items: [{ lesion: null, code, message }],
  });
};

/** What a signature binds of what was derived, by one criterion or by several. */
export const boundDerivation = ({ primary, others }: DerivedByAll) => {
  const ofOne = ({ criterion, parameterHash, result }: Derived) => ({
    ...{ criterion, parameterHash, derivedHash: hashJson(result) },
  });
  return {
    ...{ ...ofOne(primary), engineVersion: primary.engineVersion },
    // Absent where there are none: a signature by one criterion is what it always was.
    ...(others.length === 0 ? {} : { others: others.map(ofOne) }),
  };
};

/** A finding that keeps what it is about from being signed. */
export interface BlockingFinding {
  readonly timepoint: string;
  readonly lesion: string | null;
  readonly code: string;
  readonly message: string;
}

/** Those of all criteria, each once: criteria that share a rule say the same of a lesion. */
export const blockingFindings = ({ primary, others }: DerivedByAll): BlockingFinding[] => {
  const found = new Map<string, BlockingFinding>();
  for (const { result } of [primary, ...others]) {
    for (const { id, findings } of result.timepoints) {
      for (const { severity, lesion, rule, text } of findings) {
        const finding = { timepoint: id, lesion, code: rule, message: text };
        const key = hashJson(finding);
        if (severity === 'block' && !found.has(key)) found.set(key, finding);
      }
    }
  }
  return [...found.values()];
};
