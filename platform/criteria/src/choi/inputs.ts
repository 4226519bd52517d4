import { type Static, Type } from '@sinclair/typebox';

export const ChoiLesionSchema = Type.Object({
  densityHu: Type.Optional(
    Type.Union([Type.Number(), Type.Null()], {
      description: 'Mean attenuation of the whole lesion in the portal-venous phase, HU.',
    })
  ),
  densityAreaMm2: Type.Optional(
    Type.Union([Type.Number({ exclusiveMinimum: 0 }), Type.Null()], {
      description:
        "Area that the mean attenuation was taken over, mm²: for huAggregate 'areaWeighted'.",
    })
  ),
  intratumoralNodule: Type.Optional(
    Type.Union(
      [
        Type.Literal('none'),
        Type.Literal('stable'),
        Type.Literal('new'),
        Type.Literal('grown'),
        Type.Null(),
      ],
      { description: 'Enhancing nodule inside the lesion; new or grown is progression.' }
    )
  ),
});
export const ChoiTimepointSchema = Type.Object({
  symptomaticDecline: Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description: 'Decline of symptoms that the reader attributes to the tumour.',
    })
  ),
});
export type ChoiLesion = Static<typeof ChoiLesionSchema>;
export type ChoiTimepoint = Static<typeof ChoiTimepointSchema>;
