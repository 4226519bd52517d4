import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

/** An index lesion 10 mm across, so that its product is ten times its length. */
export const index = (area: number, id = 'T01'): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: area === 0 ? 0 : Math.max(area / 10, 0),
  perpendicularDiameterMm: area === 0 ? 0 : 10,
});
export const nonIndex = (status: 'present' | 'absent' | 'progressed'): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location: 'LUNG',
  status,
});
export const fresh = (
  longest: number,
  across: number,
  more: Partial<LesionInput> = {}
): LesionInput => ({
  id: 'NL01',
  role: 'new',
  location: 'LUNG',
  status: 'unequivocal',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
  ...more,
});

/** Visits every 42 days from 2026-01-05, or on the days given. */
export function timepointsOf(visits: LesionInput[][], days?: number[]): TimepointInput[] {
  return visits.map((lesions, at) => ({
    id: at === 0 ? 'BL' : `V${at}`,
    date: new Date(Date.UTC(2026, 0, 5 + (days?.[at] ?? 42 * at))).toISOString().slice(0, 10),
    lesions,
  }));
}

export const run = (
  visits: LesionInput[][],
  parameters: Record<string, unknown> = {},
  days?: number[]
) => assess({ criterion: 'irrc', parameters, timepoints: timepointsOf(visits, days) });

export const overalls = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(({ overall }) => overall);
export const revisions = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(({ revised }) => revised ?? null);
