import type { Charter } from '../schema/charter.js';
import type { TimepointKind, TimepointPlan } from '../schema/timepoints.js';
import type { CharterProblem } from './problem.js';

/** Kinds that no day is planned for. */
const unplanned: readonly TimepointKind[] = ['unscheduled', 'historical'];

/** One baseline; days where the kind has one, in order; windows that don't overlap. */
export function scheduleProblems({ timepoints }: Charter): CharterProblem[] {
  return [
    ...baselineProblems(timepoints),
    ...timepoints.flatMap(dayProblems),
    ...orderProblems(timepoints),
  ];
}

function baselineProblems(timepoints: readonly TimepointPlan[]): CharterProblem[] {
  const baselines = timepoints.flatMap(({ kind }, index) => (kind === 'baseline' ? [index] : []));
  if (baselines.length === 0) {
    return [
      {
        path: '/timepoints',
        message: 'no baseline: expected one timepoint of kind baseline; give one that kind',
      },
    ];
  }
  return baselines.slice(1).map(index => ({
    path: `/timepoints/${index}/kind`,
    message: 'a second baseline: expected one; give this timepoint another kind',
  }));
}

function dayProblems({ id, kind, day, window }: TimepointPlan, index: number): CharterProblem[] {
  const path = `/timepoints/${index}/day`;
  if (unplanned.includes(kind)) {
    const extra = day !== undefined ? path : `/timepoints/${index}/window`;
    return day === undefined && window === undefined
      ? []
      : [
          {
            path: extra,
            message: `${id} is ${kind} and so has no planned day or window; remove it, or make it a follow-up`,
            atKey: true,
          },
        ];
  }
  if (kind === 'follow-up' && day === undefined) {
    return [{ path, message: `missing key day: expected the planned day of the follow-up ${id}` }];
  }
  if (kind === 'follow-up' && day !== undefined && day < 0) {
    return [
      {
        path,
        message: `expected a whole number of at least 0 for the follow-up ${id}, found ${day}`,
      },
    ];
  }
  if (kind === 'screening' && day !== undefined && day > 0) {
    return [
      {
        path,
        message: `expected a day before the baseline (0 or less) for the screening ${id}, found ${day}`,
      },
    ];
  }
  if (day === undefined && window !== undefined) {
    return [
      {
        path: `/timepoints/${index}/window`,
        message: `${id} has a window and no day that it lies around; give it a day, or remove the window`,
        atKey: true,
      },
    ];
  }
  return [];
}

function orderProblems(timepoints: readonly TimepointPlan[]): CharterProblem[] {
  const planned = timepoints.flatMap(({ id, kind, day, window }, index) =>
    day === undefined || unplanned.includes(kind)
      ? []
      : [{ id, index, day, before: window?.before ?? 0, after: window?.after ?? 0 }]
  );
  return planned.flatMap((timepoint, at) => {
    const earlier = planned[at - 1];
    if (!earlier) return [];
    if (timepoint.day <= earlier.day) {
      return [
        {
          path: `/timepoints/${timepoint.index}/day`,
          message: `expected a day after ${earlier.id}'s (${earlier.day}), found ${timepoint.day}; list timepoints in order of their days`,
        },
      ];
    }
    const ends = earlier.day + earlier.after;
    const starts = timepoint.day - timepoint.before;
    if (starts > ends) return [];
    return [
      {
        path: `/timepoints/${timepoint.index}/window`,
        message: `the windows of ${earlier.id} and ${timepoint.id} overlap: ${earlier.id} ends on day ${ends}, ${timepoint.id} starts on day ${starts}; make one shorter`,
      },
    ];
  });
}
