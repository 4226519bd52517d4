import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';
import type { IwcllTimepoint, Labs } from './inputs.js';

export interface Values {
  /** Longest and perpendicular diameter of one node, mm. */
  readonly node?: readonly [number, number] | null;
  readonly lesions?: LesionInput[];
  readonly labs?: Labs;
  readonly more?: Partial<TimepointInput & IwcllTimepoint>;
}

export const node = (longest: number, across: number, id = 'T01'): LesionInput => ({
  id,
  role: 'target',
  location: 'AXILLARY LYMPH NODE',
  laterality: 'LEFT',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
});
export const normal: Labs = {
  lymphocytes10e9PerL: 2,
  platelets10e9PerL: 200,
  haemoglobinGPerDl: 13,
};
export const run = (
  visits: Values[],
  parameters: Record<string, unknown> = {},
  subject: Record<string, unknown> = {}
) =>
  assess({
    criterion: 'iwcll-2018',
    parameters,
    ...subject,
    timepoints: visits.map(({ node: size, lesions, labs, more }, index) => ({
      id: index === 0 ? 'BL' : `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 28 * index)).toISOString().slice(0, 10),
      lesions: lesions ?? (size ? [node(size[0], size[1])] : []),
      spleenLengthMm: 110,
      liverExcessMm: 0,
      constitutionalSymptoms: false,
      labs: { ...normal, ...labs },
      ...more,
    })),
  } as AssessmentInput);
export const overall = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(one => one.overall);

export const q1 = (lymphocytes10e9PerL: number): Values[] => [
  {
    node: [100, 50],
    labs: { lymphocytes10e9PerL: 80, haemoglobinGPerDl: 9 },
    more: { spleenLengthMm: 180 },
  },
  {
    node: [60, 40],
    labs: { lymphocytes10e9PerL, haemoglobinGPerDl: 12 },
    more: { spleenLengthMm: 155 },
  },
];
export const clean: Values = { node: [14, 10], labs: { marrow: 'normal' } };
