import {
  type BestOverallResponse,
  bestOverallResponse,
  type BestResponseOptions,
  type CountedVisit,
} from '@corelab/criteria';
import type { Moment } from './moment.js';
import type { EndpointOptions } from './options.js';
import type { Subject } from './subject.js';
import type { Visit } from './visits.js';
import { vocabularies } from './vocabularies.js';

/** A visit that enters, with what it counts as and when it responded. */
export interface CountedAssessment extends CountedVisit {
  readonly visit: Visit;
  readonly respondedAt: Moment | null;
}

export interface BestResponses extends BestOverallResponse {
  readonly visits: readonly CountedAssessment[];
}

type Restriction = Pick<BestResponseOptions, 'newTherapyDate' | 'truncateAtPd' | 'pdCutoff'>;

function counted(
  subject: Subject,
  options: EndpointOptions,
  restriction: Restriction,
  responseOf: (visit: Visit) => string | null
): BestResponses {
  const byId = new Map(subject.visits.map(visit => [String(visit.index), visit]));
  const result = bestOverallResponse(
    subject.visits.map(visit => ({
      id: String(visit.index),
      date: visit.respondedAt?.date ?? null,
      response: responseOf(visit),
    })),
    {
      ...options,
      ...restriction,
      vocabulary: vocabularies[options.vocabulary],
      referenceDate: subject.start.date,
    }
  );
  return {
    ...result,
    visits: result.visits.flatMap(one => {
      const visit = byId.get(one.id);
      return visit ? [{ ...one, visit, respondedAt: visit.respondedAt }] : [];
    }),
  };
}

/** Section 16.1. Without an evaluable baseline every visit that was done is NE (section 0.4). */
export function bestResponses(subject: Subject, options: EndpointOptions): BestResponses {
  const rated = subject.baseline === 'complete' || subject.baseline === 'incomplete';
  return counted(
    subject,
    options,
    {
      newTherapyDate: subject.newTherapy?.date ?? null,
      truncateAtPd: options.truncateAtPd,
      pdCutoff: subject.pdCutoff,
    },
    ({ response, done }) => (rated || !done ? response : 'NE')
  );
}

/** Every visit that times to progression look at, one a date, in order. */
export function course(subject: Subject, options: EndpointOptions): readonly CountedAssessment[] {
  const newTherapyDate =
    options.newTherapy === 'censor' ? (subject.newTherapy?.date ?? null) : null;
  const restriction = { newTherapyDate, truncateAtPd: false, pdCutoff: null };
  return counted(subject, options, restriction, ({ response }) => response).visits;
}
