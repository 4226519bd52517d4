import { findLocation, type LesionInput, type TimepointInput } from '@corelab/criteria';
import type { CourseRead } from './courseRead.js';

export type Lps = readonly [number, number, number];

/** One lesion of one read over all its timepoints. What it is comes from the first timepoint that lists it. */
export interface CourseLesion {
  readonly id: string;
  readonly role: LesionInput['role'];
  /** A part of a lesion that split. */
  readonly part: boolean;
  readonly location: string | null;
  readonly laterality: string | null;
  readonly node: boolean | null;
  readonly rows: ReadonlyMap<string, LesionInput>;
  readonly positions: ReadonlyMap<string, Lps>;
}

export const isNode = ({ node, location }: LesionInput): boolean | null =>
  node ?? findLocation(location)?.node ?? null;

/** Timepoints as the reader entered them, in the criterion's order. */
export function enteredTimepoints({ input, output }: CourseRead): TimepointInput[] {
  const byId = new Map(input.timepoints.map(timepoint => [timepoint.id, timepoint]));
  return output.timepoints.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Every lesion of a read by its label: the order of entry makes no difference. */
export function courseLesions(course: CourseRead): CourseLesion[] {
  const rows = new Map<string, Map<string, LesionInput>>();
  for (const { id: timepoint, lesions } of enteredTimepoints(course))
    for (const lesion of lesions) {
      const own = rows.get(lesion.id) ?? new Map<string, LesionInput>();
      rows.set(lesion.id, own.set(timepoint, lesion));
    }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, own]): CourseLesion[] => {
      const listed = [...own.values()];
      const [first] = listed;
      if (!first) return [];
      const said = <T>(of: (row: LesionInput) => T | null | undefined): T | null =>
        listed.map(of).find(value => value !== null && value !== undefined) ?? null;
      return [
        {
          id,
          role: first.role,
          part: said(({ splitFrom }) => splitFrom) !== null,
          location: said(({ location }) => location),
          laterality: said(({ laterality }) => laterality),
          node: said(isNode),
          rows: own,
          positions: new Map(
            (course.positions ?? [])
              .filter(({ lesion }) => lesion === id)
              .map(({ timepoint, lps }) => [timepoint, lps])
          ),
        },
      ];
    });
}

/** The diameter that stands for a lesion's size: the short axis of a node, else the longest; null without a number. */
export function mainDiameterMm(lesion: LesionInput): number | null {
  const { shortAxisMm = null, longestDiameterMm = null } = lesion;
  return isNode(lesion) ? (shortAxisMm ?? longestDiameterMm) : longestDiameterMm;
}
