import { ImageProblemSchema } from '@corelab/reads';
import { Type } from '@sinclair/typebox';
import { usabilities } from '../qc/exam-rows.js';
import { waitingReasons } from '../qc/waiting-reasons.js';
import { examMachine } from '../workflow/machines/exam.js';
import { statesOf } from '../workflow/machines/machine.js';
import { TrialParams } from './answer-schemas.js';
import { FreeText, Id, Nullable } from './page-schemas.js';

export const ExamParams = Type.Intersect([TrialParams, Type.Object({ exam: Id })]);
export const ExamState = Type.Union(statesOf(examMachine).map(state => Type.Literal(state)));
const Usability = Type.Union(usabilities.map(word => Type.Literal(word)));
export const Purpose = Type.Object({
  purpose: Type.String({
    minLength: 1,
    maxLength: 100,
    description: '`read`, or the id of a criterion or instrument.',
  }),
  usable: Usability,
  reason: Nullable(Type.String({ maxLength: 1000 })),
});

export const examFields = {
  id: Type.String(),
  state: ExamState,
  version: Type.Integer(),
  subject: Type.String(),
  site: Nullable(Type.String()),
  timepoints: Type.Array(Type.String()),
  date: Nullable(Type.String()),
  claimedBy: Nullable(Type.String()),
  series: Type.Integer(),
  withoutRole: Type.Integer(),
  withProblem: Type.Integer(),
  openQueries: Type.Integer(),
  arrivedAt: Type.String(),
  reasons: Type.Array(Type.Union(waitingReasons.map(reason => Type.Literal(reason))), {
    description: 'Why it waits, what most needs somebody first; empty when it does not.',
  }),
};

export const Deviation = Type.Object({
  series: Id,
  purpose: Type.String({ minLength: 1, maxLength: 100 }),
  text: FreeText,
});

const Millimetres = Nullable(Type.Number({ description: 'mm' }));

const Protocol = Type.Object(
  {
    qc: Type.Union([Type.Literal('person'), Type.Literal('automatic')]),
    purposes: Type.Array(Type.String()),
    regions: Type.Array(Type.String()),
    roles: Type.Array(
      Type.Object({
        role: Type.String(),
        modality: Type.String(),
        maxSliceThicknessMm: Millimetres,
        maxGapMm: Millimetres,
        maxPixelSpacingMm: Millimetres,
        minCoverageMm: Millimetres,
        contrast: Nullable(
          Type.Union([Type.Literal('with'), Type.Literal('without'), Type.Literal('either')])
        ),
        sameScanner: Nullable(Type.Boolean()),
        attributes: Type.Array(
          Type.Object({
            attribute: Type.String(),
            equals: Type.Array(Type.String()),
            from: Nullable(Type.Number()),
            to: Nullable(Type.Number()),
            severity: Type.Union([Type.Literal('major'), Type.Literal('minor')]),
          })
        ),
      })
    ),
    timepoints: Type.Array(
      Type.Object({
        timepoint: Type.String(),
        label: Type.String(),
        state: Type.String(),
        roles: Type.Array(Type.Object({ role: Type.String(), there: Type.Boolean() })),
      })
    ),
  },
  { description: 'What the charter in force asks of the exam, and what its timepoints have.' }
);

const readFields = {
  readId: Type.String(),
  timepoint: Type.String(),
  slot: Type.String(),
  component: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
  returnable: Type.Boolean({ description: 'It is unsigned: it can be taken back to QC.' }),
};

/** A read that is back in QC. */
export const ReturnedRead = Type.Object({
  ...readFields,
  subject: Type.String(),
  site: Nullable(Type.String()),
  exams: Type.Integer(),
  examsInQc: Type.Integer({ description: 'Exams of its timepoint that are not through QC.' }),
  problemOpen: Type.Boolean({ description: 'A problem of its reader is decided first.' }),
});

const Range = Nullable(Type.Object({ from: Type.Number(), to: Type.Number() }));

/** How the series of an exam were acquired, as their images say. */
export const Acquisitions = Type.Object({
  series: Type.Array(
    Type.Object({
      series: Type.String(),
      images: Type.Integer(),
      number: Nullable(Type.Number()),
      description: Nullable(Type.String({ description: 'Free text of the site.' })),
      scanner: Nullable(Type.String()),
      sliceThicknessMm: Range,
      pixelSpacingMm: Range,
      matrix: Nullable(Type.String()),
      kernel: Nullable(Type.String()),
      contrastAgent: Type.Boolean({ description: 'Whether the images name one.' }),
    })
  ),
});

export const ExamAnswer = Type.Object({
  ...examFields,
  protocol: Nullable(Protocol),
  reads: Type.Array(Type.Object(readFields), {
    description: 'Reads of its timepoints that have not ended; nothing of what is in them.',
  }),
  seriesList: Type.Array(
    Type.Object({
      id: Type.String(),
      seriesUid: Type.String(),
      date: Nullable(Type.String()),
      images: Nullable(Type.Integer({ description: 'Received; null when not known.' })),
      modality: Type.String(),
      role: Nullable(Type.String()),
      usable: Type.Object({
        read: Usability,
        reason: Nullable(Type.String()),
        purposes: Type.Optional(Type.Array(Purpose)),
      }),
      problems: Type.Array(ImageProblemSchema),
      judged: Type.Boolean({ description: 'By a person, of the images it has now.' }),
    })
  ),
  decisions: Type.Array(
    Type.Object({
      act: Type.String(),
      by: Nullable(Type.String()),
      at: Type.String(),
      reason: Nullable(Type.String()),
      deviations: Type.Array(Deviation),
    })
  ),
});
