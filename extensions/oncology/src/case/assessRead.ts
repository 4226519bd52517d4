import {
  assess,
  criteria,
  CriterionError,
  type AssessmentOutput,
  type Finding,
  type TimepointOutput,
} from '@corelab/criteria';
import type { ReadContext, ReadCriterion } from '@corelab/client';
import { ReadError, toAssessmentInput, type ReadDocument } from '@corelab/reads';

/** The engine's view of the draft as it stands, or the sentence that says why there is none. */
export type DraftAssessment =
  | { ok: true; output: AssessmentOutput; current: TimepointOutput }
  | { ok: false; reason: string };

/** What another criterion of the trial makes of the same draft. */
export interface OtherAssessment {
  criterion: string;
  assessment: DraftAssessment;
}

const millisecondsPerDay = 86_400_000;

/** What readers call a criterion. */
export const criterionName = (id: string): string => criteria[id]?.name ?? id;

/** The day that stands for the baseline's where no dates are told. */
const dayZero = Date.UTC(2000, 0, 1);

/**
 * Dates of the earlier timepoints and, last, of the one being read, as the engine takes them: only differences count for it.
 * Where the charter tells days alone they are counted from one day; a timepoint without either is the day after the one
 * before it, which keeps the order.
 */
export function datesOf({ history, date = '', day = null }: ReadContext): string[] {
  let last = dayZero - millisecondsPerDay;
  return [...history, { date, day }].map(timepoint => {
    if (timepoint.date !== '') last = Date.parse(timepoint.date);
    else if (timepoint.day !== null) last = dayZero + timepoint.day * millisecondsPerDay;
    else last += millisecondsPerDay;
    return new Date(last).toISOString().slice(0, 10);
  });
}

/** The same rule code as the server's over all earlier documents and the draft, under the primary criterion. */
export function assessRead(context: ReadContext, document: ReadDocument): DraftAssessment {
  return assessUnder(context.charter, context, document);
}

/** The same under the trial's other criteria. */
export function assessOthers(context: ReadContext, document: ReadDocument): OtherAssessment[] {
  return (context.charter.others ?? []).map(other => ({
    criterion: other.criterion,
    assessment: assessUnder(other, context, document),
  }));
}

function assessUnder(
  { criterion, parameters }: ReadCriterion,
  context: ReadContext,
  document: ReadDocument
): DraftAssessment {
  const dates = datesOf(context);
  const earlier = context.history.map((entry, index) => ({
    id: entry.timepoint,
    date: dates[index] ?? '',
    ...(index === 0 ? { kind: 'baseline' } : {}),
    document: entry.document,
  }));
  const current = {
    id: context.timepoint,
    date: dates.at(-1) ?? '',
    ...(context.baseline ? { kind: 'baseline' } : {}),
    document,
  };
  try {
    const output = assess(
      toAssessmentInput({ criterion, parameters, timepoints: [...earlier, current] })
    );
    const timepoint = output.timepoints.find(({ id }) => id === context.timepoint);
    return timepoint === undefined
      ? { ok: false, reason: context.timepoint }
      : { ok: true, output, current: timepoint };
  } catch (error) {
    if (error instanceof CriterionError || error instanceof ReadError) {
      return { ok: false, reason: error.message };
    }
    throw error;
  }
}

/** What all criteria find at this timepoint, each thing once: those that share a rule say the same. */
export function findingsOfAll(
  primary: DraftAssessment,
  others: readonly OtherAssessment[]
): Finding[] {
  const found = new Map<string, Finding>();
  for (const assessment of [primary, ...others.map(other => other.assessment)]) {
    for (const finding of assessment.ok ? assessment.current.findings : []) {
      const { rule, lesion, text } = finding;
      const key = JSON.stringify([rule, lesion, text]);
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return [...found.values()];
}
