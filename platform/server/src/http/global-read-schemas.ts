import { Type } from '@sinclair/typebox';
import { Nullable, ReadContext, SignatureView, ToldDate } from './answer-schemas.js';
import { NotIdentity } from './identity-schemas.js';

const PublicId = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });

export const GlobalReadParams = Type.Object({ globalReadId: PublicId });

export const GlobalReadImages = Type.Object({
  globalReadId: Type.String(),
  route: Type.String(),
  studies: Type.Array(
    Type.Object({
      studyInstanceUid: Type.String(),
      series: Type.Array(Type.Object({ seriesInstanceUid: Type.String() })),
    }),
    { description: 'The last timepoint first, then by date, each as its one study.' }
  ),
});

/** Everything a global read may show. */
export const GlobalReadContext = Type.Object({
  globalReadId: Type.String(),
  state: Type.String({
    description: 'ready; reconsidering while a timepoint is read again; signed',
  }),
  etag: Type.String({ description: 'Names the reads as they stand, for signing.' }),
  read: Type.Composite([ReadContext], {
    description: 'The last timepoint as it is signed, with the images and marks of all others.',
  }),
  document: Type.Unknown({ description: 'What is signed at the last timepoint.' }),
  timepoints: Type.Array(
    Type.Object({
      readId: Type.String({ description: 'The read that has the place now.' }),
      timepoint: Type.String(),
      day: Nullable(Type.Integer()),
      date: ToldDate,
      state: Type.String({ description: 'Of that read: signed, or read again.' }),
      signedResponse: Nullable(
        Type.String({ description: 'What was signed before the global read was asked.' })
      ),
      response: Nullable(
        Type.String({ description: 'With all that is signed now; null where there is none.' })
      ),
      reason: Nullable(Type.String({ description: 'Why its reader changed their opinion.' })),
    }),
    { description: 'By date.' }
  ),
  meanings: Type.Array(Type.String()),
  signature: Nullable(SignatureView),
});

export const Reconsideration = Type.Object({
  readId: PublicId,
  reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  notIdentity: NotIdentity,
});
