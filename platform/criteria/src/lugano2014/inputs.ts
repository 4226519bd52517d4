import { type Static, type TSchema, Type } from '@sinclair/typebox';
import type { Visit } from '../course/subject.js';
import { choice, marrowInputs } from '../lymphoma/marrow.js';
import type { TimepointInput } from '../schemas.js';

const optional = <T extends TSchema>(schema: T, description: string) =>
  Type.Optional(Type.Union([schema, Type.Null()], { description }));

export const LuganoTimepointSchema = Type.Object({
  ct: choice(
    ['done', 'notDone', 'notEvaluable'],
    'Whether this timepoint has a CT; "done" when left out.'
  ),
  pet: choice(
    ['done', 'notDone', 'notEvaluable'],
    'Whether this timepoint has an FDG-PET; told by `deauville` when left out.'
  ),
  petDate: optional(
    Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    'Day of the FDG-PET (YYYY-MM-DD); that of the timepoint when left out.'
  ),
  deauville: Type.Optional(
    Type.Union(
      [
        Type.Literal(1),
        Type.Literal(2),
        Type.Literal(3),
        Type.Literal(4),
        Type.Literal(5),
        Type.Literal('X'),
        Type.Null(),
      ],
      {
        description:
          'Five-point scale over all sites: 1 no uptake above background, 2 up to mediastinum, 3 up to liver, 4 moderately and 5 markedly above liver or new lesions; X: new uptake unlikely to be lymphoma, and no score of the known sites.',
      }
    )
  ),
  uptakeChange: choice(
    ['REDUCED', 'UNCHANGED', 'INCREASED'],
    'Uptake of the known sites against the scan that `petReference` names; needed at scores above `deauvilleNegativeMax`.'
  ),
  petNewFocus: optional(Type.Boolean(), 'A new FDG-avid focus that is due to lymphoma.'),
  petMarrow: choice(
    ['none', 'reduced', 'unchanged', 'new'],
    'FDG-avid marrow disease: none, less than at baseline, as at baseline, or new or back again.'
  ),
  spleenLengthMm: optional(
    Type.Number({ minimum: 0 }),
    'Vertical length of the spleen, mm; over 130 mm is enlarged.'
  ),
  liver: choice(['normal', 'enlarged'], 'Size of the liver.'),
  ...marrowInputs,
  clinicalStatus: choice(
    ['improved', 'stable', 'worse'],
    'Clinical course since the start of treatment; LYRIC needs it for IR1.'
  ),
  biopsy: choice(
    ['lymphoma', 'negative'],
    'What a biopsy of growing or new disease proved at this timepoint; LYRIC only.'
  ),
});

export const LuganoLesionSchema = Type.Object({
  larger: optional(
    Type.Boolean(),
    'Non-target only: larger than at baseline without being clearly worse; no partial response then.'
  ),
});

export type LuganoTimepoint = TimepointInput & Static<typeof LuganoTimepointSchema>;

export const luganoOf = ({ input }: Visit): LuganoTimepoint => input as LuganoTimepoint;
