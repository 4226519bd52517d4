import { Type } from '@sinclair/typebox';
import { SignedPictures } from '../evidence/signed-pictures.js';
import { Nullable, ReadContext, ReadParams } from './answer-schemas.js';
import { ToldFacts } from './fact-schemas.js';

export const PictureParams = Type.Object({
  ...ReadParams.properties,
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});

/** What became of what was signed. */
export const StandingOfSigned = Type.Object({
  standing: Type.Union([Type.Literal('stands'), Type.Literal('superseded'), Type.Literal('void')]),
  until: Nullable(Type.String({ description: 'When it ended; null while it stands.' })),
});

const Result = Type.Object({ criterion: Type.String(), result: Type.Unknown() });

export const ReplayView = Type.Object({
  context: ReadContext,
  document: Type.Unknown(),
  standing: StandingOfSigned,
  results: Type.Object({ primary: Result, others: Type.Array(Result) }),
  facts: ToldFacts.properties.facts,
  pictures: Nullable(SignedPictures),
  asKept: Type.Boolean({
    description:
      'False of signatures from before what the read showed was kept: other timepoints are as they stand now.',
  }),
  problems: Type.Array(
    Type.Union([
      Type.Literal('record'),
      Type.Literal('document'),
      Type.Literal('result'),
      Type.Literal('shown'),
      Type.Literal('pictures'),
    ]),
    { description: 'What is not as the signature binds it; empty where all is.' }
  ),
});
