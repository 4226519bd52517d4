import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import type { LesionOwn, TimepointOwn } from './inputs.js';

export type Lesion = LesionInput & LesionOwn;
export type Visit = [lesions: Lesion[], more?: Partial<TimepointInput> & TimepointOwn];

export const dateOf = (index: number): string =>
  new Date(Date.UTC(2026, 0, 5 + 56 * index)).toISOString().slice(0, 10);
export const viable = (mm: number, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  viableDiameterMm: mm,
  ...more,
});
export const by = (longestDiameterMm: number, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm,
  ...more,
});
export const node = (id: string, shortAxisMm: number, location = 'PORTAL LYMPH NODE'): Lesion => ({
  id,
  role: 'target',
  location,
  shortAxisMm,
});
export const nt = (more: Partial<Lesion>): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'LIVER',
  status: 'present',
  ...more,
});
export const nl = (more: Partial<Lesion>): Lesion => ({
  id: 'NL01',
  role: 'new',
  location: 'LIVER',
  ...more,
});

export const run = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  assess({
    criterion: 'mrecist',
    parameters,
    timepoints: visits.map(([lesions, more], index) => ({
      id: index === 0 ? 'BL' : `V${index}`,
      date: dateOf(index),
      lesions,
      ...more,
    })),
  });
export const overall = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  run(visits, parameters)
    .timepoints.slice(1)
    .map(visit => visit.overall);
