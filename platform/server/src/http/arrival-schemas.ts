import { ImageProblemSchema } from '@corelab/reads';
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

const Place = Type.Union([
  Type.Object({
    exam: Type.String(),
    state: Type.String(),
    subject: Type.String(),
    site: Text,
    timepoints: Type.Array(Type.String()),
    date: Text,
  }),
  Type.Null(),
]);

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
  apart: Type.Integer({ description: 'Images of it that are in quarantine.' }),
  place: Place,
  source: Type.Union([Type.String(), Type.Null()], {
    description: 'How its first images came: orthanc-changes, upload or stow.',
  }),
  arrivedAt: Type.String(),
  decidedBy: Text,
  authority: Text,
  reason: Text,
});

const Counted = Type.Object({ outcome: Type.String(), files: Type.Integer() });

const delivered = {
  id: Type.String(),
  source: Type.String(),
  receivedAt: Type.String(),
  by: Text,
};

export const ArrivalSheet = Type.Object({
  arrival: Arrival,
  series: Type.Array(
    Type.Object({
      id: Type.Union([Type.String(), Type.Null()], {
        description: 'By which it is corrected, once the study belongs to an exam.',
      }),
      seriesUid: Type.String(),
      images: Type.Integer(),
      apart: Type.Integer(),
      modality: Text,
      role: Text,
      acquisitionDate: Text,
      problems: Type.Array(ImageProblemSchema),
    })
  ),
  described: Type.Boolean({
    description:
      'False while the archive does not answer: modality, role and problems are not known.',
  }),
  deliveries: Type.Array(
    Type.Object({
      ...delivered,
      series: Type.Array(
        Type.Object({
          studyUid: Text,
          seriesUid: Text,
          outcome: Type.String(),
          files: Type.Integer(),
        })
      ),
    })
  ),
  history: Type.Array(Type.Object({ at: Type.String(), act: Type.String(), by: Text })),
});

export const Receipt = Type.Object({
  ...delivered,
  files: Type.Integer(),
  studies: Type.Integer(),
  outcomes: Type.Array(Counted),
});

export const ReceiptFile = Type.Object({
  ordinal: Type.Integer(),
  studyUid: Text,
  seriesUid: Text,
  sopUid: Text,
  sha256: Type.String(),
  outcome: Type.String(),
  reason: Text,
});

export const QuarantineGroup = Type.Object({
  id: Type.String(),
  receipt: Type.String(),
  studyUid: Type.String(),
  state: Type.String(),
  images: Type.Integer(),
  series: Type.Integer(),
  causes: Type.Array(Type.String()),
  attributes: Type.Array(Type.String(), { description: 'Keywords of what identifies a person.' }),
  refusals: Type.Array(Type.String(), {
    description: 'Why they can not be de-identified; empty where they can.',
  }),
  source: Type.String(),
  arrivedAt: Type.String(),
  deliveredBy: Text,
  place: Place,
  decidedBy: Text,
  decidedAt: Text,
  authority: Text,
  reason: Text,
});

export const IntakeSummary = Type.Object({
  waiting: Type.Integer({ description: 'Studies that wait to be matched.' }),
  quarantined: Type.Integer({ description: 'Images in quarantine.' }),
  sites: Type.Array(Type.String()),
  timepoints: Type.Array(
    Type.Object({ timepoint: Type.String(), label: Type.String(), kind: Type.String() })
  ),
  roles: Type.Array(Type.String()),
});

export const SubjectChoice = Type.Object({
  subject: Type.String(),
  site: Text,
  timepoints: Type.Array(
    Type.Object({
      timepoint: Type.String(),
      kind: Type.String(),
      date: Text,
      state: Type.String(),
      exams: Type.Integer(),
    })
  ),
});

export const MatchAsked = Type.Object({
  subject: Type.String({ minLength: 1, maxLength: 100 }),
  timepoint: Type.String({
    minLength: 1,
    maxLength: 100,
    description:
      'A code of the schedule or of an unscheduled visit of the subject; an unscheduled timepoint of the charter is a new visit of the day of the study.',
  }),
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
  refusal: Type.Union([Type.String(), Type.Null()], {
    description: 'Why it can not be de-identified; null where it can.',
  }),
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

/** Which of what is or was kept apart is asked for; what is kept apart now where nothing is said. */
export const QuarantineStateAsked = Type.Optional(
  Type.Union(['quarantined', 'released', 'refused', 'all'].map(state => Type.Literal(state)))
);

/** The state that was asked for; null: any. */
export const quarantineState = (
  asked = 'quarantined'
): 'quarantined' | 'released' | 'refused' | null =>
  asked === 'all' ? null : (asked as 'quarantined' | 'released' | 'refused');
