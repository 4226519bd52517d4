import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';

export const dateOf = (day: number): string =>
  new Date(Date.UTC(2026, 0, 5) + day * 86_400_000).toISOString().slice(0, 10);
export const sum = (mm: number): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
});
export const nl = (mm: number, id = 'NL01', more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'new',
  location: 'LUNG',
  status: 'unequivocal',
  longestDiameterMm: mm,
  ...more,
});
export const bone: LesionInput = {
  id: 'NL09',
  role: 'new',
  location: 'BONE',
  status: 'unequivocal',
};
export const nt = (status: 'present' | 'absent' | 'progressed'): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location: 'BONE',
  status,
});
export const unread: LesionInput = {
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  evaluable: false,
};
export type VisitOf = [day: number, lesions: LesionInput[], more?: Partial<TimepointInput>];

export const run = (visits: VisitOf[], more: Partial<AssessmentInput> = {}) =>
  assess({
    criterion: 'imrecist',
    timepoints: visits.map(([day, lesions, own]) => ({
      id: `d${day}`,
      date: dateOf(day),
      lesions,
      ...own,
    })),
    ...more,
  });
export const rated = (visits: VisitOf[], more: Partial<AssessmentInput> = {}) =>
  run(visits, more)
    .timepoints.slice(1)
    .map(visit => visit.overall);
export const revised = (visits: VisitOf[], more: Partial<AssessmentInput> = {}) =>
  run(visits, more)
    .timepoints.slice(1)
    .map(visit => visit.revised?.value ?? null);
