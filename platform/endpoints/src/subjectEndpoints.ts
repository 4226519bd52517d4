import { type BestResponses, bestResponses } from './bestResponse.js';
import { changesFromBaseline, type NumericEndpoint } from './changeFromBaseline.js';
import type { Duration } from './moment.js';
import type { EndpointOptions } from './options.js';
import { type SubjectPlots, subjectPlots } from './plots.js';
import { progressionFreeCase } from './progressionFreeCase.js';
import {
  type ClinicalBenefit,
  clinicalBenefit,
  firstResponse,
  timeToResponse,
  type Variant,
} from './responseTimes.js';
import type { Subject } from './subject.js';
import type { EndpointFinding } from './subjectDates.js';
import {
  durationOfResponse,
  overallSurvival,
  progressionFreeEnding,
  progressionFreeSurvival,
  type TimeToEvent,
} from './timesToEvent.js';

export interface SubjectEndpoints {
  readonly id: string;
  /** A flag's timepoint is the visit's id, its index where it has none. */
  readonly bestOverallResponse: Pick<BestResponses, 'unconfirmed' | 'confirmed' | 'flags'>;
  /** Date of the first response. */
  readonly responseDate: Readonly<Record<Variant, string | null>>;
  /** The first documented progression that enters, censored or not. */
  readonly progression: {
    readonly date: string | null;
    readonly response: string;
    /** iRECIST, RANO 2.0: neither confirmed nor reset. */
    readonly pending: boolean;
    readonly confirmedDate: string | null;
  } | null;
  readonly pfs: TimeToEvent;
  readonly os: TimeToEvent;
  /** Responders only; null also where progression came before the response. */
  readonly dor: TimeToEvent | null;
  readonly ttr: (Duration & { readonly date: string }) | null;
  readonly clinicalBenefit: Readonly<Record<Variant, ClinicalBenefit>>;
  readonly numeric: readonly NumericEndpoint[];
  readonly plots: SubjectPlots;
  readonly findings: readonly EndpointFinding[];
}

/** Which best response the rates, times and plots use. */
export function variantOf({ confirmation }: EndpointOptions): Variant {
  return confirmation === 'responses' ? 'confirmed' : 'unconfirmed';
}

/** Every endpoint of one subject. */
export function subjectEndpoints(subject: Subject, options: EndpointOptions): SubjectEndpoints {
  const { start } = subject;
  const best = bestResponses(subject, options);
  const { unconfirmed, confirmed, flags } = best;
  const named = new Map(best.visits.map(({ id, visit }) => [id, visit.id ?? id]));
  const subjectCase = progressionFreeCase(subject, options);
  const ending = progressionFreeEnding(subjectCase);
  const respondedAt = firstResponse(best, variantOf(options), options)?.respondedAt ?? null;
  const { progression } = subjectCase;
  const pfs = progressionFreeSurvival(start, ending);
  return {
    id: subject.id,
    bestOverallResponse: {
      unconfirmed,
      confirmed,
      flags: flags.map(({ code, timepoint }) => ({
        code,
        timepoint: named.get(timepoint) ?? timepoint,
      })),
    },
    responseDate: {
      unconfirmed: firstResponse(best, 'unconfirmed', options)?.date ?? null,
      confirmed: firstResponse(best, 'confirmed', options)?.date ?? null,
    },
    progression: progression && {
      date: progression.first.date,
      response: progression.first.visit.response ?? progression.first.response,
      pending: progression.pending,
      confirmedDate: progression.confirmedBy?.date ?? null,
    },
    pfs,
    os: overallSurvival(subject),
    dor: respondedAt && durationOfResponse(respondedAt, ending),
    ttr: respondedAt && timeToResponse(start, respondedAt),
    clinicalBenefit: {
      unconfirmed: clinicalBenefit(best, 'unconfirmed', subject, options),
      confirmed: clinicalBenefit(best, 'confirmed', subject, options),
    },
    numeric: subject.numeric.map(one => changesFromBaseline(one, start)),
    plots: subjectPlots(subject, best, {
      respondedAt,
      progressedAt: progression?.first.respondedAt ?? null,
      ongoing: !pfs.event,
    }),
    findings: subject.findings,
  };
}
