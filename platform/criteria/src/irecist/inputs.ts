import { type Static, Type } from '@sinclair/typebox';

const Answer = (description: string) =>
  Type.Optional(Type.Union([Type.Boolean(), Type.Null()], { description }));

/** What iRECIST takes of a visit beside RECIST 1.1's. */
export const TimepointInputs = Type.Object({
  ntFurther: Answer(
    'Yes/no: the non-target disease grew at all over its smallest state since the first iUPD. Decides whether non-target progression is confirmed.'
  ),
  nlntFurther: Answer(
    'Yes/no: a new non-target lesion grew at all over its smallest state since the first iUPD. Without an answer the new lesions’ states and diameters decide.'
  ),
  newSymptom: Answer(
    'Yes/no: the scan was done for a new symptom or sign. Such a scan may confirm early when it shows a further new lesion.'
  ),
  clinicalStatus: Type.Optional(
    Type.Union(
      [Type.Literal('stable'), Type.Literal('improved'), Type.Literal('worse'), Type.Null()],
      { description: 'Clinical status, for information: it decides nothing in the assessment.' }
    )
  ),
});

export type TimepointOwn = Static<typeof TimepointInputs>;
