import { confirmAll } from '@corelab/criteria';
import type { VisitInput } from './inputSchema.js';
import type { Moment } from './moment.js';
import type { EndpointOptions } from './options.js';
import type { SubjectDates } from './subjectDates.js';
import { codesOf, isAmong, vocabularies } from './vocabularies.js';

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
  /** What later visits confirmed; the response itself where the criterion does not confirm by the next visit. */
  readonly confirmed: string | null;
  /** Shows progression that nothing confirmed or voided. */
  readonly unresolved: boolean;
  /** Date of the response: for progression the earliest component's. */
  readonly respondedAt: Moment | null;
  /** Something was assessed at it, if only that nothing could be. */
  readonly done: boolean;
  readonly adequate: boolean;
  readonly intervalDays: number | null;
  readonly burden: number | null;
}

type Confirmed = ReturnType<typeof confirmAll>[number];

interface Surroundings {
  readonly dates: SubjectDates;
  readonly start: Moment;
  readonly death: Moment | null;
  readonly options: EndpointOptions;
}

/** ND and MISSING: nothing was done. */
const notDone: readonly string[] = ['ND', 'MISSING'];

/** Throws CL_RESPONSE_UNKNOWN on a code the criterion does not have. */
function requireKnown(
  code: string,
  visit: VisitInput,
  field: string,
  { dates, options }: Surroundings
): void {
  const known = codesOf(vocabularies[options.vocabulary]);
  if (known.includes(code)) return;
  const at = visit.id ?? visit.date ?? 'a visit';
  const text = `"${code}" at ${at} is not a response of ${options.criterion} (known: ${known.join(', ')})`;
  throw dates.unknownResponse(field, text);
}

function responseOf(visit: VisitInput, field: string, surroundings: Surroundings) {
  const { missed, response: given } = visit;
  const response = given === undefined || given === '' || given === 'NA' ? null : given;
  if (response !== null) requireKnown(response, visit, `${field}/response`, surroundings);
  if (visit.confirmed) requireKnown(visit.confirmed, visit, `${field}/confirmed`, surroundings);
  if (missed !== true) return response;
  if (response !== null && response !== 'NE' && !notDone.includes(response))
    throw surroundings.dates.contradiction(
      `${field}/missed`,
      `a missed visit has the response ${response}`
    );
  return 'ND';
}

/** Throws CL_ENDPOINT_INPUT on a planned interval without its window. */
export function requireWindow(
  { intervalDays }: Pick<VisitInput, 'intervalDays'>,
  field: string,
  { dates, options }: Pick<Surroundings, 'dates' | 'options'>
): void {
  if (typeof intervalDays === 'number' && options.windowDays === null)
    throw dates.unusable(field, `${field} needs the option windowDays`);
}

function readVisit(
  visit: VisitInput,
  index: number,
  before: number,
  surroundings: Surroundings
): Visit {
  const { dates, start, death, options } = surroundings;
  const field = `visits/${index}`;
  const { progression, pending, unresolved } = vocabularies[options.vocabulary];
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
    const progressed = isAmong([...progression, ...pending], response) || visit.unresolved;
    if (response === null || !progressed)
      throw dates.contradiction(`${field}/pdDate`, `pdDate with response ${String(response)}`);
  }
  if (visit.adequate === true && !done)
    throw dates.contradiction(`${field}/adequate`, 'a visit without a response is not adequate');
  requireWindow(visit, `${field}/intervalDays`, surroundings);
  if (response === null)
    dates.note(
      `${field}/response`,
      'responseMissing',
      'the visit has no response and is not marked missed'
    );
  const open = visit.unresolved === true || isAmong(pending, response);
  if (open && unresolved === 'pduRpfs') {
    const text = `progression that nothing confirmed or resolved (pduRpfs: ${options.pduRpfs})`;
    dates.note(`${field}/response`, 'unresolvedProgression', text);
  }
  if (!at) dates.note(`${field}/date`, 'visitUndated', 'the visit has no date and gives none');
  return {
    index,
    id: visit.id ?? null,
    at,
    place: (at ?? pdAt)?.day ?? before,
    response,
    confirmed: visit.confirmed ?? null,
    unresolved: open,
    respondedAt: pdAt ?? at,
    done,
    adequate: visit.adequate ?? (done && (options.adequate === 'any' || response !== 'NE')),
    intervalDays: visit.intervalDays ?? null,
    burden: visit.burden ?? null,
  };
}

/**
 * Visits in time order with what is confirmed. IMWG: each category as the next evaluable visit confirms it; progression
 * that nothing confirms is not adequate.
 */
export function confirmVisits(
  visits: readonly Visit[],
  { therapy, options }: Pick<Surroundings, 'options'> & { readonly therapy: Moment | null }
): Visit[] {
  const { byNextVisit, progression } = vocabularies[options.vocabulary];
  if (!byNextVisit) return visits.map(visit => ({ ...visit, confirmed: visit.response }));
  const categories = visits.map(({ index, response, done, place }) => ({
    timepoint: String(index),
    category: ((done ? response : null) ?? 'NE') as Parameters<
      typeof confirmAll
    >[0][number]['category'],
    needsSecond: true,
    afterNewTherapy: therapy !== null && place >= therapy.day,
  }));
  const derived = confirmAll(categories, false);
  return visits.map((visit, index) => {
    const { response, done, adequate } = visit;
    const { shown, by = null }: Partial<Confirmed> = derived[index] ?? {};
    const confirmed = done ? (visit.confirmed ?? shown ?? null) : response;
    if (!isAmong(progression, response) || isAmong(progression, confirmed))
      return { ...visit, confirmed };
    return by === null
      ? { ...visit, confirmed, adequate: false }
      : { ...visit, response: confirmed, confirmed, adequate: adequate && confirmed !== 'NE' };
  });
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
