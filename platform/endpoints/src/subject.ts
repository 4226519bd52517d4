import { type DatedNumeric, readNumeric } from './changeFromBaseline.js';
import { type EndpointFinding, SubjectDates } from './subjectDates.js';
import type { BaselineState, StopReason, SubjectInput, VisitInput } from './inputSchema.js';
import { earlierOf, laterOf, type Moment } from './moment.js';
import type { EndpointOptions } from './options.js';
import { confirmVisits, readVisits, requireWindow, type Visit } from './visits.js';

/** One subject as known at the data cutoff: what lies after it is gone. */
export interface Subject {
  readonly id: string;
  /** What days count from: randomisation or first dose. */
  readonly start: Moment;
  readonly baseline: BaselineState;
  readonly baselineAt: Moment | null;
  readonly baselineBurden: number | null;
  readonly intervalDays: number | null;
  /** In time order; an undated visit stands after the visit before it. */
  readonly visits: readonly Visit[];
  readonly death: Moment | null;
  readonly newTherapy: Moment | null;
  readonly stop: { readonly at: Moment; readonly reason: StopReason } | null;
  /** The latest day any fact shows the subject alive; null when nothing does. */
  readonly knownAlive: Moment | null;
  readonly cutoff: Moment | null;
  readonly pdCutoff: string | null;
  readonly numeric: readonly DatedNumeric[];
  readonly findings: readonly EndpointFinding[];
}

/** Reads one subject. Throws EndpointError on dates that do not exist or contradict each other. */
export function readSubject(
  input: SubjectInput & { visits: VisitInput[] },
  pointer: string,
  options: EndpointOptions
): Subject {
  const dates = new SubjectDates(input.id, pointer);
  const startField = options.refDate === 'firstDose' ? 'firstDoseDate' : 'startDate';
  const start = dates.read(input[startField], startField);
  if (!start) throw dates.missing(startField, 'the reference date is firstDose');
  const cutoff = dates.read(input.cutoffDate, 'cutoffDate');
  if (cutoff) dates.requireOrder(start, cutoff, 'cutoffDate', `before the start (${start.date})`);
  const death = dates.read(input.deathDate, 'deathDate');
  const therapy = dates.read(input.newTherapyDate, 'newTherapyDate');
  const contact = dates.read(input.lastContactDate, 'lastContactDate');
  const stopped = dates.read(input.stop?.date, 'stop/date');
  for (const [moment, field] of [
    [death, 'deathDate'],
    [therapy, 'newTherapyDate'],
    [stopped, 'stop/date'],
  ] as const)
    if (moment) dates.requireOrder(start, moment, field, `before the start (${start.date})`);
  for (const [moment, field] of [
    [therapy, 'newTherapyDate'],
    [contact, 'lastContactDate'],
    [stopped, 'stop/date'],
  ] as const)
    if (moment && death) dates.requireOrder(moment, death, field, `after death (${death.date})`);
  if (contact && contact.day < start.day)
    dates.note('lastContactDate', 'contactBeforeStart', 'last contact lies before the start');

  requireWindow(input, 'intervalDays', { dates, options });
  const all = readVisits(input.visits, { dates, start, death, options });
  const isKnown = (day: number): boolean => cutoff === null || day <= cutoff.day;
  const seen = all.filter(({ place }) => isKnown(place));
  const visits = confirmVisits(seen, { therapy, options });
  const knownAt = (moment: Moment | null, field: string): Moment | null => {
    if (moment === null || isKnown(moment.day)) return moment;
    dates.note(field, 'afterCutoff', `${moment.date} is after the data cutoff and not used`);
    return null;
  };
  for (const { place, index } of all)
    if (!isKnown(place))
      dates.note(
        `visits/${index}`,
        'afterCutoff',
        'the visit is after the data cutoff and not used'
      );
  const stopAt = knownAt(stopped, 'stop/date');
  const evidence = [
    contact,
    death,
    therapy,
    stopped,
    ...all.map(({ at, respondedAt, done }) => (done ? (at ?? respondedAt) : null)),
  ];
  const alive = evidence.reduce(
    (latest, moment) => (latest && moment ? laterOf(latest, moment) : (moment ?? latest)),
    null
  );
  const lastVisit = visits.findLast(({ at, done }) => at !== null && done)?.at;
  if (contact && lastVisit && contact.day < lastVisit.day)
    dates.note('lastContactDate', 'contactBeforeVisit', 'last contact lies before a visit');
  if (!contact && !death)
    dates.note('lastContactDate', 'contactMissing', 'known alive by visits and other dates only');
  return {
    id: input.id,
    start,
    baseline: input.baseline ?? 'complete',
    baselineAt: dates.read(input.baselineDate, 'baselineDate'),
    baselineBurden: input.baselineBurden ?? null,
    intervalDays: input.intervalDays ?? null,
    visits,
    death: knownAt(death, 'deathDate'),
    newTherapy: knownAt(therapy, 'newTherapyDate'),
    stop: stopAt && input.stop ? { at: stopAt, reason: input.stop.reason } : null,
    knownAlive: alive && cutoff ? earlierOf(alive, cutoff) : alive,
    cutoff,
    pdCutoff: dates.read(input.pdCutoff, 'pdCutoff')?.date ?? options.pdCutoff,
    numeric: readNumeric(input.numeric ?? [], dates, start, cutoff),
    findings: dates.findings,
  };
}
