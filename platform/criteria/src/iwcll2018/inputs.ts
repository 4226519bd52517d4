import { type Static, Type } from '@sinclair/typebox';

const amount = (description: string) =>
  Type.Optional(Type.Union([Type.Number({ minimum: 0 }), Type.Null()], { description }));
const stated = (description: string) =>
  Type.Optional(Type.Union([Type.Boolean(), Type.Null()], { description }));

export const LabsSchema = Type.Object({
  lymphocytes10e9PerL: amount('blood lymphocytes, 10^9 per litre'),
  platelets10e9PerL: amount('platelets, 10^9 per litre'),
  haemoglobinGPerDl: amount('haemoglobin, g/dL'),
  supported: stated('platelets or haemoglobin under transfusion, erythropoietin or growth factor'),
  cytopeniaDueToCll: stated('a fall of platelets or haemoglobin is due to the leukaemia'),
  marrow: Type.Optional(
    Type.Union(
      [Type.Literal('normal'), Type.Literal('hypocellular'), Type.Literal('involved'), Type.Null()],
      {
        description:
          'normal: normocellular without CLL cells or nodules; hypocellular: the same but hypocellular; involved: CLL cells or nodules; null: not done',
      }
    )
  ),
  marrowCllPct: amount('CLL cells of the marrow, per cent'),
});

/** Lymph nodes are the lesions: longest diameter and its perpendicular in mm, up to six targets. */
export const IwcllTimepointSchema = Type.Object({
  labs: Type.Optional(Type.Union([LabsSchema, Type.Null()], { description: 'blood and marrow' })),
  spleenLengthMm: amount('length of the spleen, mm; normal below 130'),
  liverExcessMm: amount('liver below the costal margin, mm; 0: normal size'),
  constitutionalSymptoms: stated('any constitutional symptom of the leukaemia'),
  transformation: stated('transformation to a more aggressive histology'),
});

export const IwcllSubjectSchema = Type.Object({
  bcrInhibitor: stated('treated with an inhibitor of the B-cell receptor pathway'),
});

export type Labs = Static<typeof LabsSchema>;
export type IwcllTimepoint = Static<typeof IwcllTimepointSchema>;
export type IwcllSubject = Static<typeof IwcllSubjectSchema>;
