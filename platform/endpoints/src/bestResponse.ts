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
import { isAmong, vocabularies } from './vocabularies.js';

/** A visit that enters, with what it counts as and when it responded. */
export interface CountedAssessment extends CountedVisit {
  readonly visit: Visit;
  readonly respondedAt: Moment | null;
}

export interface BestResponses extends BestOverallResponse {
  readonly visits: readonly CountedAssessment[];
}

type Restriction = Pick<BestResponseOptions, 'newTherapyDate' | 'pdCutoff'> &
  Partial<Pick<BestResponseOptions, 'truncateAtPd'>>;

function counted(
  subject: Subject,
  options: EndpointOptions,
  restriction: Restriction,
  responseOf: (visit: Visit) => string | null
): BestResponses {
  const result = bestOverallResponse(
    subject.visits.map(visit => ({
      id: String(visit.index),
      date: visit.respondedAt?.date ?? null,
      response: responseOf(visit),
    })),
    {
      ...options,
      ...restriction,
      vocabulary: vocabularies[options.vocabulary].responses,
      referenceDate: subject.start.date,
    }
  );
  return {
    ...result,
    visits: result.visits.flatMap(one =>
      subject.visits
        .filter(({ index }) => String(index) === one.id)
        .map(visit => ({ ...one, visit, respondedAt: visit.respondedAt }))
    ),
  };
}

/** PDu is no rank of its own: it counts as stable disease or as progression. */
function ranked(response: string | null, as: 'stable' | 'progression', options: EndpointOptions) {
  const { responses, pending } = vocabularies[options.vocabulary];
  const unranked = pending.filter(code => !responses.rank.includes(code));
  return isAmong(unranked, response) ? responses[as] : response;
}

/** Where the best response ends: at the first progression that no later visit is waited for. */
function untilSettled(subject: Subject, options: EndpointOptions): Subject {
  const { progression } = vocabularies[options.vocabulary];
  const isFinal = ({ response, unresolved }: Visit): boolean =>
    isAmong(progression, response) && !unresolved;
  const end = subject.visits.findIndex(isFinal);
  return end < 0 ? subject : { ...subject, visits: subject.visits.slice(0, end + 1) };
}

/** Both best responses where each category is confirmed by the next visit: the criterion's own confirmation. */
function byNextVisit(
  best: (responseOf: (visit: Visit) => string | null) => BestResponses
): BestResponses {
  const read = best(({ response }) => response);
  const shown = best(({ confirmed }) => confirmed);
  const asRead = new Map(read.visits.map(one => [one.id, one]));
  const asShown = new Map(shown.visits.map(one => [one.id, one]));
  const visits = [...new Map([...read.visits, ...shown.visits].map(one => [one.id, one])).values()];
  return {
    unconfirmed: read.unconfirmed,
    confirmed: shown.unconfirmed,
    flags: [],
    visits: visits
      .sort((a, b) => a.visit.place - b.visit.place)
      .map(one => ({
        ...one,
        response: asRead.get(one.id)?.response ?? one.response,
        unconfirmed: asRead.get(one.id)?.unconfirmed ?? 'NE',
        confirmed: asShown.get(one.id)?.unconfirmed ?? 'NE',
      })),
  };
}

/** Section 16.1. Without an evaluable baseline every visit that was done is NE (section 0.4). */
export function bestResponses(subject: Subject, options: EndpointOptions): BestResponses {
  const rated = subject.baseline === 'complete' || subject.baseline === 'incomplete';
  const { byNextVisit: confirms, progression } = vocabularies[options.vocabulary];
  const waits = subject.visits.some(
    ({ unresolved, response }) => unresolved && isAmong(progression, response)
  );
  const ends = options.truncateAtPd && subject.pdCutoff === null;
  const pduAs = options.pduBor === 'PD' ? 'progression' : 'stable';
  const best = (responseOf: (visit: Visit) => string | null): BestResponses =>
    counted(
      ends ? untilSettled(subject, options) : subject,
      options,
      {
        newTherapyDate: subject.newTherapy?.date ?? null,
        truncateAtPd: options.truncateAtPd && !waits,
        pdCutoff: subject.pdCutoff,
      },
      visit => (rated || !visit.done ? ranked(responseOf(visit), pduAs, options) : 'NE')
    );
  return confirms ? byNextVisit(best) : best(({ response }) => response);
}

/** Every visit that times to progression look at, one a date, in order. */
export function course(subject: Subject, options: EndpointOptions): readonly CountedAssessment[] {
  const newTherapyDate =
    options.newTherapy === 'censor' ? (subject.newTherapy?.date ?? null) : null;
  const restriction = { newTherapyDate, pdCutoff: null };
  const { unresolved, responses } = vocabularies[options.vocabulary];
  const opens = unresolved === 'pduRpfs' && options.pduRpfs === 'event';
  return counted(subject, options, restriction, visit =>
    opens && visit.unresolved ? responses.progression : ranked(visit.confirmed, 'stable', options)
  ).visits;
}
