import { text } from '@corelab/ui';
import type { Arrival, IntakeSummary } from './intakeWords.js';
import type { SubjectChoice } from './SubjectField.js';

type Option = readonly [code: string, name: string];

/** A timepoint of the schedule and how far the study is from its window, where that is known. */
export function windowText(timepoint: string, candidates: Arrival['timepoints']): string {
  const near = candidates.find(one => one.timepoint === timepoint);
  if (near === undefined) return timepoint;
  const { daysOutside: days } = near;
  if (days === 0) return text('intake.match.inWindow', { timepoint });
  return text(days > 0 ? 'intake.match.after' : 'intake.match.before', {
    timepoint,
    count: Math.abs(days),
  });
}

export interface OptionsOf {
  planned: IntakeSummary['timepoints'];
  /** Those near to the study by its day. */
  candidates: Arrival['timepoints'];
  /** What there is of the subject; undefined while none is chosen. */
  subject: SubjectChoice | undefined;
  /** Day of the images. */
  date: string | null;
}

const visitText = (timepoint: string, date: string | null): string =>
  date === null ? timepoint : text('intake.match.visit', { timepoint, date });

/**
 * The timepoints to choose from: those nearest to the study, the unscheduled visits of the subject and a new one of the day
 * of the study, then the rest of the schedule.
 */
export function timepointOptions({ planned, candidates, subject, date }: OptionsOf): Option[] {
  const near = candidates.map(({ timepoint }) => timepoint);
  const codes = planned.map(({ timepoint }) => timepoint);
  const isVisit = (kind: string): boolean => kind === 'unscheduled';
  const visits = (subject?.timepoints ?? []).filter(
    ({ timepoint, kind }) => isVisit(kind) && !codes.includes(timepoint)
  );
  const added = date === null ? [] : planned.filter(({ kind }) => isVisit(kind));
  const others = planned.filter(
    ({ timepoint, kind }) => !isVisit(kind) && !near.includes(timepoint)
  );
  return [
    ...near.map((code): Option => [code, windowText(code, candidates)]),
    ...visits.map((one): Option => [one.timepoint, visitText(one.timepoint, one.date)]),
    ...added.map(({ timepoint }): Option => [
      timepoint,
      text('intake.match.newVisit', { timepoint, date: date ?? '' }),
    ]),
    ...others.map(({ timepoint }): Option => [timepoint, windowText(timepoint, candidates)]),
  ];
}
