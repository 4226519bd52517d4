import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';

/** One made-up subject that shows what a criterion does: docs/criteria/courses has what comes of it, visit by visit. */
export interface Course {
  /** Heading; unlike any other of its criterion. */
  readonly title: string;
  /** What a radiologist should see in it, and why the source has it so. */
  readonly shows: string;
  readonly input: AssessmentInput;
}

const firstDay = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

/** YYYY-MM-DD of a day; 0: the baseline's. */
export const dateOn = (day: number): string =>
  new Date(firstDay + day * dayMs).toISOString().slice(0, 10);

/** A visit: its lesions and whatever else its criterion takes of a timepoint; `day` in place of the next eighth week. */
export interface VisitOf<Lesion> {
  readonly lesions?: readonly Lesion[];
  readonly day?: number;
  readonly [more: string]: unknown;
}

/** Courses of one criterion: BL, V1, V2 ... eight weeks apart, a plain list of lesions standing for a visit. */
export function coursesOf<Lesion extends LesionInput>(criterion: string) {
  return (
    title: string,
    shows: string,
    visits: readonly (readonly Lesion[] | VisitOf<Lesion>)[],
    subject: Readonly<Record<string, unknown>> = {}
  ): Course => ({
    title,
    shows,
    input: {
      criterion,
      ...subject,
      timepoints: visits.map((one, index): TimepointInput => {
        const { day = 56 * index, lesions = [], ...more } = isPlain(one) ? { lesions: one } : one;
        return {
          id: index === 0 ? 'BL' : `V${index}`,
          date: dateOn(day),
          ...more,
          lesions: [...lesions],
        };
      }),
    },
  });
}

const isPlain = <Lesion>(visit: readonly Lesion[] | VisitOf<Lesion>): visit is readonly Lesion[] =>
  Array.isArray(visit);
