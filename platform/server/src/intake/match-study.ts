import { isBeforeBaseline } from '../trials/timepoint-kinds.js';
import { nearSubjects, plainSpelling, type Candidates } from './candidates.js';
import type { FoundInImage } from './found-in-image.js';
import type { IntakeRules } from './intake-rules.js';
import type { ReceivedSeries } from './received-study.js';
import { daysBetween, nearWindows } from './visit-window.js';

/** What a study says of where it belongs, by the charter's attribute rules; null where it says nothing. */
export interface FoundInStudy {
  readonly subject: string | null;
  readonly site: string | null;
  readonly timepoint: string | null;
  readonly acquisitionDate: string | null;
  /** Which of them its images do not agree on; they are null. */
  readonly disagree: readonly ('subject' | 'site' | 'timepoint')[];
}

/** What the trial knows beside the study. */
export interface MatchContext {
  /** Identifiers of its subjects. */
  readonly subjects: readonly string[];
  /** Date of the found subject's baseline, YYYY-MM-DD. */
  readonly baselineDate: string | null;
  /** The first timepoint after the baseline of the found subject that has a date, by that date. */
  readonly firstFollowUp: { readonly code: string; readonly date: string } | null;
}

export interface Match {
  readonly subject: string;
  readonly site: string;
  readonly timepoint: string;
}

export type MatchOutcome =
  | ({ readonly ok: true } & Match)
  | {
      readonly ok: false;
      /** What stands in the way, each with what it is about before the colon. */
      readonly reasons: readonly string[];
      readonly candidates: Candidates;
    };

const candidatesAtMost = 5;

/** The earliest date of the series that have a role; of all where none has. */
export const studyDate = (
  series: readonly Pick<ReceivedSeries, 'role' | 'acquisitionDate'>[]
): string | null => {
  const dated = series.filter(({ acquisitionDate }) => acquisitionDate !== null);
  const withRole = dated.filter(({ role }) => role !== null);
  const dates = (withRole.length > 0 ? withRole : dated).map(
    ({ acquisitionDate }) => acquisitionDate ?? ''
  );
  return dates.sort()[0] ?? null;
};

export const foundInStudy = (
  images: readonly Pick<FoundInImage, 'subject' | 'site' | 'timepoint'>[],
  series: readonly ReceivedSeries[]
): FoundInStudy => {
  const disagree: ('subject' | 'site' | 'timepoint')[] = [];
  const agreed = (name: 'subject' | 'site' | 'timepoint'): string | null => {
    const values = new Set(images.map(image => image[name]));
    if (values.size > 1) disagree.push(name);
    const [value] = values;
    return values.size === 1 ? (value ?? null) : null;
  };
  const [subject, site, timepoint] = [agreed('subject'), agreed('site'), agreed('timepoint')];
  return { subject, site, timepoint, acquisitionDate: studyDate(series), disagree };
};

const said = (found: FoundInStudy, name: 'subject' | 'site' | 'timepoint'): string | null =>
  found.disagree.includes(name)
    ? `${name}: the instances disagree`
    : found[name] === null
      ? `${name}: absent`
      : null;

const subjectReason = (
  found: FoundInStudy,
  rules: IntakeRules,
  { subjects }: MatchContext
): string | null => {
  const missing = said(found, 'subject');
  if (missing !== null || found.subject === null) return missing;
  const { subject } = found;
  if (subjects.includes(subject)) return null;
  if (!rules.isSubject(subject)) {
    return `subject: ${subject} is not written as the charter writes subjects`;
  }
  const alike = subjects.find(known => plainSpelling(known) === plainSpelling(subject));
  return alike === undefined ? null : `subject: ${subject} is unknown and spelt like ${alike}`;
};

const siteReason = (found: FoundInStudy, rules: IntakeRules): string | null =>
  said(found, 'site') ??
  (found.site !== null && rules.sites.has(found.site)
    ? null
    : `site: ${found.site} is not in the charter`);

/** Days of the study from the baseline, or why there are none. */
const dayOf = (found: FoundInStudy, { baselineDate }: MatchContext): number | string => {
  if (found.acquisitionDate === null) return 'timepoint: the study has no acquisition date';
  if (baselineDate === null) return "timepoint: the subject's baseline has no date yet";
  const day = daysBetween(baselineDate, found.acquisitionDate);
  return day ?? 'timepoint: a date is not a whole date';
};

/** Both dates, where the study is older than the subject's baseline: no course can be assessed with it. */
const beforeBaseline = (found: FoundInStudy, context: MatchContext): string | null => {
  const day = dayOf(found, context);
  return typeof day === 'number' && day < 0
    ? `${found.acquisitionDate}, before the baseline of ${context.baselineDate}`
    : null;
};

/** Both dates, where the study would date the subject's baseline after a follow-up: no course can be assessed with it. */
const afterFollowUp = (
  { acquisitionDate }: FoundInStudy,
  { baselineDate, firstFollowUp }: MatchContext
): string | null =>
  // A baseline that has a date keeps it: a timepoint is of its first day.
  baselineDate === null &&
  firstFollowUp !== null &&
  acquisitionDate !== null &&
  acquisitionDate > firstFollowUp.date
    ? `${acquisitionDate}, after ${firstFollowUp.code} of ${firstFollowUp.date}`
    : null;

/** Both dates, where a study from before the baseline would be younger than it. */
const afterBaseline = (
  { acquisitionDate }: FoundInStudy,
  { baselineDate }: MatchContext,
  schedule: IntakeRules['schedule']
): string | null =>
  baselineDate !== null && acquisitionDate !== null && acquisitionDate > baselineDate
    ? `${acquisitionDate}, after ${schedule.find(({ kind }) => kind === 'baseline')?.code} of ${baselineDate}`
    : null;

/** What is wrong with the date of a study at a timepoint of a kind; null where nothing is. */
const outOfOrderOf = (
  kind: string,
  found: FoundInStudy,
  context: MatchContext,
  schedule: IntakeRules['schedule']
): string | null => {
  if (kind === 'baseline') return afterFollowUp(found, context);
  return isBeforeBaseline(kind)
    ? afterBaseline(found, context, schedule)
    : beforeBaseline(found, context);
};

/** The timepoint's code, or why there is none. */
const timepointOf = (
  found: FoundInStudy,
  rules: IntakeRules,
  context: MatchContext
): { readonly code: string } | { readonly reason: string } => {
  const byAttribute = rules.timepointBy !== 'window';
  if (byAttribute && found.timepoint !== null) {
    const planned = rules.schedule.find(({ code }) => code === found.timepoint);
    if (planned === undefined) {
      return { reason: `timepoint: ${found.timepoint} is not in the schedule` };
    }
    if (planned.kind === 'unscheduled') {
      return {
        reason: `timepoint: ${planned.code} is unscheduled, so a person says which visit it is`,
      };
    }
    const outOfOrder = outOfOrderOf(planned.kind, found, context, rules.schedule);
    return outOfOrder === null
      ? { code: planned.code }
      : { reason: `timepoint: ${planned.code} would be of ${outOfOrder}` };
  }
  if (rules.timepointBy === 'attribute' || (byAttribute && found.disagree.includes('timepoint'))) {
    return { reason: said(found, 'timepoint') ?? 'timepoint: absent' };
  }
  const day = dayOf(found, context);
  if (typeof day === 'string') return { reason: day };
  const [nearest] = nearWindows(rules.schedule, day);
  return nearest?.daysOutside === 0
    ? { code: nearest.timepoint }
    : { reason: `timepoint: day ${day} is in no visit window` };
};

/** Where a study belongs by the charter's rules, or every reason why it can't be said, with what it may be. */
export const matchFound = (
  found: FoundInStudy,
  rules: IntakeRules,
  context: MatchContext
): MatchOutcome => {
  const timepoint = timepointOf(found, rules, context);
  const reasons = [
    subjectReason(found, rules, context),
    siteReason(found, rules),
    'reason' in timepoint ? timepoint.reason : null,
  ].filter(reason => reason !== null);
  const { subject, site } = found;
  if (reasons.length === 0 && subject !== null && site !== null && 'code' in timepoint) {
    return { ok: true, subject, site, timepoint: timepoint.code };
  }
  const day = dayOf(found, context);
  const timepoints =
    typeof day === 'string' ? [] : nearWindows(rules.schedule, day).slice(0, candidatesAtMost);
  return {
    ok: false,
    reasons,
    candidates: {
      subjects: subject === null ? [] : nearSubjects(subject, context.subjects, candidatesAtMost),
      timepoints,
      proposed:
        'code' in timepoint
          ? timepoint.code
          : rules.unmatched === 'proposeByDate'
            ? (timepoints[0]?.timepoint ?? null)
            : null,
    },
  };
};
