import { type Static, Type } from '@sinclair/typebox';
import { AdjudicationSchema } from './adjudication.js';
import { accounts, closed, code, from, listOf, words, yesNo } from './parts.js';

const kinds = {
  efficacy: 'the trial’s endpoint; the only kind that enters its finals',
  eligibility: 'whether a subject may enter',
  progressionConfirmation: 'whether the site’s progression is confirmed, in real time',
  safety: 'findings that matter for safety',
  ancillary: 'other results beside the endpoint',
  repeat: 'cases read again, for agreement; never in finals',
  calibration: 'cases with a reference read, for training; never in finals',
} as const;

export type TrackKind = keyof typeof kinds;
export const trackKinds = Object.keys(kinds) as TrackKind[];

export const slotNames = ['R1', 'R2', 'R3', 'R4', 'R5', 'ADJ', 'SITE'] as const;
export type Slot = (typeof slotNames)[number];

const slotMeanings: Readonly<Record<Slot, string>> = {
  R1: 'first reader',
  R2: 'second reader',
  R3: 'third of a panel',
  R4: 'fourth of a panel',
  R5: 'fifth of a panel',
  ADJ: 'adjudicator',
  SITE: 'the site’s own assessment, by import or form; central readers never see it',
};

const bySlot = (description: string, least: 0 | 1) =>
  Type.Record(
    Type.String({ pattern: '^[A-Z][A-Z0-9]{0,7}$' }),
    accounts('Who may take the slot.', least, { examples: [['reader1']] }),
    { ...closed, description }
  );

const comparisons = {
  all: 'all earlier timepoints',
  baselineAndPrevious: 'the baseline and the timepoint before',
  baseline: 'the baseline',
  previous: 'the timepoint before',
  none: 'no other timepoint',
} as const;

const ReleaseSchema = Type.Object(
  {
    when: words(
      {
        onArrival: 'as soon as QC has passed a timepoint',
        batches: 'when `size` timepoints have gathered',
        subjectComplete: 'when all timepoints of a subject are there',
        dataCut: 'at a data cut that is declared',
      },
      'When timepoints are released to readers.'
    ),
    size: Type.Optional(
      Type.Integer({
        minimum: 2,
        maximum: 1000,
        description: 'Timepoints in a batch; with `when: batches` alone.',
        examples: [20],
      })
    ),
  },
  { ...closed, description: 'When reads are released.' }
);

const AssignmentSchema = Type.Object(
  {
    how: words(
      { rule: 'by the rule below', byHand: 'by the data manager' },
      'How a slot gets its reader.'
    ),
    load: words(
      {
        fewestOpen: 'who has the fewest open reads',
        fewestAssigned: 'who was given the fewest reads in the trial',
      },
      'Who of the qualified, present readers without a conflict is taken.'
    ),
    sameReader: yesNo('Whether all timepoints of a subject stay with one reader.'),
    backups: bySlot('Who stands in for absent readers, by slot.', 1),
  },
  { ...closed, description: 'How reads are assigned.' }
);

export const TrackSchema = Type.Object(
  {
    id: code('Id of the track.'),
    kind: words(
      kinds,
      'What the track is for.',
      from('the id where it is one of these, else `efficacy`')
    ),
    slots: listOf(
      Type.Unsafe<Slot>(
        Type.Union(
          slotNames.map(slot => Type.Literal(slot, { description: slotMeanings[slot] })),
          { description: 'A place for one reader.' }
        )
      ),
      7,
      'Places that are filled for each subject, by different people.',
      { minItems: 1, uniqueItems: true }
    ),
    readers: bySlot('Who may take each slot, by slot.', 1),
    paradigm: words(
      {
        oneReader: 'R1 alone',
        twoWithAdjudication: 'R1 and R2 independently; ADJ settles what a trigger finds',
        twoAveraged: 'R1 and R2 independently; their numbers are averaged',
        consensus: 'R1, R2 and more independently, then one agreed read with all votes kept',
      },
      'How many read and how their reads become one.',
      from('`oneReader` for R1, `twoWithAdjudication` where there is ADJ; else it must be given')
    ),
    order: words(
      {
        sequential: 'by date, each signed before the next is seen',
        allAtOnce: 'all timepoints of a subject together',
        randomised: 'one by one in random order',
        hybrid:
          'by date, each signed; once a reader has signed all of a subject, a global read of them, in which a changed opinion carries a reason',
      },
      'In which order a subject’s timepoints are read.'
    ),
    orderSeed: Type.Optional(
      Type.Union(
        [
          Type.Literal('drawn', {
            description: 'the server draws one for each course and records it',
          }),
          Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: 'a number given here' }),
        ],
        {
          description:
            'Where the seed of the random order comes from; with `order: randomised` alone.',
        }
      )
    ),
    release: ReleaseSchema,
    closing: words(
      {
        endOfSchedule:
          'when every timepoint of the schedule is signed or missed; those that an early end of imaging leaves out are not awaited',
        declared:
          'when the data manager declares the end of imaging, and what came before is signed',
      },
      'When a reader’s course of a subject closes, so that it can be compared and become final.'
    ),
    turnaroundDays: Type.Integer({
      minimum: 1,
      maximum: 260,
      description: 'Working days from release until a read is due.',
      ...from('5; 2 for eligibility, progressionConfirmation and safety'),
    }),
    recipients: listOf(
      words({ site: 'the subject’s site', sponsor: 'the sponsor' }, 'Who is told.'),
      2,
      'Who is told the result, other than through the export. Of eligibility, progressionConfirmation and safety alone.',
      { uniqueItems: true }
    ),
    mayReadEfficacy: yesNo(
      'Whether its readers may read efficacy too.',
      from('no for eligibility, progressionConfirmation and safety, else yes')
    ),
    replacement: words(
      {
        takeOver: 'the new reader reads from the baseline; the old reads stay as superseded',
        continueAllowed: 'the new reader may also go on after the last signed timepoint',
      },
      'How a reader is replaced; always with a reason.'
    ),
    assignment: AssignmentSchema,
    comparison: words(
      comparisons,
      'Which earlier timepoints a reader sees beside the current one.'
    ),
    comparisonAt: Type.Record(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$' }),
      words(comparisons, 'What is shown beside this timepoint.', { examples: ['baseline'] }),
      { ...closed, description: 'Timepoints beside which other ones are shown, by timepoint id.' }
    ),
    showDerived: words(
      {
        live: 'while measuring',
        afterLesions: 'when all lesions or items are done',
        afterSigning: 'after signing',
      },
      'When a reader sees what is computed: sums, scores, response.'
    ),
    readerMayDiffer: yesNo(
      'Whether a reader may set another response than the computed one, with a reason; both are kept.'
    ),
    bulkUnchanged: yesNo(
      'May a reader set all non-targets still to do as they were at the timepoint before, in one act?'
    ),
    bulkZero: yesNo('May a reader set the rest of a section of a score to 0, in one act?'),
    adjudication: Type.Optional(AdjudicationSchema),
  },
  { ...closed, description: 'One track.' }
);

export const TracksSchema = listOf(
  TrackSchema,
  20,
  'Tracks: what is read, by whom, in which order, and who is told.',
  { minItems: 1 }
);

export type Track = Static<typeof TrackSchema>;
