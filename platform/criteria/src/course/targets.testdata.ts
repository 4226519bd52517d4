import { assess } from '../assess.js';
import type { LesionInput, TimepointInput, TimepointOutput } from '../schemas.js';

export type More = Partial<LesionInput>;

/** A target of the liver of which this is said. */
export const said = (id: string, more: More = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  ...more,
});
/** One of this longest diameter. */
export const t = (id: string, mm: number, more: More = {}): LesionInput =>
  said(id, { longestDiameterMm: mm, ...more });
export const node = (id: string, more: More): LesionInput =>
  said(id, { location: 'LYMPH NODE', ...more });
export const merged = (id: string, mergedInto: string, more: More = {}): LesionInput =>
  said(id, { mergedInto, ...more });

/** Lesions of a visit, or all that is said of it; visits are a month apart. */
export type Entered = readonly LesionInput[] | Partial<TimepointInput>;

const isList = (one: Entered): one is readonly LesionInput[] => Array.isArray(one);

/** The visits as timepoints V0, V1 ... */
export const timepointsOf = (visits: readonly Entered[]): TimepointInput[] =>
  visits.map((one, index) => ({
    id: `V${index}`,
    date: `2026-0${index + 1}-05`,
    ...(isList(one) ? { lesions: [...one] } : { lesions: [], ...one }),
  }));

/** The last of these visits as the criterion rates it. */
export const lastOf = (
  criterion: string,
  visits: readonly Entered[],
  parameters: Record<string, unknown> = {}
): TimepointOutput | undefined =>
  assess({ criterion, parameters, timepoints: timepointsOf(visits) }).timepoints.at(-1);

/** Each target with its status and, where it has one, the reason. */
export const statesOf = (visit: TimepointOutput | undefined): string[] | undefined =>
  visit?.lesions.map(({ id, status, reason }) =>
    [id, status, ...(reason === null ? [] : [reason])].join(' ')
  );

/** Rule and lesion of each finding. */
export const findingsOf = (visit: TimepointOutput | undefined): string[] | undefined =>
  visit?.findings.map(({ rule, lesion }) => `${rule} ${lesion}`);
