import type { VisitInput } from './inputSchema.js';
import type { Moment } from './moment.js';
import type { EndpointOptions } from './options.js';
import type { SubjectDates } from './subjectDates.js';
import { vocabularies } from './vocabularies.js';

export interface Visit {
  /** Index in the input. */
  readonly index: number;
  readonly id: string | null;
  /** Null when the visit has no date. */
  readonly at: Moment | null;
  /** Place in time as a day: an undated visit has that of the visit before it, or the start's. */
  readonly place: number;
  /** Null when nothing was recorded. */
  readonly response: string | null;
  /** Date of the response: for progression the earliest component's. */
  readonly respondedAt: Moment | null;
  /** Something was assessed at it, if only that nothing could be. */
  readonly done: boolean;
  readonly adequate: boolean;
  readonly intervalDays: number | null;
  readonly burden: number | null;
}

interface Surroundings {
  readonly dates: SubjectDates;
  readonly start: Moment;
  readonly death: Moment | null;
  readonly options: EndpointOptions;
}

/** ND and MISSING: nothing was done. */
const notDone: readonly string[] = ['ND', 'MISSING'];

function responseOf(visit: VisitInput, field: string, { dates, options }: Surroundings) {
  const { missed, response: given } = visit;
  const response = given === undefined || given === '' || given === 'NA' ? null : given;
  const { rank } = vocabularies[options.vocabulary];
  if (response !== null && !rank.includes(response)) {
    const text = `"${response}" is not a response (known: ${rank.join(', ')})`;
    throw dates.unknownResponse(`${field}/response`, text);
  }
  if (missed !== true) return response;
  if (response !== null && response !== 'NE' && !notDone.includes(response))
    throw dates.contradiction(`${field}/missed`, `a missed visit has the response ${response}`);
  return 'ND';
}

function readVisit(
  visit: VisitInput,
  index: number,
  before: number,
  surroundings: Surroundings
): Visit {
  const { dates, start, death, options } = surroundings;
  const field = `visits/${index}`;
  const { progression, pendingProgression } = vocabularies[options.vocabulary];
  const at = dates.read(visit.date, `${field}/date`);
  const pdAt = dates.read(visit.pdDate, `${field}/pdDate`);
  const response = responseOf(visit, field, surroundings);
  if (at) dates.requireOrder(start, at, `${field}/date`, `before the start (${start.date})`);
  const done = response !== null && !notDone.includes(response);
  if (at && death && done)
    dates.requireOrder(at, death, `${field}/date`, `after death (${death.date})`);
  if (pdAt) {
    dates.requireOrder(start, pdAt, `${field}/pdDate`, `before the start (${start.date})`);
    if (at) dates.requireOrder(pdAt, at, `${field}/pdDate`, `after its visit (${at.date})`);
    if (death) dates.requireOrder(pdAt, death, `${field}/pdDate`, `after death (${death.date})`);
    if (response !== progression && response !== pendingProgression)
      throw dates.contradiction(`${field}/pdDate`, `pdDate with response ${response ?? 'null'}`);
  }
  if (visit.adequate === true && !done)
    throw dates.contradiction(`${field}/adequate`, 'a visit without a response is not adequate');
  if (
    visit.intervalDays !== null &&
    visit.intervalDays !== undefined &&
    options.windowDays === null
  )
    throw dates.missing(`${field}/intervalDays`, 'intervalDays needs the option windowDays');
  if (response === null)
    dates.note(
      `${field}/response`,
      'responseMissing',
      'the visit has no response and is not marked missed'
    );
  if (!at) dates.note(`${field}/date`, 'visitUndated', 'the visit has no date and gives none');
  return {
    index,
    id: visit.id ?? null,
    at,
    place: (at ?? pdAt)?.day ?? before,
    response,
    respondedAt: pdAt ?? at,
    done,
    adequate: visit.adequate ?? (done && (options.adequate === 'any' || response !== 'NE')),
    intervalDays: visit.intervalDays ?? null,
    burden: visit.burden ?? null,
  };
}

/** The visits in time order. Notes those out of order or on one date; throws EndpointError on contradictions. */
export function readVisits(inputs: readonly VisitInput[], surroundings: Surroundings): Visit[] {
  const { dates, start } = surroundings;
  const visits: Visit[] = [];
  for (const [index, input] of inputs.entries()) {
    const last = visits.at(-1);
    const visit = readVisit(input, index, last?.place ?? start.day, surroundings);
    if (last && visit.place < last.place)
      dates.note(`visits/${index}/date`, 'visitsOutOfOrder', 'earlier than the visit before it');
    visits.push(visit);
  }
  visits.sort((a, b) => a.place - b.place);
  visits.forEach((visit, position) => {
    const before = visits[position - 1];
    if (!before) return;
    const field = `visits/${visit.index}`;
    if (visit.at && before.at && visit.at.day === before.at.day)
      dates.note(`${field}/date`, 'visitsOnOneDate', 'of two assessments the worse one counts');
    if (
      visit.respondedAt &&
      visit.respondedAt.day < visit.place &&
      visit.respondedAt.day <= before.place
    )
      dates.note(`${field}/pdDate`, 'pdBeforePriorVisit', 'progression not after the visit before');
  });
  return visits;
}
