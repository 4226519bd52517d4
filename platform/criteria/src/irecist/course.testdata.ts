import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

export const baselineDay = Date.UTC(2026, 0, 5);
export const dateOf = (day: number): string =>
  new Date(baselineDay + day * 86_400_000).toISOString().slice(0, 10);

export interface Own {
  readonly ntFurther?: boolean;
  readonly nlntFurther?: boolean;
  readonly newSymptom?: boolean;
}
export type Given = Partial<TimepointInput> & Own;
export interface VisitOf {
  readonly day: number;
  readonly lesions: LesionInput[];
  readonly more: Given;
}

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
export const at = (day: number, lesions: LesionInput[], more: Given = {}): VisitOf => ({
  day,
  lesions,
  more,
});

export function run(visits: readonly VisitOf[], parameters: Record<string, unknown> = {}) {
  return assess({
    criterion: 'irecist',
    parameters,
    timepoints: visits.map(({ day, lesions, more }) => ({
      id: `d${day}`,
      date: dateOf(day),
      lesions,
      ...more,
    })),
  });
}
export const overall = (visits: readonly VisitOf[], parameters: Record<string, unknown> = {}) =>
  run(visits, parameters)
    .timepoints.slice(1)
    .map(visit => visit.overall);
export const base = at(0, [sum(100)]);
