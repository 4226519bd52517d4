import { type Static, Type } from '@sinclair/typebox';

const Answer = (description: string) =>
  Type.Optional(Type.Union([Type.Boolean(), Type.Null()], { description }));

/** What mRECIST takes of a lesion beside RECIST 1.1's. */
export const LesionInputs = Type.Object({
  viableDiameterMm: Type.Optional(
    Type.Union([Type.Number({ minimum: 0 }), Type.Null()], {
      description:
        'Longest viable (arterially enhancing) diameter in mm, not across necrosis; 0: no enhancement is left.',
    })
  ),
  arterialEnhancement: Answer(
    'Yes/no: intratumoral enhancement in the arterial phase. No at baseline: an atypical lesion, followed by its longest diameter.'
  ),
  washout: Answer('Yes/no, new lesions of the liver: wash-out in the portal venous or late phase.'),
  cytology: Type.Optional(
    Type.Union(
      [Type.Literal('positive'), Type.Literal('negative'), Type.Literal('notDone'), Type.Null()],
      {
        description: 'Effusion and ascites: cytology; new or more fluid counts only when positive.',
      }
    )
  ),
});

export const TimepointInputs = Type.Object({
  arterialPhase: Type.Optional(
    Type.Union(
      [Type.Literal('adequate'), Type.Literal('poor'), Type.Literal('none'), Type.Null()],
      {
        description:
          'Arterial phase of the liver scan: poor timing or none makes enhancing lesions not evaluable.',
      }
    )
  ),
});

export type LesionOwn = Static<typeof LesionInputs>;
export type TimepointOwn = Static<typeof TimepointInputs>;
