import { type Static, Type } from '@sinclair/typebox';

const amount = (description: string) =>
  Type.Optional(Type.Union([Type.Number({ minimum: 0 }), Type.Null()], { description }));
const stated = (description: string) =>
  Type.Optional(Type.Union([Type.Boolean(), Type.Null()], { description }));
const Immunofixation = (description: string) =>
  Type.Optional(
    Type.Union([Type.Literal('positive'), Type.Literal('negative'), Type.Null()], { description })
  );

export const LabsSchema = Type.Object({
  serumMGPerDl: amount('serum M-protein by electrophoresis, g/dL; 0: not detectable'),
  urineMMgPer24h: amount('urine M-protein by electrophoresis, mg per 24 h; 0: not detectable'),
  serumImmunofixation: Immunofixation('serum immunofixation'),
  urineImmunofixation: Immunofixation('urine immunofixation'),
  involvedFlcMgPerDl: amount('involved serum free light chain, mg/dL'),
  uninvolvedFlcMgPerDl: amount('uninvolved serum free light chain, mg/dL'),
  flcRatioNormal: stated('the kappa to lambda ratio is within the laboratory limits'),
  marrowPlasmaCellsPct: amount('plasma cells of the bone marrow, per cent'),
  clonalMarrowCells: stated('clonal plasma cells in the marrow by immunohistochemistry or flow'),
  circulatingPlasmaCellsPerUl: amount('circulating plasma cells per microlitre'),
});

/** Plasmacytomas are the lesions: longest diameter and its perpendicular in mm. */
export const ImwgTimepointSchema = Type.Object({
  labs: Type.Optional(
    Type.Union([LabsSchema, Type.Null()], { description: 'blood, urine and marrow of this visit' })
  ),
});

export const ImwgSubjectSchema = Type.Object({
  deathDueToProgressionDate: Type.Optional(
    Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()], {
      description: 'date of death due to progression, YYYY-MM-DD',
    })
  ),
});

export type Labs = Static<typeof LabsSchema>;
export type ImwgTimepoint = Static<typeof ImwgTimepointSchema>;
export type ImwgSubject = Static<typeof ImwgSubjectSchema>;
