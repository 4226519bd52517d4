import { assess } from '../assess.js';
import type { LesionInput, TimepointInput, TimepointOutput } from '../schemas.js';

/** A target node of these two diameters, mm. */
export const node = (
  id: string,
  longest: number,
  across: number,
  more: Partial<LesionInput> = {}
): LesionInput => ({
  id,
  role: 'target',
  location: 'LYMPH NODE',
  node: true,
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
  ...more,
});
/** A target of the liver. */
export const mass = (
  id: string,
  longest: number,
  across: number,
  more: Partial<LesionInput> = {}
): LesionInput => ({ ...node(id, longest, across, more), location: 'LIVER', node: false });
/** A target of the spleen. */
export const nodule = (id: string, longest: number, across: number): LesionInput => ({
  ...node(id, longest, across),
  location: 'SPLEEN',
  node: false,
});
/** A target without a size. */
export const stated = (id: string, more: Partial<LesionInput>, isNode = true): LesionInput => ({
  id,
  role: 'target',
  location: isNode ? 'LYMPH NODE' : 'LIVER',
  node: isNode,
  ...more,
});
export const other = (
  id: string,
  status: LesionInput['status'],
  more: object = {}
): LesionInput => ({
  id,
  role: 'non-target',
  location: 'LUNG',
  status: status ?? null,
  ...more,
});
export const fresh = (id: string, more: Partial<LesionInput>): LesionInput => ({
  id,
  role: 'new',
  location: 'LUNG',
  ...more,
});

/** Lesions and the timepoint's own inputs. */
export type Row = readonly [LesionInput[], Record<string, unknown>?];

/** Timepoints 56 days apart, the first the baseline. */
export const timepoints = (rows: readonly Row[]): TimepointInput[] =>
  rows.map(([lesions, more], index) => ({
    id: index === 0 ? 'BL' : `V${index}`,
    date: new Date(Date.UTC(2026, 0, 5 + 56 * index)).toISOString().slice(0, 10),
    ...more,
    lesions: [...lesions],
  }));

export const course = (
  criterion: string,
  rows: readonly Row[],
  parameters: Record<string, unknown> = {}
) => assess({ criterion, parameters, timepoints: timepoints(rows) });

/** What the visits after the baseline are. */
export const visits = (
  criterion: string,
  rows: readonly Row[],
  parameters: Record<string, unknown> = {}
): TimepointOutput[] => course(criterion, rows, parameters).timepoints.slice(1);

export const overall = (
  criterion: string,
  rows: readonly Row[],
  parameters: Record<string, unknown> = {}
) => visits(criterion, rows, parameters).map(one => one.overall);
