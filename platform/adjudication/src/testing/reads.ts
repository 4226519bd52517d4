import type { AssessmentInput, LesionInput, TimepointInput } from '@corelab/criteria';
import { type CourseExtras, type CourseRead, courseRead } from '../courseRead.js';

/** A number is a longest diameter in mm; a word a state; a record the entries themselves. */
export type Mark = number | string | Partial<LesionInput>;
/** Lesions by label, which says the role; `judgement` and `ne` are of the timepoint. */
export interface Visit {
  readonly [lesion: string]: Mark;
}

/** Days after the baseline. */
export const days: Readonly<Record<string, number>> = {
  BL: 0,
  TP1: 56,
  TP2: 112,
  TP3: 168,
  TP4: 224,
};
export const start = '2026-01-01';

export const onDay = (day: number): string =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

const places: Readonly<Record<string, Partial<LesionInput>>> = {
  T01: { location: 'LIVER' },
  T02: { location: 'LUNG', laterality: 'LEFT' },
  T03: { location: 'PANCREAS' },
  NT01: { location: 'BONE' },
  NL01: { location: 'BRAIN' },
};

function roleOf(label: string): LesionInput['role'] {
  if (label.startsWith('NT')) return 'non-target';
  return label.startsWith('NL') ? 'new' : 'target';
}

function marked(mark: Mark): Partial<LesionInput> {
  if (typeof mark === 'number') return { longestDiameterMm: mark };
  if (typeof mark === 'object') return mark;
  if (mark === 'NE') return { evaluable: false, reason: 'POOR_QUALITY' };
  if (mark === 'TSTM') return { tooSmallToMeasure: true };
  return { status: mark as NonNullable<LesionInput['status']> };
}

export function timepoint(id: string, { judgement, ne, ...lesions }: Visit): TimepointInput {
  return {
    id,
    date: onDay(days[id] ?? 0),
    ...(judgement === undefined
      ? {}
      : { nonTargetJudgement: judgement as NonNullable<TimepointInput['nonTargetJudgement']> }),
    ...(ne === undefined ? {} : { evaluable: false, reason: String(ne) }),
    lesions: Object.entries(lesions).map(([label, mark]) => ({
      id: label,
      role: roleOf(label),
      ...places[label],
      ...marked(mark),
    })),
  };
}

export function inputOf(
  visits: Readonly<Record<string, Visit>>,
  more: Partial<AssessmentInput> = {}
): AssessmentInput {
  return {
    criterion: 'recist-1.1',
    ...more,
    timepoints: Object.entries(visits).map(([id, visit]) => timepoint(id, visit)),
  };
}

/** One reader's course; the baseline is the first timepoint, and days count from it. */
export function read(
  visits: Readonly<Record<string, Visit>>,
  more: Partial<AssessmentInput> = {},
  extras: CourseExtras = {}
): CourseRead {
  return courseRead(inputOf(visits, more), extras);
}

/** A course of one liver target: its size at each timepoint, or none where it was not read. */
export function sizes(...mm: (Mark | null)[]): CourseRead {
  const ids = Object.keys(days);
  const visits = mm.flatMap((mark, index) =>
    mark === null ? [] : [[ids[index] ?? '', { T01: mark }] as const]
  );
  return read(Object.fromEntries(visits));
}
