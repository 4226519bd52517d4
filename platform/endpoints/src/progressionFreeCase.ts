import { course } from './bestResponse.js';
import { earlierOf, type Moment } from './moment.js';
import type { EndpointOptions } from './options.js';
import { type Progression, progressionOf } from './progression.js';
import type { Subject } from './subject.js';
import type { Visit } from './visits.js';
import { censorsUnresolved } from './vocabularies.js';

export interface ProgressionFreeEvent {
  readonly kind: 'progression' | 'clinicalProgression' | 'death';
  readonly at: Moment;
  /** Only visits before this day were assessments before the event. */
  readonly assessedBefore: number;
}

/** What the censoring rules look at. */
export interface ProgressionFreeCase {
  readonly subject: Subject;
  readonly options: EndpointOptions;
  readonly progression: Progression | null;
  /** A progression that enters and has no date. */
  readonly undated: boolean;
  /** The first event, before any rule censors it. */
  readonly event: ProgressionFreeEvent | null;
  /** Latest adequate assessment before a day. */
  lastAdequate(beforeDay: number): Visit | null;
  /** Where a subject without an event leaves: last adequate assessment before a day, else the start. */
  censoredAt(beforeDay: number): Moment;
}

export const never = Number.POSITIVE_INFINITY;

function eventOf(
  subject: Subject,
  options: EndpointOptions,
  progression: Progression | null
): ProgressionFreeEvent | null {
  const events: ProgressionFreeEvent[] = [];
  const at = progression?.first.respondedAt;
  if (progression && at && !(progression.pending && censorsUnresolved(options)))
    events.push({ kind: 'progression', at, assessedBefore: at.day });
  const { stop, death } = subject;
  if (stop?.reason === 'clinicalProgression' && options.clinicalPd === 'event')
    events.push({ kind: 'clinicalProgression', at: stop.at, assessedBefore: stop.at.day + 1 });
  if (death) events.push({ kind: 'death', at: death, assessedBefore: death.day + 1 });
  return events.reduce<ProgressionFreeEvent | null>(
    (first, one) => (first === null || one.at.day < first.at.day ? one : first),
    null
  );
}

export function progressionFreeCase(
  subject: Subject,
  options: EndpointOptions
): ProgressionFreeCase {
  const progression = progressionOf(course(subject, options), options);
  const lastAdequate = (beforeDay: number): Visit | null =>
    subject.visits.findLast(({ at, adequate }) => adequate && at !== null && at.day < beforeDay) ??
    null;
  // Whoever is censored in an open run was last known to be free of progression before it began.
  const free =
    progression?.pending && censorsUnresolved(options) ? progression.first.visit.place : never;
  return {
    subject,
    options,
    progression,
    undated: progression !== null && progression.first.respondedAt === null,
    event: eventOf(subject, options, progression),
    lastAdequate,
    censoredAt: beforeDay => lastAdequate(Math.min(beforeDay, free))?.at ?? subject.start,
  };
}

/** Whether two or more consecutive assessments before the event were missed, and when the first was due. */
export interface MissedAssessments {
  readonly missed: boolean;
  /** Null when neither an interval nor a dated visit tells. */
  readonly firstMissed: Moment | null;
}

/**
 * The gap from the last adequate assessment before the event (else the start) against `missedGap`, else
 * 2 x interval + 2 x window with the interval planned at that assessment. Without either, the visits listed between
 * the two count: none of them was adequate.
 */
export function missedBefore(
  event: ProgressionFreeEvent,
  { subject, options, lastAdequate }: ProgressionFreeCase,
  momentOfDay: (day: number) => Moment
): MissedAssessments {
  const last = lastAdequate(event.assessedBefore);
  const from = last?.at ?? subject.start;
  const planned = last ? last.intervalDays : subject.intervalDays;
  const interval = planned ?? options.intervalDays;
  const position = last ? subject.visits.indexOf(last) : -1;
  const between = subject.visits
    .slice(position + 1)
    .filter(({ place }) => place < event.assessedBefore);
  const windowed =
    interval === null || options.windowDays === null ? null : 2 * interval + 2 * options.windowDays;
  const limit = options.missedGap ?? windowed;
  const due = interval === null ? (between[0]?.at ?? null) : momentOfDay(from.day + interval);
  return {
    missed: limit === null ? between.length >= 2 : event.at.day - from.day > limit,
    firstMissed: due && earlierOf(event.at, due),
  };
}
