import { Type } from '@sinclair/typebox';
import { Reason } from './account-routes.js';
import { TrialParams } from './answer-schemas.js';
import { RowId } from './qualification-routes.js';

export const Text = Type.Union([Type.String(), Type.Null()]);

export const RowParams = Type.Composite([TrialParams, Type.Object({ id: RowId })]);

const pageSize = Type.Integer({ minimum: 1, maximum: 200, default: 50 });

/** A page of a list that goes on after a row. */
export const Page = {
  after: Type.Optional(RowId),
  limit: Type.Optional(pageSize),
};

export const Authority = Type.String({
  minLength: 1,
  maxLength: 1000,
  pattern: '\\S',
  description: 'On what it stands: who said so, in which letter, form or call.',
});

export const Delivered = Type.Object({
  receipt: Type.String(),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      outcome: Type.String({
        description:
          'stored, alreadyThere, quarantined, refused, notDicom or failed (send it again).',
      }),
      reason: Text,
      sha256: Type.String(),
      sopUid: Text,
    })
  ),
  matched: Type.Integer({ description: 'Studies of the delivery that belong to an exam now.' }),
  waiting: Type.Integer({ description: 'Studies of the delivery that wait to be matched.' }),
});

export const Arrival = Type.Object({
  id: Type.String(),
  state: Type.String(),
  studyUid: Type.String(),
  subject: Text,
  site: Text,
  timepoint: Text,
  acquisitionDate: Text,
  reasons: Type.Array(Type.String()),
  subjects: Type.Array(Type.String(), { description: 'Subjects that are spelt alike.' }),
  timepoints: Type.Array(
    Type.Object({
      timepoint: Type.String(),
      daysOutside: Type.Integer({ description: '0 in its window, negative before it.' }),
    })
  ),
  proposed: Text,
  images: Type.Integer(),
  arrivedAt: Type.String(),
  decidedBy: Text,
  authority: Text,
  reason: Text,
});

export const MatchAsked = Type.Object({
  subject: Type.String({ minLength: 1, maxLength: 100 }),
  timepoint: Type.String({ minLength: 1, maxLength: 100 }),
  site: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  newSubject: Type.Optional(Type.Boolean({ default: false })),
  authority: Authority,
  reason: Reason,
});

export const Quarantined = Type.Object({
  id: Type.String(),
  state: Type.String(),
  causes: Type.Array(Type.String()),
  attributes: Type.Array(Type.String(), { description: 'Keywords of what identifies a person.' }),
  studyUid: Type.String(),
  sopUid: Type.String(),
  sha256: Type.String(),
  source: Type.String(),
  arrivedAt: Type.String(),
  deliveredBy: Text,
  decidedBy: Text,
  decidedAt: Text,
  authority: Text,
  reason: Text,
});

export const Done = Type.Object({ id: Type.String() });
