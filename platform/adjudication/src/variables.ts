import type { AssessmentOutput } from '@corelab/criteria';
import type { CourseRead } from './courseRead.js';
import type { Moment, Outcome } from './outcome.js';
import type { Reading } from './reading.js';
import type { NamedVariable } from './rules.js';
import type { Window } from './scope.js';

export interface Read {
  readonly course: CourseRead;
  readonly outcome: Outcome;
  readonly window: Window;
}

/** How two values of a variable are compared. */
export type VariableKind = 'category' | 'date' | 'yesNo';

/** One variable that reads are compared by. */
export interface Variable {
  readonly id: NamedVariable;
  readonly kind: VariableKind;
  /** One of the triggers where a charter names none. */
  readonly standard: boolean;
  readonly meaning: string;
  /** One value a read, or one a timepoint of the scope. */
  readonly perTimepoint: boolean;
  readonly source: string;
  /** `timepoint` is null of a variable of the whole read. */
  of(read: Read, timepoint: string | null): Reading;
}

const source = 'oncology-criteria.md 16.5';
const central = 'Ford et al. 2016, J Clin Trials 6:5';

const nothing: Reading = { value: null, timepoint: null, day: null };
const dated = ({ date, day, timepoint }: Moment): Reading => ({ value: date, day, timepoint });

const within = ({ timepoints }: Window, { timepoints: rated }: AssessmentOutput) =>
  rated.filter(({ id }, index) => index > 0 && timepoints.includes(id));

/** A target with a size at the baseline: what `burden` is a sum of. */
function isMeasurable({ output, input }: CourseRead): Reading {
  const [baseline] = output.timepoints;
  const marked = input.timepoints.find(({ id }) => id === baseline?.id);
  if (!baseline || !marked || marked.evaluable === false) return nothing;
  const value = marked.lesions.some(({ role }) => role === 'target');
  return { value, timepoint: baseline.id, day: null };
}

function isNeThroughout({ course, outcome, window }: Read): Reading {
  const rated = within(window, course.output);
  if (rated.length === 0) return nothing;
  const value = rated.every(({ id }) => {
    const response = outcome.responses.get(id) ?? null;
    return response === null || outcome.notEvaluable.includes(response);
  });
  return { value, timepoint: rated.at(-1)?.id ?? null, day: null };
}

/** Unequivocal at any visit of the scope; missing where no visit could say it. */
function hasNewLesion({ course, window }: Read): Reading {
  const rated = within(window, course.output);
  const first = rated.find(({ newLesions }) => newLesions === true);
  if (first) return { value: true, timepoint: first.id, day: null };
  const none = rated.findLast(({ newLesions }) => newLesions === false);
  return none ? { value: false, timepoint: none.id, day: null } : nothing;
}

/** What a trigger may name, in the order in which results have them. Numbers are apart: `numericReadings`. */
export const variables: readonly Variable[] = [
  {
    id: 'bor',
    kind: 'category',
    standard: true,
    meaning: 'best overall response, confirmed where the trial confirms',
    perTimepoint: false,
    source: central,
    of: ({ outcome: { bestResponse } }) => ({
      value: bestResponse.value,
      timepoint: bestResponse.timepoint,
      day: bestResponse.day,
    }),
  },
  {
    id: 'pdStatus',
    kind: 'category',
    standard: true,
    meaning: 'progression: PD, UNCONFIRMED (IUPD or pPD that nothing confirmed or reset) or NONE',
    perTimepoint: false,
    source: central,
    of: ({ outcome: { progression } }) => ({
      value: progression.status,
      timepoint: progression.timepoint,
      day: progression.day,
    }),
  },
  {
    id: 'pdDate',
    kind: 'date',
    standard: true,
    meaning: 'date of that progression, of a run its first visit',
    perTimepoint: false,
    source: central,
    of: ({ outcome: { progression } }) => dated(progression),
  },
  {
    id: 'respDate',
    kind: 'date',
    standard: true,
    meaning: 'date of the first response, confirmed where the trial confirms',
    perTimepoint: false,
    source: central,
    of: ({ outcome: { response } }) => (response ? dated(response) : nothing),
  },
  {
    id: 'visitResponse',
    kind: 'category',
    standard: false,
    meaning: "each visit's overall response, as revised by what was read since",
    perTimepoint: true,
    source,
    of: ({ outcome }, timepoint) => ({
      value: outcome.responses.get(timepoint ?? '') ?? null,
      timepoint,
      day: null,
    }),
  },
  {
    id: 'neThroughout',
    kind: 'yesNo',
    standard: false,
    meaning: 'no visit evaluable',
    perTimepoint: false,
    source,
    of: isNeThroughout,
  },
  {
    id: 'measurability',
    kind: 'yesNo',
    standard: false,
    meaning: 'a target at the baseline',
    perTimepoint: false,
    source,
    of: ({ course }) => isMeasurable(course),
  },
  {
    id: 'newLesion',
    kind: 'yesNo',
    standard: false,
    meaning: 'an unequivocal new lesion at any visit',
    perTimepoint: false,
    source,
    of: hasNewLesion,
  },
];
