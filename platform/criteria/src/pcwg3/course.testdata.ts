import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';
import type { Pcwg3Timepoint } from './inputs.js';

export type Visit = TimepointInput & Pcwg3Timepoint;
export const day = (days: number) =>
  new Date(Date.UTC(2026, 0, 5) + days * 86_400_000).toISOString().slice(0, 10);
export const week = (weeks: number) => day(7 * weeks);
export const target = (mm: number): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
});
export const baseline = (more: Partial<Visit> = {}): Visit => ({
  id: 'BL',
  date: day(0),
  kind: 'baseline',
  boneScan: { lesionsPresent: true },
  lesions: [target(50)],
  ...more,
});
export const scan = (weeks: number, newLesions: number, more: Partial<Visit> = {}): Visit => ({
  id: `w${weeks}`,
  date: week(weeks),
  boneScan: { newLesions, lesionsPresent: true },
  lesions: [target(50)],
  ...more,
});
export const run = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  assess({ criterion: 'pcwg3', parameters, timepoints: visits } as AssessmentInput);
export const bone = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  run([baseline(), ...visits], parameters)
    .timepoints.slice(1)
    .map(({ components }) => [components?.bone, components?.boneRevised ?? null]);
