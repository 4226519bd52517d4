import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';
import type { Labs } from './inputs.js';

export const run = (
  visits: { labs?: Labs; lesions?: LesionInput[]; more?: Partial<TimepointInput> }[],
  parameters: Record<string, unknown> = {},
  subject: Record<string, unknown> = {}
) =>
  assess({
    criterion: 'imwg-2016',
    parameters,
    ...subject,
    timepoints: visits.map(({ labs, lesions, more }, index) => ({
      id: index === 0 ? 'BL' : `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 28 * index)).toISOString().slice(0, 10),
      labs,
      lesions: lesions ?? [],
      ...more,
    })),
  } as AssessmentInput);
export const overall = (labs: Labs[], parameters: Record<string, unknown> = {}) =>
  run(
    labs.map(one => ({ labs: one })),
    parameters
  )
    .timepoints.slice(1)
    .map(one => one.overall);
export const confirmed = (labs: Labs[]) =>
  run(labs.map(one => ({ labs: one })))
    .timepoints.slice(1)
    .map(one => one.components?.confirmed);
export const serum = (...values: number[]): Labs[] =>
  values.map(serumMGPerDl => ({ serumMGPerDl }));
export const plasmacytoma = (longest: number, across: number, id = 'T01'): LesionInput => ({
  id,
  role: 'target',
  location: 'SOFT TISSUE',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
});
